import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOME, normalize } from '../../content/examples/normalize.ts';

const cases: [what: string, text: string, expected: string][] = [
  ['addresses', '<f at 0x7f3aB2c0>', '<f at 0x…>'],
  ['short hexadecimal numbers stay', 'hex(255) = 0xff, 0xfff', 'hex(255) = 0xff, 0xfff'],
  ['numbers in hexadecimal stay', "f'{255:#06x}' is 0x00ff", "f'{255:#06x}' is 0x00ff"],
  ['task names', "<Task name='Task-12'>", "<Task name='Task-…'>"],
  ['names that end in Task stay', 'MyTask-12', 'MyTask-12'],
  ['trailing blanks of lines and of the text', 'a  \nb\t\n\n\n', 'a\nb'],
  ['leading blanks stay', '\n  a', '\n  a'],
  ['line ends', 'a\r\nb', 'a\nb'],
  ['environments', '/opt/py/env/bin/python', '/home/reader/.venv/bin/python'],
  ['temporary folders', 'File "/tmp/example-x1/main.py"', 'File "/home/reader/main.py"'],
];

for (const [what, text, expected] of cases)
  test(what, () => {
    assert.equal(normalize(text, { '/tmp/example-x1': HOME, '/opt/py/env': `${HOME}/.venv` }), expected);
  });
