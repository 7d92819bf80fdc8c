import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { filesSettled } from '../../src-main/files/atomic-write';
import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import { exportHistory } from '../../src-main/history/export-history';
import { NEWLINE } from '../../src-main/history/history-lines';
import { openHistory } from '../../src-main/history/history-log';
import { fromStored } from '../../src-main/secrets/keychain';
import { exportFormats } from '../../src-shared/history/export-formats';
import { replaceWith, startConsole, type TestConsole } from '../integration/organization/console';
import { bundle } from '../support/bundle';
import { salt } from '../support/cipher-vectors';
import { saying } from '../support/english';
import type { AppendReport } from '../support/files/append';
import { killSoon } from '../support/files/processes';
import { begun } from '../support/files/records';
import { gluuNames } from '../support/gluu-names';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { occurrences } from './support/secret-forms';

vi.setConfig({ testTimeout: 300_000 });

const { applianceDn } = gluuNames();
const OLD_CIPHERTEXT = 'gl0g4Ch2tkU=';
const PASSWORD = 'a planted secret 4711 ä';
const smtp = `{"x-later":[1, 2], "host":"old.example.org","port":"587","password":"${OLD_CIPHERTEXT}"}`;

let program: string;
let server: TestConsole | undefined;
let folder: string | undefined;
beforeAll(async () => {
  program = await bundle('test/support/files/append.ts');
}, 60_000);
afterEach(async () => {
  await server?.stop();
  server = undefined;
  if (folder) removeTemporaryFolder(folder);
  folder = undefined;
  vi.useRealTimers();
});

const smtpNow = async () => (await server?.stored(applianceDn, 'oxSmtpConfiguration'))?.[0];

test(titled('T51'), async () => {
  server = await startConsole({ tree: { smtp } });
  await server.save({ smtpHost: 'h', smtpPassword: { kind: 'replace', value: PASSWORD } });
  const ciphertext = encrypt(PASSWORD, salt);
  await server.rollBack();
  await server.save({ smtpPassword: { kind: 'clear' } });
  const secrets = { PASSWORD, ciphertext, OLD_CIPHERTEXT, salt, bindPassword: server.slapd.password };
  const found = (texts: string[]) => texts.flatMap((text) => occurrences(text, Object.values(secrets)));
  await filesSettled();
  const files = readdirSync(server.folder).filter((name) => !name.startsWith('servers.json'));
  const inFiles = (names: string[]) => names.map((name) => readFileSync(path.join(server?.folder ?? '', name), 'utf8'));

  await securityCase('T51', 'the history', () => {
    expect(files).toContain('history.jsonl');
    expect(found(inFiles(files.filter((name) => name.startsWith('history'))))).toEqual([]);
  });
  await securityCase('T51', 'the sealed before-images, which tell the password by a name of its key alone', () => {
    const sealed = files.filter((name) => name.startsWith('before-images'));
    expect(sealed.length).toBeGreaterThan(0);
    expect(found(inFiles(sealed))).toEqual([]);
    const kept = [...(server?.keychain ?? [])].filter(([account]) => !account.startsWith('server/'));
    expect(kept.length).toBeGreaterThan(0);
    expect(found(kept.flatMap(([account, value]) => [account, value, fromStored(value)]))).toEqual([]);
  });
  await securityCase('T51', 'every export', () => {
    const exported = exportFormats.map((format) => exportHistory(server?.history.list() ?? [], format, new Date()));
    expect(found(exported)).toEqual([]);
    for (const text of exported) expect(text).toContain('left out');
    const marks = server?.history.list().flatMap(({ entries }) => entries.flatMap(({ changes }) => changes));
    for (const { mark } of marks ?? []) {
      for (const text of exported) if (mark) expect(text).not.toMatch(new RegExp(`${mark.before}|${mark.after}`));
    }
  });
});

