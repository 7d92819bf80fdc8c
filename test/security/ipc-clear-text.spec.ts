import type { MailboxSeen } from '../../src-shared/model/mailbox';
import { answerBoxes, expect } from '../e2e/support/app';
import { compromised, test } from '../e2e/support/compromised';
import { salt } from '../support/cipher-vectors';
import { startDovecot } from '../support/dovecot';
import { gluuTree } from '../support/gluu-tree';
import { startSlapd } from '../support/slapd';
import { boxesOf, codeOf, type MailScene, PASSWORD, startMailScene, user } from './support/mail-scene';

// Five refusals within a minute are all that is asked for: these tests take four.
const inside = compromised();
let scene: MailScene;
test.beforeAll(async () => {
  scene = await startMailScene(inside);
});
test.afterAll(() => scene?.stop());

test('an SMTP password goes readable only after a box with host and user, once, whatever the window says', async () => {
  const { mail, mailTest } = scene;
  const login = { userName: user, password: { kind: 'typed', value: PASSWORD } };
  const tried = () => mailTest({ until: 'login', login });
  const connections = mail.connections();
  expect(await mailTest({ until: 'login', login, clearTextConsent: true })).toMatchObject({
    failure: { code: 'input.invalid' },
  });
  const refused = await boxesOf(inside, 'no', tried);
  expect(refused.answer).toMatchObject({ failure: { code: 'smtp.clearText', facts: { user } } });
  expect(mail.connections()).toBe(connections);
  expect(refused.boxes).toHaveLength(1);
  expect(refused.boxes[0]).toMatch(/^Send a password unencrypted to localhost\?\n/);
  expect(refused.boxes[0]).toContain(`\nUser: ${user}\nTo: localhost\nPort: ${mail.port}\n`);
  const agreed = await boxesOf(inside, 'yes', tried);
  expect([codeOf(agreed.answer), agreed.boxes.length]).toEqual(['done', 1]);
  expect(mail.lines().some(({ line }) => line.startsWith('AUTH'))).toBe(true);
  const again = await boxesOf(inside, 'no', tried);
  expect([codeOf(again.answer), again.boxes]).toEqual(['done', []]);
  const other = await boxesOf(inside, 'yes', () =>
    mailTest({ until: 'login', login: { ...login, userName: 'other' } }),
  );
  expect(other.boxes).toHaveLength(1);
});

test('a mailbox password goes readable only after a box with host and user, once', async () => {
  const dovecot = await startDovecot();
  try {
    const draft = { host: 'localhost', port: dovecot.port, mode: 'none', user: dovecot.user };
    const check = (more: object = {}) =>
      inside.ask<MailboxSeen>('mailbox.check', {
        draft: { ...draft, ...more },
        password: { kind: 'typed', value: dovecot.password },
      });
    await answerBoxes(inside.app.electron, 'yes');
    await check({ mode: 'startTls' }); // its place is confirmed now
    const before = dovecot.log();
    const refused = await boxesOf(inside, 'no', check);
    expect(refused.answer).toMatchObject({ failure: { code: 'imap.clearText', facts: { user: dovecot.user } } });
    expect(refused.boxes).toEqual([
      expect.stringContaining(`User: ${dovecot.user}\nTo: localhost\nPort: ${dovecot.port}\n`),
    ]);
    expect(dovecot.log().slice(before.length)).not.toContain('Login');

    const password = { kind: 'replace', value: dovecot.password };
    expect(codeOf(await inside.ask('mailbox.save', { draft, password }))).toBe('done');
    const wait = { token: 'ABCDEFGH', since: new Date().toISOString(), limitMs: 0 };
    const agreed = await boxesOf(inside, 'yes', () => inside.ask('mailbox.wait', wait));
    expect([codeOf(agreed.answer), agreed.boxes.length]).toEqual(['done', 1]);
    const again = await boxesOf(inside, 'no', check);
    expect([codeOf(again.answer), again.boxes]).toEqual(['done', []]);
  } finally {
    await dovecot.stop();
  }
});

test('a bind password goes readable only after a box with host and bind DN, once', async () => {
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  const binds = () => slapd.log().split(' BIND dn=').length - 1;
  try {
    const draft = { ...scene.profile, name: 'plain', port: slapd.port, bindDn: slapd.bindDn };
    await answerBoxes(inside.app.electron, 'yes');
    const serverId = await inside.addServer({ ...draft, mode: 'startTls' }, slapd.password);
    const check = () => inside.ask('server.check', { serverId });
    expect(codeOf(await check())).toBe('tls.untrusted'); // its place is confirmed now
    const bindPassword = { kind: 'replace', value: slapd.password };
    const plain = { serverId, draft, bindPassword, salt: { kind: 'keep' } };
    expect(codeOf(await inside.ask('server.save', plain))).toBe('done');

    const refused = await boxesOf(inside, 'no', check);
    expect(refused.answer).toMatchObject({ failure: { code: 'ldap.clearText', facts: { user: slapd.bindDn } } });
    expect(refused.boxes).toEqual([
      expect.stringContaining(`User: ${slapd.bindDn}\nTo: 127.0.0.1\nPort: ${slapd.port}\n`),
    ]);
    // A salt that is entered is proved by logging in as well.
    const entered = { ...plain, salt: { kind: 'replace', value: salt } };
    const proved = await boxesOf(inside, 'no', () => inside.ask('server.save', entered));
    expect(proved.answer).toMatchObject({ ok: true, value: { unreached: { code: 'ldap.clearText' } } });
    expect([proved.boxes.length, binds()]).toEqual([1, 0]);
    const agreed = await boxesOf(inside, 'yes', check);
    expect([codeOf(agreed.answer), agreed.boxes.length]).toEqual(['done', 1]);
    const again = await boxesOf(inside, 'no', check);
    expect([codeOf(again.answer), again.boxes]).toEqual(['done', []]);
    expect(binds()).toBeGreaterThan(0);
  } finally {
    await slapd.stop();
  }
});
