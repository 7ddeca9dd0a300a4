import { defineConfig } from 'astro/config';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { features, markdownPlugins } from './src/code-blocks/index.ts';
import { readLinkTargets } from './src/lib/content-files.ts';
import { redirectPages } from './src/lib/redirects.ts';
import { renamed } from './src/shared/renamed.ts';
import { site } from './src/site.ts';

/** Vite wraps each `import()` in a helper that preloads style sheets and scripts. Every page would carry it. */
const plainImports = {
  name: 'plain-imports',
  enforce: /** @type {const} */ ('pre'),
  load: (/** @type {string} */ id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined,
  generateBundle: {
    order: /** @type {const} */ ('post'),
    handler: (
      /** @type {unknown} */ _options,
      /** @type {Record<string, { type: string, code?: string }>} */ bundle,
    ) => {
      // The helper's lists of files, which nothing reads now.
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.code)
          chunk.code = chunk.code
            .replace(/^const __vite__mapDeps=.*\n/, '')
            .replaceAll(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/g, '');
    },
  },
};

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always' },
  redirects: redirectPages(renamed, site.base),
  integrations: [mdx({ optimize: true })],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features,
      hastPlugins: markdownPlugins({ targets: readLinkTargets('content'), base: site.base }),
    }),
  },
  vite: {
    plugins: [tailwindcss(), plainImports],
    worker: { format: 'es' },
    build: {
      // light-dark() and oklch() are used as they are: Chrome 123, Firefox 120, Safari 17.5 and later
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: false,
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        output: {
          // What every page runs is one file: each module that a tool shares with it would be one more request.
          codeSplitting: {
            groups: [
              { name: 'site', test: /client\/site\.ts|vite\/preload-helper|shared\/(?:storage-keys|renamed)\.ts/ },
            ],
          },
        },
      },
    },
  },
});
