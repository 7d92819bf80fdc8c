import { userInfo } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { filesSettled } from '../../../src-main/files/atomic-write';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import type { History } from '../../../src-main/history/history-log';
import { salt } from '../../support/cipher-vectors';
import { gluuNames } from '../../support/gluu-names';
import { expectNoSentences } from '../../support/no-sentences';
import { noticeRead } from '../../support/notice';
import { workWith } from '../../support/test-console';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn, organizationDn, oxAuthDn } = gluuNames();
const smtp = '{"host":"old.example.org","port":"587","password":"gl0g4Ch2tkU="}';

let server: TestConsole;
afterEach(() => server.stop());

const lines = () =>
  server
    .historyText()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('tells a write with the state before and after, who did it and why', async () => {
  server = await startConsole({ tree: { smtp, appliance: { passwordResetAllowed: 'Enabled' } } });
  await server.save(
    {
      passwordReset: true,
      contactEmail: 'a@example.org',
      smtpPort: 25,
      smtpUserName: 'me',
      organizationName: 'New',
      serverIp: '::1',
    },
    { reason: 'the relay moved' },
  );
  expect(server.history.list()).toMatchObject([
    {
      serverId: server.serverId,
      serverName: 'Test server',
      environment: 'test',
      host: `127.0.0.1:${server.proxy.port}`,
      actor: { osUser: userInfo().username, bindDn: server.slapd.bindDn },
      reason: 'the relay moved',
      outcome: 'saved',
      check: 'assertion',
      verifiedAt: expect.any(String),
      entries: [
        {
          dn: applianceDn,
          changes: [
            {
              field: 'passwordReset',
              attribute: 'passwordResetAllowed',
              before: ['Enabled'],
              after: ['enabled'],
            },
            { field: 'contactEmail', attribute: 'oxTrustEmail', before: null, after: ['a@example.org'] },
            { field: 'smtpPort', attribute: 'oxSmtpConfiguration', key: 'port', before: ['"587"'], after: ['25'] },
            {
              field: 'smtpUserName',
              attribute: 'oxSmtpConfiguration',
              key: 'user-name',
              before: null,
              after: ['"me"'],
            },
          ],
        },
        {
          dn: organizationDn,
          changes: [
            { field: 'organizationName', attribute: 'displayName', before: ['Example Organization'], after: ['New'] },
          ],
        },
        {
          dn: oxAuthDn,
          changes: [
            { field: 'serverIp', attribute: 'oxWebKeysSettings', key: 'server_ip', before: null, after: ['"::1"'] },
            {
              field: 'update_at',
              attribute: 'oxWebKeysSettings',
              key: 'update_at',
              before: null,
              after: [expect.any(String)],
            },
          ],
        },
      ],
    },
  ]);
});

test('has the before-image on disk before the server hears of the write', async () => {
  server = await startConsole();
  const plan = await server.plan({ maxLogSize: 300 });
  let atWrite: unknown;
  const work = workWith('Write', async () => {
    atWrite = lines();
  });
  await server.update(plan, { work });
  expect(atWrite).toMatchObject([
    { kind: 'begun', seq: 1, entries: [{ dn: applianceDn, changes: [{ before: ['200'], after: ['300'] }] }] },
  ]);
  await filesSettled();
  expect(lines()).toMatchObject([{ kind: 'begun' }, { kind: 'ended', seq: 2, outcome: 'saved' }]);
});

test('keeps its chain over writes that end in every way', async () => {
  server = await startConsole();
  const view = await server.load();
  await server.save({ maxLogSize: 300 }, { view });
  await server.save({ maxLogSize: 310 }, { view });
  await server.save(
    { passwordReset: true },
    {
      work: workWith('Write', () => server.slapd.modify(replaceWith(applianceDn, 'passwordResetAllowed', 'disabled'))),
    },
  );
  await server.save({ scim: true }, { work: workWith('Read back', async () => server.proxy.cut()) });
  expect(server.history.list().map(({ outcome }) => outcome)).toEqual(['saved', 'notSaved', 'saved']);
  await filesSettled();
  expect(await server.history.verify()).toEqual({ ok: true, lines: lines().length });
});