test(titled('T52'), async () => {
  await securityCase('T52', 'save, then roll back', async () => {
    server = await startConsole({ tree: { smtp } });
    const before = await server.slapd.search(applianceDn, '(objectClass=*)', ['*'], { scope: 'base' });
    await server.save({
      smtpHost: 'new.example.org',
      smtpPort: 25,
      contactEmail: 'a@example.org',
      smtpPassword: { kind: 'replace', value: PASSWORD },
    });
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(await server.slapd.search(applianceDn, '(objectClass=*)', ['*'], { scope: 'base' })).toEqual(before);
    expect(await smtpNow()).toBe(smtp);
    await server.stop();
  });
  await securityCase('T52', 'a third party changed the entry since', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpHost: 'mine.example.org', smtpPassword: { kind: 'replace', value: PASSWORD } });
    const theirs = (await smtpNow())?.replace(encrypt(PASSWORD, salt), 'AAAAAAAAAAA=') ?? '';
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', theirs));
    const modifies = server.slapd.modifies().length;
    expect(await server.rollback()).toMatchObject({ kind: 'conflict', rows: [{ label: saying('SMTP Password') }] });
    expect(server.slapd.modifies()).toHaveLength(modifies);
    expect(await smtpNow()).toBe(theirs);
    await server.stop();
  });
  await securityCase('T52', 'of an attribute that was added', async () => {
    server = await startConsole({ tree: { smtp: null } });
    const before = await server.slapd.search(applianceDn, '(objectClass=*)', ['*'], { scope: 'base' });
    await server.save({
      smtpHost: 'h',
      smtpPassword: { kind: 'replace', value: PASSWORD },
      contactEmail: 'a@b.example',
    });
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(await server.slapd.search(applianceDn, '(objectClass=*)', ['*'], { scope: 'base' })).toEqual(before);
  });
});

test(titled('T53'), async () => {
  folder = makeTemporaryFolder('history');
  const whole = path.join(folder, 'whole.jsonl');
  const written = await openHistory(whole);
  for (let line = 1; line <= 8; line += 1) await written.append(begun({ reason: `write ${line}` }));
  const spoilt = async (name: string, spoil: (lines: string[]) => string[]) => {
    const file = path.join(folder ?? '', `${name}.jsonl`);
    copyFileSync(whole, file);
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    writeFileSync(
      file,
      spoil(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
    return (await openHistory(file)).verify();
  };

  await securityCase('T53', 'a line deleted', async () => {
    const check = await spoilt('deleted', (lines) => lines.toSpliced(3, 1));
    expect(check).toMatchObject({ ok: false, firstBadLine: 4 });
  });
  await securityCase('T53', 'a line altered', async () => {
    const check = await spoilt('altered', (lines) => lines.with(3, (lines[3] ?? '').replace('write 4', 'write X')));
    expect(check).toMatchObject({ ok: false, firstBadLine: 4 });
  });
  await securityCase('T53', 'two lines swapped', async () => {
    const check = await spoilt('swapped', (lines) => lines.with(3, lines[4] ?? '').with(4, lines[3] ?? ''));
    expect(check).toMatchObject({ ok: false, firstBadLine: 4 });
  });
  await securityCase('T53', 'the clock moved back', async () => {
    const file = path.join(folder ?? '', 'clock.jsonl');
    const history = await openHistory(file);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') });
    await history.append(begun({ reason: 'first' }));
    vi.setSystemTime(new Date('2020-01-01T00:00:00Z'));
    await history.append(begun({ reason: 'second' }));
    vi.useRealTimers();
    for (const each of [history, await openHistory(file)]) {
      expect(each.list().map(({ reason }) => reason)).toEqual(['second', 'first']);
      expect(await each.verify()).toEqual({ ok: true, lines: 2 });
    }
  });

  const file = path.join(folder, 'killed.jsonl');
  const tornLines = () => readdirSync(folder ?? '').filter((name) => name.includes('.torn-'));
  let killsInMidLine = 0;
  let promised = 0;
  let growth = 0;
  for (let round = 1; round <= 60; round += 1) {
    await securityCase('T53', `kill -9 while appending, ${round}`, async () => {
      // On a busy machine none may have come to its first line, so that every other one is given the time for it.
      const task = { file, bytes: 100_000, appends: 1_000_000 };
      const last = (await killSoon<AppendReport>(program, task, 20, round % 2 === 0 ? 2 : 1)).at(-1);
      if (last && 'entries' in last) promised = last.entries;
      // In the first rounds it may be killed before there is a file: an empty history is whole, too.
      if (promised > 0) expect(existsSync(file)).toBe(true);
      if (existsSync(file) && (readFileSync(file).at(-1) ?? NEWLINE) !== NEWLINE) killsInMidLine += 1;
      const history = await openHistory(file);
      const found = history.list().length;
      expect([promised, promised + 1]).toContain(found);
      expect(await history.verify()).toEqual({ ok: true, lines: found });
      expect(tornLines()).toHaveLength(killsInMidLine);
      growth += found - promised;
      promised = found;
    });
  }
  expect(promised + growth).toBeGreaterThan(0);
});
