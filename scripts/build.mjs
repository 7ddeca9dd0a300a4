// Builds the site into dist/ and indexes it; skips both when nothing that they read has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, fail, node24, root, run } from './setup.mjs';

const INPUTS = [
  'content',
  'src',
  'public',
  'scripts/build.mjs',
  'scripts/runtime',
  'scripts/index-site.ts',
  'scripts/finish-pages.ts',
  'scripts/make-decks.ts',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * @param {{ force?: boolean, outDir?: string, env?: Record<string, string> }} options
 * `env` may set SITE_URL and SITE_BASE
 */
export async function build({ force = false, outDir = 'dist', env = {} } = {}) {
  const stamp = join(root, '.cache', `built-${outDir.replaceAll('/', '-')}`);
  // Into public/, which is an input.
  run(node24, [join(root, 'scripts/runtime/make.ts')]);
  const inputs = fingerprint(JSON.stringify([env, process.env.SITE_URL, process.env.SITE_BASE]));
  if (
    !force &&
    existsSync(join(root, outDir, 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === inputs
  ) {
    console.log(`${outDir}/ is up to date.`);
    return;
  }
  const start = performance.now();
  run(node24, [join(root, 'scripts/check-content.ts')]);
  rmSync(join(root, outDir), { recursive: true, force: true });
  await step([join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', outDir], env);
  await step([join(root, 'scripts/finish-pages.ts'), outDir], env);
  await Promise.all(['index-site', 'make-decks'].map((name) => step([join(root, `scripts/${name}.ts`), outDir], env)));
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, inputs);
  console.log(`Built and indexed in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/** Astro logs some failures of content and goes on: an error in the log fails the build. */
async function step(args, env) {
  let log = '';
  const child = spawn(node24, args, { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const broken = log.includes('[ERROR]') || log.includes('[InvalidContentEntryDataError]');
  if (status !== 0 || broken) {
    console.error(log);
    fail(`The build failed.`);
  }
  const warnings = log.split('\n').filter((line) => line.includes('[WARN]'));
  if (warnings.length > 0) console.warn(warnings.join('\n'));
}

function fingerprint(salt) {
  const hash = createHash('sha256').update(salt);
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const entries =
      path.includes('.') && !path.includes('/.') && /\.\w+$/.test(path)
        ? undefined
        : readdirSync(full, { withFileTypes: true });
    if (!entries) hash.update(path).update(readFileSync(full));
    else
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
        entry.isDirectory()
          ? add(`${path}/${entry.name}`)
          : hash.update(`${path}/${entry.name}`).update(readFileSync(join(full, entry.name)));
  };
  INPUTS.forEach(add);
  return hash.digest('hex');
}
