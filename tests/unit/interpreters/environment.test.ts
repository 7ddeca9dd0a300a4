import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockedEntries, readLock } from '../../content/interpreters/environment.ts';

test('entries of a lock keep their hashes', () => {
  const lock = 'uv==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nuvicorn==2.0 \\\n    --hash=sha256:cc\n';
  assert.equal(lockedEntries(lock, ['uv']), 'uv==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n');
});

test('the lock names what the environments are made with, and no index', () => {
  const lock = readLock();
  for (const name of ['uv', 'setuptools', 'wheel', 'packaging'])
    assert.match(lockedEntries(lock, [name]), /^[\w.-]+==\S+ .*\n\s+--hash=sha256:/);
  assert.doesNotMatch(lock, /index|https?:/);
});
