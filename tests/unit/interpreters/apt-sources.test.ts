import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { debianMirror, parseDeb822, parseOneLine } from '../../content/interpreters/apt-sources.ts';

test('one-line sources: options, components, comments', () => {
  const text = `
# deb http://old.example/debian buster main
deb [arch=amd64 signed-by=/keys/debian.gpg] http://mirror.example/debian bookworm main contrib # ours
deb-src http://mirror.example/debian bookworm main
deb http://mirror.example/debian-security bookworm-security main
`;
  assert.deepEqual(parseOneLine(text), [
    {
      uri: 'http://mirror.example/debian',
      suites: ['bookworm'],
      components: ['main', 'contrib'],
      signedBy: '/keys/debian.gpg',
    },
    { uri: 'http://mirror.example/debian-security', suites: ['bookworm-security'], components: ['main'] },
  ]);
});

test('deb822 sources: several values, folded fields, comments, disabled paragraphs', () => {
  const text = `Types: deb deb-src
# a comment
URIs: http://a.example/debian http://b.example/debian
Suites: trixie
 trixie-updates
Components: main
Signed-By: /keys/debian.gpg

Types: deb
Enabled: no
URIs: http://c.example/debian
Suites: sid
Components: main

Types: deb-src
URIs: http://d.example/debian
Suites: sid
Components: main
`;
  const shared = { suites: ['trixie', 'trixie-updates'], components: ['main'], signedBy: '/keys/debian.gpg' };
  assert.deepEqual(parseDeb822(text), [
    { uri: 'http://a.example/debian', ...shared },
    { uri: 'http://b.example/debian', ...shared },
  ]);
});

test('the mirror is the archive of the system itself', () => {
  const etc = mkdtempSync(path.join(tmpdir(), 'apt-'));
  try {
    mkdirSync(path.join(etc, 'sources.list.d'));
    assert.equal(debianMirror(etc), undefined);
    writeFileSync(
      path.join(etc, 'sources.list'),
      'deb https://vendor.example/tools stable main\ndeb http://m.example/debian-security x main\n',
    );
    writeFileSync(
      path.join(etc, 'sources.list.d/debian.sources'),
      'Types: deb\nURIs: http://m.example/debian/\nSuites: bookworm\nComponents: main\n',
    );
    assert.equal(debianMirror(etc)?.uri, 'http://m.example/debian/');
  } finally {
    rmSync(etc, { recursive: true });
  }
});
