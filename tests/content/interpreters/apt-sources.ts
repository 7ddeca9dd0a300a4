/**
 * Reads which Debian mirror a machine uses, in both of apt's formats: one-line `.list` files and
 * deb822 `.sources` files.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One archive that apt takes packages from. */
export interface AptSource {
  uri: string;
  suites: string[];
  components: string[];
  /** Key ring that signs it, as a path or an embedded key block. */
  signedBy?: string;
}

/** `deb [signed-by=… arch=…] http://mirror/debian bookworm main` */
export function parseOneLine(text: string): AptSource[] {
  const sources: AptSource[] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*deb\s+(?:\[(?<options>[^\]]*)\]\s+)?(?<uri>\S+)\s+(?<suite>\S+)(?<components>[^#]*)/.exec(line);
    if (!match?.groups) continue;
    const { options, uri, suite, components } = match.groups as Record<string, string | undefined>;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options ?? '')?.[1];
    sources.push({
      uri: uri!,
      suites: [suite!],
      components: components!.trim().split(/\s+/).filter(Boolean),
      ...(signedBy ? { signedBy } : {}),
    });
  }
  return sources;
}

/** Paragraphs of `Types:`, `URIs:`, `Suites:`, `Components:`, `Signed-By:`. */
export function parseDeb822(text: string): AptSource[] {
  const sources: AptSource[] = [];
  for (const paragraph of text.split(/\n[ \t]*\n/)) {
    const fields = deb822Fields(paragraph);
    const words = (name: string) => (fields.get(name) ?? '').split(/\s+/).filter(Boolean);
    if (!words('types').includes('deb') || words('enabled')[0] === 'no') continue;
    const signedBy = fields.get('signed-by');
    for (const uri of words('uris'))
      sources.push({
        uri,
        suites: words('suites'),
        components: words('components'),
        ...(signedBy ? { signedBy } : {}),
      });
  }
  return sources;
}

function deb822Fields(paragraph: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of paragraph.split('\n')) {
    if (line.startsWith('#')) continue;
    const field = /^([A-Za-z][\w-]*):[ \t]*(.*)$/.exec(line);
    if (field) {
      name = field[1]!.toLowerCase();
      fields.set(name, field[2]!.trim());
    } else if (/^[ \t]/.test(line) && name) {
      fields.set(name, `${fields.get(name)}\n${line}`);
    }
  }
  return fields;
}

/** The archive that the machine's own Debian comes from, not its security or vendor archives. */
export function debianMirror(etcApt = '/etc/apt'): AptSource | undefined {
  const files = [
    'sources.list',
    ...listIfThere(path.join(etcApt, 'sources.list.d')).map((name) => `sources.list.d/${name}`),
  ];
  const sources = files.flatMap((name) => {
    const file = path.join(etcApt, name);
    if (!existsSync(file)) return [];
    if (name.endsWith('.sources')) return parseDeb822(readFileSync(file, 'utf8'));
    return name.endsWith('.list') ? parseOneLine(readFileSync(file, 'utf8')) : [];
  });
  return sources.find((source) => /\/debian\/?$/.test(source.uri) && source.components.includes('main'));
}

function listIfThere(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
