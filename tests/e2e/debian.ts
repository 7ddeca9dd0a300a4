/** Programs that the browser tests need: looked for on this machine, or installed from Debian where this may. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where a program may come from. */
export interface Wanted {
  /** For messages: "Chromium". */
  title: string;
  /** The environment variable that names its path. */
  variable: string;
  /** What it is called on the PATH, in order of preference. */
  names: readonly string[];
  /** Debian's package, whose program has the first of `names` that is then found. */
  debian: string;
  /** Path of one that another tool brought along, if it exists. */
  other?: () => string | undefined;
  /** A further way to get it, for the message: 'run "npx …"'. */
  advice?: string;
}

/**
 * Path of a program: its variable, the PATH, another tool's own, else Debian's package where this may install it.
 *
 * @throws an error that says how to get it; a test that needs it never skips
 */
export function findProgram({ title, variable, names, debian, other, advice }: Wanted): string {
  const named = process.env[variable];
  if (named) {
    if (!existsSync(named)) throw new Error(`${variable} names "${named}", which does not exist`);
    return named;
  }
  const find = (): string | undefined => names.map(onPath).find((path) => path !== undefined);
  const found = find() ?? other?.();
  if (found && existsSync(found)) return found;
  installDebian([debian]);
  const installed = find();
  if (installed) return installed;
  throw new Error(
    `The browser tests need ${title}: expected ${names.join(' or ')} on the PATH, found none. ` +
      `Install it, or set ${variable} to one${advice ? `, or ${advice}` : ''}.`,
  );
}

/** Installs Debian packages where this process may; elsewhere it does nothing. */
export function installDebian(names: readonly string[]): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.log(`Installing Debian’s ${names.join(' and ')} …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}

/** Path of a program on the PATH, or undefined. */
export function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : undefined;
}
