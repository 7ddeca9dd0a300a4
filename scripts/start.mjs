// npm start: installs, builds, indexes and serves the site. `--dev` serves with live reload instead;
// `--build-only` stops after the build. PORT chooses the port.
import { join } from 'node:path';
import { environment, install, node24, root, run } from './setup.mjs';

install();
if (process.argv.includes('--dev')) {
  run(node24, [join(root, 'scripts/runtime/make.ts')]);
  run(
    node24,
    [
      join(root, 'node_modules/astro/bin/astro.mjs'),
      'dev',
      ...process.argv.slice(2).filter((word) => word !== '--dev'),
    ],
    {
      env: environment(),
    },
  );
} else {
  const { build } = await import('./build.mjs');
  await build();
  if (!process.argv.includes('--build-only')) {
    const { serve } = await import('./serve.mjs');
    const base = process.env.SITE_BASE ?? '/';
    const wanted = Number(process.env.PORT ?? 4321);
    const site = await serve(join(root, 'dist'), { base, port: wanted }).catch(() =>
      serve(join(root, 'dist'), { base }),
    );
    console.log(`\nPython Top 1% Roadmap is at ${site.url}\nPress Ctrl C to stop.`);
  }
}
