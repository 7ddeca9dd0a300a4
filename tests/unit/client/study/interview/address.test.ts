/** The page's state in its address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  ALL,
  MARKS,
  passes,
  readAddress,
  writeAddress,
  type Address,
} from '../../../../../src/client/study/interview/address.ts';
import { COUNTS, LEVELS, MINUTES } from '../../../../../src/client/study/interview/settings.ts';

const slugs = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
/** Objects as JavaScript makes them. */
const recordOf = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true });
const addresses: fc.Arbitrary<Address> = recordOf({
  filter: recordOf({
    text: fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    topic: fc.oneof(fc.constant(''), slugs),
    level: fc.constantFrom('' as const, ...LEVELS),
    mark: fc.constantFrom('' as const, ...MARKS),
  }),
  drawn: fc.option(
    recordOf({
      settings: recordOf({
        topics: fc.uniqueArray(slugs, { maxLength: 12 }),
        levels: fc.subarray([...LEVELS]),
        count: fc.constantFrom(...COUNTS),
        minutes: fc.constantFrom(...MINUTES),
      }),
      seed: fc.stringMatching(/^[a-z0-9]{1,12}$/),
    }),
    { nil: undefined },
  ),
  isSheet: fc.boolean(),
  result: fc.option(fc.stringMatching(/^[1-9][0-9]{0,12}-[a-z0-9]{1,12}$/), { nil: undefined }),
}).map((address) => ({ ...address, isSheet: address.isSheet && address.drawn !== undefined }));

test('what is written is read again', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      assert.deepEqual(readAddress(writeAddress(address)), address);
    }),
  );
});

test('any address is read, and what it says can be written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (search) => {
      const address = readAddress(search);
      assert.deepEqual(readAddress(writeAddress(address)), address);
    }),
  );
});

test('a usual address is short, and an empty one is empty', () => {
  assert.equal(writeAddress({ filter: ALL, isSheet: false }), '');
  const address = readAddress('?topics=functions,testing&levels=mid&count=10&minutes=0&seed=K7Q!&view=sheet&x=1');
  assert.equal(writeAddress(address), '?topics=functions,testing&levels=mid&count=10&minutes=0&seed=k7q&view=sheet');
});

test('a question passes when all that is asked is true of it', () => {
  const question = { topic: 'functions', level: 'mid', words: 'what is late binding? closures', mark: 'none' } as const;
  const asks = (filter: Partial<typeof ALL>): boolean => passes({ ...ALL, ...filter }, question);
  assert.ok(asks({}));
  assert.ok(asks({ text: 'Binding  closures', topic: 'functions', level: 'mid', mark: 'none' }));
  assert.ok(!asks({ text: 'binding scopes' }));
  assert.ok(!asks({ topic: 'testing' }));
  assert.ok(!asks({ level: 'junior' }));
  assert.ok(!asks({ mark: 'known' }));
});
