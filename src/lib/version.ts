/** The version that pages and problem reports name: the package's, and the commit when it is known. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function commit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const revision = commit();
export const siteVersion = revision ? `${version} (${revision})` : version;