test('does not judge a write again once it has ended', async () => {
  server = await startConsole();
  await server.save({ maxLogSize: 300 });
  const [{ id = '' } = {}] = server.history.list();
  await filesSettled();
  const before = server.historyText();
  await server.slapd.modify(replaceWith(applianceDn, 'gluuMaxLogSize', '200'));
  expect(await server.verify(id)).toBe('saved');
  expect(server.history.list()).toMatchObject([{ outcome: 'saved', check: 'assertion' }]);
  await server.load();
  await filesSettled();
  expect(server.historyText()).toBe(before);
});

describe('a secret', () => {
  test('leaves its place in the history, and no trace of itself', async () => {
    server = await startConsole({ tree: { smtp } });
    const password = 'a new secret 4711';
    await server.save({ smtpHost: 'h', smtpPassword: { kind: 'replace', value: password } });
    const secrets = [password, encrypt(password, salt), 'gl0g4Ch2tkU=', salt, server.slapd.password];
    await filesSettled();
    for (const secret of secrets) {
      expect(server.historyText()).not.toContain(secret);
      expect(server.historyText()).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(server.historyText()).not.toContain(Buffer.from(secret).toString('base64'));
    }
    const [, change] = server.history.list()[0]?.entries[0]?.changes ?? [];
    expect(change).toMatchObject({ field: 'smtpPassword', key: 'password', secret: true, before: null, after: null });
    expect(change?.mark?.before).not.toBe(change?.mark?.after);
  });

  test('is told apart later all the same', async () => {
    server = await startConsole({ tree: { smtp }, settlePauses: { verify: [50, 100, 200] } });
    const plan = await server.plan({ smtpPassword: { kind: 'replace', value: 'new secret' } });
    await server.update(plan, { work: workWith('Read back', () => server.slapd.kill9()) });
    const historyId = server.history.list()[0]?.id ?? '';
    expect(server.history.list()).toMatchObject([{ outcome: 'unknown' }]);
    await server.slapd.restart();
    expect(await server.verify(historyId)).toBe('saved');
  });
});

describe('a history that cannot be written', () => {
  const full = (kind: 'begun' | 'ended') => (real: History) => ({
    ...real,
    append: async (record: Parameters<History['append']>[0]) => {
      if (record.kind === kind)
        throw new AppError('file.unwritable', { facts: { file: 'history.jsonl' }, detail: 'no space left' });
      await real.append(record);
    },
  });

  test('before a write: nothing is written to the server', async () => {
    server = await startConsole({ history: full('begun') });
    await expect(server.save({ maxLogSize: 300 })).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
  });

  test('after a write: it is reported as saved, and a notice says that', async () => {
    server = await startConsole({ history: full('ended') });
    expect(await server.save({ maxLogSize: 300 })).toMatchObject({ kind: 'saved' });
    const told = () =>
      server.events.flatMap((event) => (event.kind === 'notices' ? event.notices.map(noticeRead) : []));
    await expect.poll(told).toMatchObject([
      {
        tone: 'warn',
        title: expect.stringMatching(/^The end of a write to .* was not recorded\.$/),
        text: expect.stringContaining('The history file could not be written'),
      },
    ]);
    expect((await server.must('app.state')).notices).toHaveLength(1);
    expect(server.history.list()).toMatchObject([{ outcome: 'pending' }]);
  });

  test('does not keep the server from being read', async () => {
    server = await startConsole({ history: full('ended') });
    await server.save({ maxLogSize: 300 });
    expect((await server.load()).fields.maxLogSize?.value).toBe(300);
    expect(server.history.list()).toMatchObject([{ outcome: 'pending' }]);
  });
});

test('holds codes and facts, and no sentence in any language', async () => {
  server = await startConsole({ tree: { smtp } });
  const view = await server.load();
  await server.slapd.modify(replaceWith(applianceDn, 'gluuMaxLogSize', '300'));
  const all = { passwordReset: true, contactEmail: 'a@example.org', smtpPort: 25, serverIp: '::1' };
  await server.save(all, { view, reason: 'the relay moved' });
  await server.rollBack();
  expect(server.history.list()[1]?.entries[0]?.mergedWith?.fields).toEqual(['maxLogSize']);
  await filesSettled();
  expectNoSentences(server.historyText());
});
