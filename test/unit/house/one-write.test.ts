import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { ownFiles } from './own-files';

/**
 * Who may send a request that changes a server, and why. Everybody else gets an `LdapWriter` from a recorded write, for as
 * long as that lasts: src-main/gluu-ldap/guarded-write.ts, for one, which merges and asserts.
 */
const writers = {
  'src-main/write/recorded-write.ts': 'the one way to write',
};
const session = 'src-main/ldap/ldap-session.ts';
const requests = ['modify', 'add', 'remove'] as const;
const stranger = 'src-main/users/stranger.ts';

const folder = makeTemporaryFolder('one-write');
afterAll(() => removeTemporaryFolder(folder));

/** The compiler reads all of main and of what it shares; on a machine that does much besides, slowly. */
const COMPILED_MS = 300_000;

/** The files that use those requests of a session, in whatever way: the compiler tells, once they have another name. */
let users: string[];
beforeAll(() => {
  for (const name of ['src-main', 'src-shared', 'tsconfig.base.json']) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  let text = readFileSync(session, 'utf8');
  for (const name of requests) {
    expect(text.split(`  async ${name}(`)).toHaveLength(2);
    text = text.replace(`  async ${name}(`, `  async ${name}Elsewhere(`);
  }
  writeFileSync(path.join(folder, session), text);
  const uses = [
    'session.remove(dn);',
    'const { add } = session; add(dn, {});',
    "session['modify'](dn, []);",
    'const writer: LdapWriter = session; writer.remove(dn);',
    "const some: Pick<LdapSession, 'remove'> = session; some.remove(dn);",
  ];
  const imports =
    "import type { LdapSession } from '../ldap/ldap-session';\nimport type { LdapWriter } from '../ldap/ldap-writer';\n";
  for (const [index, use] of uses.entries()) {
    const body = `export function use(session: LdapSession, dn: string, _: LdapWriter): void {\n  ${use}\n}\n`;
    writeFileSync(path.join(folder, stranger.replace('.ts', `-${index}.ts`)), imports + body);
  }
  const args = ['--build', 'src-main', '--pretty', 'false'];
  const { stdout } = spawnSync(path.resolve('node_modules/.bin/tsc'), args, { cwd: folder, encoding: 'utf8' });
  users = [...new Set([...stdout.matchAll(/^(src-main\/[^(]+)\(/gm)].map(([, file = '']) => file))].sort();
}, COMPILED_MS);

const isStranger = (file: string) => file.startsWith('src-main/users/stranger');

test('nothing but a recorded write changes a server', () => {
  expect(users.filter((file) => !isStranger(file))).toEqual(Object.keys(writers).sort());
});

test('another way to write is found, however it is spelt', () => {
  expect(users.filter(isStranger)).toHaveLength(5);
});

test('every write of the history is begun and ended in src-main/write', () => {
  const appending = ownFiles(/^src-main\/.*\.ts$/).filter((file) =>
    /\bhistory\.append\(/.test(readFileSync(file, 'utf8')),
  );
  expect(appending).toEqual([
    'src-main/history/telling-ends.ts',
    'src-main/write/record-end.ts',
    'src-main/write/recorded-write.ts',
  ]);
});

test('no store of the window refreshes another: one place listens to main, and tells them', () => {
  const files = ownFiles(/^src-renderer\/.*\.tsx?$/).filter((file) =>
    /\b(refreshHistory|forgetReadiness)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(files).toEqual([
    'src-renderer/app/listen-for-pages.ts',
    'src-renderer/history/history-store.ts',
    'src-renderer/readiness/readiness-store.ts',
  ]);
});
