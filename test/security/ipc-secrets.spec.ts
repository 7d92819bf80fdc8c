import { randomBytes } from 'node:crypto';
import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import type { CallName } from '../../src-shared/contract/contract';
import type { ChangePlan, OrganizationView } from '../../src-shared/model/organization';
import type { UserPage } from '../../src-shared/model/user';
import { answerBoxes, expect } from '../e2e/support/app';
import { compromised, test } from '../e2e/support/compromised';
import { selfSigned } from '../support/certificates';
import { gluuTree } from '../support/gluu-tree';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { someServer } from '../support/server-draft';
import { startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';
import { encodings } from './support/ipc-encodings';
import { tappedTexts, tapWire } from './support/ipc-wire-tap';

const inside = compromised();
const user = 'gluu@example.org';

/** A text that means something else in every encoding, and occurs nowhere by chance. */
const secretOf = (kind: string) => `${kind}/é"&+${randomBytes(9).toString('hex')}`;
const random = {
  salt: randomBytes(12).toString('hex'),
  storedSmtp: secretOf('stored'),
  newSmtp: secretOf('new'),
  testUser: secretOf('person'),
  mailbox: secretOf('mailbox').replace(/"/g, ''),
};

test(titled('T81'), async () => {
  await answerBoxes(inside.app.electron, 'yes');
  await tapWire(inside.app.electron, inside.app.page);
  const { key, cert } = await selfSigned();
  const mail = await startScriptedSmtp({ tls: { key, cert } });
  const stored = {
    ...{ host: 'localhost', port: mail.port, 'user-name': user, 'requires-authentication': true },
    ...{ 'requires-ssl': false, 'trust-host': false, 'from-name': 'Gluu', 'from-email-address': user },
    password: encrypt(random.storedSmtp, random.salt),
  };
  const slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', smtp: JSON.stringify(stored), people: 3, salt: random.salt }),
    tls: { key, cert },
  });
  const secrets = { bindPassword: slapd.password, ...random };
  const done: string[] = [];
  async function call<T>(name: CallName, input?: unknown): Promise<T> {
    const answered = await inside.ask<T>(name, input);
    if (answered.ok) done.push(name);
    return (answered.ok ? answered.value : answered.failure) as T;
  }

  const server = { ...someServer, name: 'tapped', port: slapd.ldapsPort, mode: 'ldaps', bindDn: slapd.bindDn } as const;
  const serverId = await inside.addServer(server, slapd.password, random.salt);
  const refused = await call<{ certificate: { sha256: string } }>('server.check', { serverId });
  await call('server.trust', { serverId, sha256: refused.certificate.sha256 });
  await call('server.check', { serverId });
  const view = await call<OrganizationView>('organization.load', { serverId });
  const screen = {
    ...{ serverId, snapshotId: view.snapshotId, host: 'localhost', port: mail.port, security: 'none' },
    ...{ requiresSsl: false, trustServer: false, fromName: 'Gluu', fromEmail: user, recipient: user },
  };
  for (const until of ['login', 'recipient', 'send']) {
    const password = { kind: 'stored' };
    await call('smtp.test', { ...screen, until, login: { userName: user, password } });
  }
  const typed = { kind: 'typed', value: random.newSmtp };
  await call('smtp.test', { ...screen, until: 'login', login: { userName: user, password: typed } });
  await call('smtp.tests', { serverId });
  const changes = {
    values: { contactEmail: user },
    secrets: { smtpPassword: { kind: 'replace', value: random.newSmtp } },
  };
  const plan = await call<ChangePlan>('organization.plan', { serverId, snapshotId: view.snapshotId, changes });
  await call('organization.update', { planId: plan.planId });
  await call('history.find', { sought: { words: [], serverId }, limit: 100 });
  await call('readiness.check', { serverId });
  const people = await call<UserPage>('users.search', { serverId, text: '', anywhere: true, offset: 0 });
  expect(people.people.length).toBeGreaterThan(0);
  const person = { givenName: 'Test', sn: 'User', mail: 'test.user@example.org', password: random.testUser };
  const made = await call<{ dn: string }>('users.createTest', { serverId, ...person });
  await call('users.loginTest', { serverId, dn: made.dn, password: random.testUser });
  await call('users.person', { serverId, dn: made.dn });
  await call('users.removeTest', { serverId, dn: made.dn });
  const draft = { host: 'localhost', port: mail.port, mode: 'none', user };
  await call('mailbox.save', { draft, password: { kind: 'replace', value: random.mailbox } });
  await call('mailbox.account');
  await inside.ask('mailbox.check', { draft, password: { kind: 'stored' } }); // what answers is no mailbox
  await call('server.list');
  await call('app.state');
  await Promise.all([mail.stop(), slapd.stop()]);

  // What a recording without these would prove is nothing.
  expect(done).toEqual(
    expect.arrayContaining([
      ...['server.check', 'organization.load', 'smtp.test', 'organization.plan', 'organization.update'],
      ...['history.find', 'readiness.check', 'users.createTest', 'users.loginTest', 'mailbox.save'],
    ]),
  );
  const texts = await tappedTexts(inside.app.electron);
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.some((text) => text.includes('"tapped"'))).toBe(true);
  const all = texts.join('\n').toLowerCase();
  for (const [kind, secret] of Object.entries(secrets)) {
    for (const [form, encode] of Object.entries(encodings)) {
      await securityCase('T81', `${kind} in ${form}`, () => {
        // Texts were recorded as JSON, in which the clear form is the one of JSON as well.
        expect(all.includes(encode(secret).toLowerCase()), `${kind} in ${form}`).toBe(false);
        expect(all.includes(JSON.stringify(encode(secret)).slice(1, -1).toLowerCase())).toBe(false);
      });
    }
  }
});
