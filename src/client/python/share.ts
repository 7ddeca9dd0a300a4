/** A program in an address: `#<block>=<deflated, base64url>`. It is shown when the address is opened, and never run by itself. */

/** Characters that a program from an address may have. */
const LIMIT = 100_000;

/**
 * @param block id of the program's block: letters, digits, `-` and `_`
 * @returns the part of the address behind `#`
 * @throws RangeError when the program is longer than an address may hold
 */
export async function sharedHash(block: string, code: string): Promise<string> {
  if (code.length > LIMIT)
    throw new RangeError(`expected a program of at most ${String(LIMIT)} characters, found ${String(code.length)}`);
  const packed = await through(new TextEncoder().encode(code), new CompressionStream('deflate-raw'));
  return `${block}=${toBase64url(packed)}`;
}

/** @param hash an address's, with `#`; @returns undefined when it holds no program, or a broken one */
export async function readShared(hash: string): Promise<{ block: string; code: string } | undefined> {
  const match = /^#(?<block>[\w-]+)=(?<data>[\w-]+)$/.exec(hash)?.groups;
  if (!match) return undefined;
  try {
    const bytes = await through(fromBase64url(match['data']!), new DecompressionStream('deflate-raw'), LIMIT * 4);
    const code = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return code.length <= LIMIT ? { block: match['block']!, code } : undefined;
  } catch {
    return undefined;
  }
}

/** @throws RangeError when more than `most` bytes come out */
async function through(
  data: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Infinity,
): Promise<Uint8Array> {
  const reader = new Blob([data]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`more than ${String(most)} bytes`);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
