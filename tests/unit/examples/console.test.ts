import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { readSession, sessionScript, sessionText } from '../../content/examples/console.ts';

function session(code: string): { text: string; reached: number } {
  const read = readSession(code);
  assert.ok('commands' in read);
  const printed = execFileSync('bash', ['-c', sessionScript(read.commands)], { encoding: 'utf8' });
  return sessionText(read.commands, printed);
}

test('commands, their continuation and their output', () => {
  assert.deepEqual(readSession('$ echo a \\\n  b\na b\n\nmore\n$ pwd'), { commands: ['$ echo a \\\n  b', '$ pwd'] });
});

test('a session begins with a command', () => {
  assert.deepEqual(readSession('output\n$ pwd'), {
    problem: 'expected a line that begins with "$ ", found output',
    line: 1,
  });
});

test('commands share one shell, its variables, folder and last status', () => {
  const code = [
    '$ cd / && x="it\'s"',
    '$ echo "$x" "$PWD"',
    "it's /",
    '$ false',
    '$ echo $?',
    '1',
    '$ printf "no line end"',
    'no line end',
    '$ echo wrong >&2',
    'wrong',
  ].join('\n');
  assert.deepEqual(session(code), { text: code, reached: 6 });
});

test('a command that ends the shell is noticed', () => {
  const read = readSession('$ echo a\n$ exit 3\n$ echo b');
  assert.ok('commands' in read);
  const script = sessionScript(read.commands);
  assert.throws(() => execFileSync('bash', ['-c', script]), { status: 3 });
  assert.equal(sessionText(read.commands, 'a\n\u001e').reached, 1);
});
