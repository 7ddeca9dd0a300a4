import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { readShared, sharedHash } from '../../../../src/client/python/share.ts';

/** What stands behind `#` for any bytes. */
const hashOf = (bytes: string | Uint8Array, block = 'b-1'): string =>
  `#${block}=${deflateRawSync(bytes).toString('base64url')}`;

for (const [what, code] of [
  ['a program', 'for n in range(3):\n    print(n)'],
  ['nothing', ''],
  ['all kinds of characters', 'print("ěščř — 你好 🐍👩‍💻 \\x00 \u0000\u2028\r\n\t<b>&amp;")'],
  ['a byte order mark', '\ufeffprint(1)'],
  ['bytes that base64 spells with + and /', '\u00ff\u00fe>>>???~~~ÿÿÿ'.repeat(50)],
  ['the longest program', 'x'.repeat(100_000)],
  ['the longest program of the longest characters', '漢'.repeat(100_000)],
] as const)
  test(`${what} comes back from an address`, async () => {
    const hash = await sharedHash('closures-cells_2', code);
    assert.match(hash, /^closures-cells_2=[\w-]+$/);
    assert.deepEqual(await readShared(`#${hash}`), { block: 'closures-cells_2', code });
  });

test('repetition makes an address short', async () => {
  assert.ok((await sharedHash('b', 'print(1)\n'.repeat(1000))).length < 100);
});

test('a program that is too long is refused when it is shared', async () => {
  await assert.rejects(
    sharedHash('b', 'x'.repeat(100_001)),
    new RangeError('expected a program of at most 100000 characters, found 100001'),
  );
});

test('addresses without a program are none', async () => {
  for (const hash of ['', '#', '#cells', '#cells=', '#=AwA', 'cells=AwA', '#a b=AwA', '#a=Aw+A', '#a=AwA=', '#a=AwA\n'])
    assert.equal(await readShared(hash), undefined, JSON.stringify(hash));
});

test('broken data are no program', async () => {
  const whole = hashOf('print("a program of some length, which is cut somewhere")');
  for (const hash of [
    '#b=A',
    '#b=____',
    whole.slice(0, -8),
    `${whole}AAAA`,
    whole.replace(/=(.)/, '=_'),
    hashOf(new Uint8Array([0xff, 0xfe, 0x80])),
  ])
    assert.equal(await readShared(hash), undefined, hash);
});

test('a program that is too long is not taken, however small its data are', async () => {
  assert.equal(await readShared(hashOf('x'.repeat(100_001))), undefined);
  assert.equal(await readShared(hashOf('漢'.repeat(100_001))), undefined);
});

test('data that unpack to very much are not unpacked to the end', async () => {
  const bomb = hashOf(Buffer.alloc(200_000_000));
  assert.ok(bomb.length < 300_000);
  let unpacked = 0;
  const { DecompressionStream: Plain } = globalThis;
  globalThis.DecompressionStream = class extends Plain {
    constructor(format: CompressionFormat) {
      super(format);
      const counted = this.readable.pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform: (chunk, controller) => {
            unpacked += chunk.length;
            controller.enqueue(chunk);
          },
        }),
      );
      Object.defineProperty(this, 'readable', { value: counted });
    }
  };
  try {
    assert.equal(await readShared(bomb), undefined);
  } finally {
    globalThis.DecompressionStream = Plain;
  }
  assert.ok(unpacked >= 400_000 && unpacked < 20_000_000, `${unpacked} bytes`);
});
