import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { ServerId } from '../../src-shared/model/server';
import { startListeningPost } from '../e2e/support/listening-post';
import { selfSigned, type TestCertificate } from '../support/certificates';
import { gluuTree } from '../support/gluu-tree';
import { someServer } from '../support/server-draft';
import { type Slapd, startSlapd } from '../support/slapd';
import { startTestConsole, type TestConsole } from '../support/test-console';

let own: TestCertificate;
let bank: Slapd;
let other: Slapd;
let console: TestConsole;
beforeEach(async () => {
  own = await selfSigned();
  [bank, other] = await Promise.all([
    startSlapd({ ldif: gluuTree({ version: '3.1.2' }), tls: own }),
    startSlapd({ ldif: gluuTree({ version: '3.1.2' }), tls: own }),
  ]);
  console = await startTestConsole({ helpers: inject('helpers') });
});
afterEach(async () => {
  await console.stop();
  await Promise.all([bank.stop(), other.stop()]);
});

const changed = { ok: false, failure: { code: 'write.changed' } };
const keep = { bindPassword: { kind: 'keep' }, salt: { kind: 'keep' } };
const profile = async (id: ServerId) => (await console.must('server.list')).find((server) => server.id === id);
const ldaps = ({ ldapsPort }: Slapd) => ({
  ...someServer,
  mode: 'ldaps' as const,
  port: ldapsPort,
  bindDn: bank.bindDn,
});

/** Runs a call of a script while the box of another call is open; the user agrees to what the box says. */
async function behindTheBox(call: () => Promise<unknown>, behind: () => Promise<unknown>): Promise<unknown> {
  console.says.whenAsked = async () => {
    console.says.whenAsked = undefined; // the boxes that its own calls raise are answered at once
    // What raises no box is waited for; the box of any other call waits behind this one, and is there by then.
    await Promise.race([behind(), sleep(1500)]);
  };
  return call();
}

describe('what the box showed is what is used, or nothing is done:', () => {
  test('a certificate is not trusted for the server that the profile was moved to meanwhile', async () => {
    const serverId = await console.addServer(ldaps(other), bank.password);
    expect(await console.call('server.check', { serverId })).toMatchObject({ failure: { code: 'tls.untrusted' } });
    const moved = { serverId, draft: { ...ldaps(bank), name: 'bank' }, ...keep };
    const trusted = await behindTheBox(
      () => console.call('server.trust', { serverId, sha256: own.sha256 }),
      () => console.call('server.save', moved),
    );
    expect(trusted).toMatchObject(changed);
    expect(await profile(serverId)).toMatchObject({ port: bank.ldapsPort });
    expect(await profile(serverId)).not.toHaveProperty('pin');
    // Nor is it later: it was refused at the other place.
    expect(await console.call('server.trust', { serverId, sha256: own.sha256 })).toMatchObject({
      failure: { code: 'tls.changed' },
    });
  });

  test('a change list is written on no other server', async () => {
    const at = ({ port }: Slapd) => ({ ...someServer, port, bindDn: bank.bindDn });
    const serverId = await console.addServer(at(other), other.password);
    const elsewhere = await console.addServer({ ...at(bank), name: 'bank' }, bank.password);
    await console.must('server.check', { serverId: elsewhere });
    const { snapshotId } = await console.must('organization.load', { serverId });
    const values = { contactEmail: 'taken@example.org' };
    const changes = { values, secrets: {} };
    const { planId } = await console.must('organization.plan', { serverId, snapshotId, changes });
    const password = { kind: 'replace', value: bank.password };
    const move = { serverId, draft: at(bank), salt: { kind: 'keep' }, bindPassword: password };
    const before = [bank.modifies().length, other.modifies().length];
    const ended = await behindTheBox(
      () => console.call('organization.update', { planId }),
      () => console.call('server.save', move),
    );
    expect(ended).toMatchObject(changed);
    expect([bank.modifies().length, other.modifies().length]).toEqual(before);
  });

  test('a server that was changed is not removed, nor is one opened that became production', async () => {
    const serverId = await console.addServer({ name: 'shown', readOnly: true });
    const rename = {
      serverId,
      draft: { ...someServer, name: 'bank', environment: 'production', readOnly: true },
      ...keep,
    };
    const save = () => console.call('server.save', rename);
    expect(await behindTheBox(() => console.call('server.remove', { serverId }), save)).toMatchObject(changed);
    const back = { ...rename, draft: { ...someServer, name: 'shown', readOnly: true } };
    await console.must('server.save', back);
    const open = () => console.call('server.setReadOnly', { serverId, readOnly: false });
    expect(await behindTheBox(open, save)).toMatchObject(changed);
    expect(await profile(serverId)).toMatchObject({ name: 'bank', environment: 'production', readOnly: true });
  });

  test('a mailbox that was led to another place meanwhile is not connected to there', async () => {
    const [confirmed, elsewhere] = [await startListeningPost(), await startListeningPost()];
    const draft = { host: '127.0.0.1', port: confirmed.port, mode: 'none', user: 'ada' };
    const password = { kind: 'replace', value: 'typed' };
    await console.must('mailbox.save', { draft, password });
    console.says.yes = ({ yes }) => yes === 'Connect';
    const wait = { token: 'ABCDEFGH', since: new Date().toISOString(), limitMs: 0 };
    expect(await console.call('mailbox.wait', wait)).toMatchObject({ failure: { code: 'imap.clearText' } });
    console.says.yes = ({ yes }) => yes !== 'Connect';
    const ended = await behindTheBox(
      () => console.call('mailbox.wait', wait),
      () => console.call('mailbox.save', { draft: { ...draft, port: elsewhere.port, mode: 'tls' }, password }),
    );
    expect(ended).toMatchObject({ failure: { code: 'place.notAllowed' } });
    expect([confirmed.heard, elsewhere.heard]).toEqual([[], []]);
    await Promise.all([confirmed.close(), elsewhere.close()]);
  });

  test('the lock is not weakened beyond what the box said', async () => {
    await console.must('app.setAutoLock', { afterMinutes: 60, withScreen: false });
    const ended = await behindTheBox(
      () => console.call('app.setAutoLock', { afterMinutes: 0, withScreen: false }),
      () => console.call('app.setAutoLock', { afterMinutes: 5, withScreen: true }),
    );
    expect(ended).toMatchObject(changed);
    expect(await console.must('app.state')).toMatchObject({ autoLock: { afterMinutes: 5, withScreen: true } });
  });
});
