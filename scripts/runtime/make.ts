/**
 * Makes the browser's Python: Pyodide's own files, and its standard library with the modules compiled that programs
 * use most, which cuts the start to a third. Large files are packed with gzip, so that they are small on hosts
 * that do not compress; the worker unpacks them.
 *
 * The archive is the same wherever it is made. `src/shared/python-runtime.json` holds its hash; when Pyodide or
 * the recipe changes, `npm run runtime` writes the new one, and until then making it fails.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadPyodide } from 'pyodide';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SHIPPED = path.dirname(createRequire(import.meta.url).resolve('pyodide'));
const LOCK = path.join(ROOT, 'src/shared/python-runtime.json');
const PUBLIC = path.join(ROOT, 'public/python');
const CACHE = path.join(ROOT, '.cache/runtime');

/** What lessons import, beside what the runner and the grader load themselves. */
const MODULES =
  'abc argparse array ast asyncio base64 bisect calendar cmath collections.abc concurrent.futures contextlib copy csv ' +
  'ctypes dataclasses datetime decimal difflib dis doctest email.message enum fractions functools gc gzip hashlib heapq ' +
  'hmac html importlib.resources inspect io itertools json logging math operator pathlib pickle pprint queue random re ' +
  'reprlib sched secrets shutil sqlite3 statistics string struct tempfile textwrap threading time timeit tokenize ' +
  'tracemalloc types typing unicodedata unittest.mock urllib.parse uuid weakref zipfile zlib zoneinfo annotationlib ' +
  'compression.zstd graphlib ipaddress linecache locale numbers optparse pdb profile pstats selectors shlex site symtable ' +
  'sysconfig tomllib traceback wsgiref.util xml.etree.ElementTree';

/** What the page knows of the files it will load. */
export interface Runtime {
  /** Name of their folder below `python/`: Pyodide's version and a hash of all that is in it. */
  folder: string;
  pyodide: string;
  /** Version of the Python. */
  python: string;
  /** Bytes of the large files, unpacked. */
  size: { wasm: number; stdlib: number };
}

export interface Made extends Runtime {
  /** The archive of the standard library on disk, unpacked. */
  archive: string;
  /** The folder to publish. */
  published: string;
}

/** @param isNew write `runtime.json` anew instead of comparing with it */
export async function makeRuntime(isNew = false): Promise<Made> {
  const inputs = hash([
    // What was made stands in this folder, not in the one that it was copied from.
    Buffer.from(ROOT),
    readFileSync(path.join(SHIPPED, 'package.json')),
    readFileSync(path.join(import.meta.dirname, 'compile_stdlib.py')),
    readFileSync(import.meta.filename),
    ...pageModules().map(([, text]) => text),
    ...readdirSync(path.join(import.meta.dirname, 'licenses')).map((name) =>
      readFileSync(path.join(import.meta.dirname, 'licenses', name)),
    ),
  ]);
  const stamp = path.join(CACHE, 'made.json');
  const known = existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')) as { inputs: string; made: Made }) : null;
  const isCurrent = known?.inputs === inputs && existsSync(known.made.published) && existsSync(known.made.archive);
  const made = isCurrent ? known.made : await make();
  if (!isCurrent) writeWhole(stamp, JSON.stringify({ inputs, made }));
  const { folder, pyodide, python, size } = made;
  const text = `${JSON.stringify({ folder, pyodide, python, size } satisfies Runtime, null, 2)}\n`;
  if (isNew) writeWhole(LOCK, text);
  else if (!existsSync(LOCK) || readFileSync(LOCK, 'utf8') !== text)
    throw new Error(
      `src/shared/python-runtime.json: expected what was made now,\n${text}found another text. If Pyodide or the recipe was changed on purpose, run "npm run runtime" and commit the file.`,
    );
  return made;
}

async function make(): Promise<Made> {
  const { version } = JSON.parse(readFileSync(path.join(SHIPPED, 'package.json'), 'utf8')) as { version: string };
  const { archive, python } = await compiled();
  const plain = ['pyodide.mjs', 'pyodide.asm.mjs'].map(
    (name) => [name, readFileSync(path.join(SHIPPED, name))] as const,
  );
  const wasm = readFileSync(path.join(SHIPPED, 'pyodide.asm.wasm'));
  const folder = `${version}-${hash([archive, wasm, ...plain.map(([, data]) => data)]).slice(0, 12)}`;
  const published = path.join(PUBLIC, folder);
  rmSync(PUBLIC, { recursive: true, force: true });
  mkdirSync(published, { recursive: true });
  for (const [name, data] of plain) writeFileSync(path.join(published, name), withoutSourceMap(data));
  writeFileSync(path.join(published, 'pyodide.asm.wasm.gz'), gzipSync(wasm, { level: 9 }));
  writeFileSync(path.join(published, 'stdlib.zip.gz'), gzipSync(archive, { level: 9 }));
  cpSync(path.join(import.meta.dirname, 'licenses'), published, { recursive: true });
  mkdirSync(CACHE, { recursive: true });
  const onDisk = path.join(CACHE, `stdlib-${folder}.zip`);
  writeWhole(onDisk, archive);
  return {
    folder,
    pyodide: version,
    python,
    size: { wasm: wasm.length, stdlib: archive.length },
    archive: onDisk,
    published,
  };
}

/** The standard library with compiled modules, made in Pyodide. */
async function compiled(): Promise<{ archive: Buffer; python: string }> {
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0' } });
  const { FS: files, globals } = pyodide as unknown as {
    globals: { set: (name: string, value: unknown) => void };
    FS: {
      mkdirTree: (name: string) => void;
      writeFile: (name: string, data: Uint8Array) => void;
      readFile: (name: string) => Uint8Array;
    };
  };
  files.mkdirTree('/page');
  for (const [name, text] of pageModules()) files.writeFile(`/page/${name}`, text);
  files.writeFile('/page/compile_stdlib.py', readFileSync(path.join(import.meta.dirname, 'compile_stdlib.py')));
  files.writeFile('/shipped.zip', readFileSync(path.join(SHIPPED, 'python_stdlib.zip')));
  globals.set('wanted', pyodide.toPy(MODULES.split(' ')));
  const python = pyodide.runPython(`
import sys
sys.path.insert(0, "/page")
import compile_stdlib
import driver
compile_stdlib.compile_stdlib("/shipped.zip", "/made.zip", wanted)
sys.version.split()[0]
`) as string;
  return { archive: Buffer.from(files.readFile('/made.zip')), python };
}

const pageModules = (): (readonly [string, Buffer])[] => {
  const folder = path.join(ROOT, 'src/python');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name))]);
};

/** Browsers would look for the map, which is not published. */
const withoutSourceMap = (script: Buffer): string =>
  script.toString('utf8').replace(/^\/\/# sourceMappingURL=.*$/gm, '');

const hash = (parts: Iterable<Uint8Array>): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
};

/** Others who make it at the same time see the whole file or none. */
function writeWhole(file: string, data: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${String(process.pid)}`;
  writeFileSync(own, data);
  renameSync(own, file);
}

if (process.argv[1] === import.meta.filename) {
  const { published } = await makeRuntime(process.argv.includes('--new'));
  console.log(`The browser's Python is in ${path.relative(ROOT, published)}/.`);
}
