import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoCertificate, makeCertificate } from '../../../src-main/demo/certificate';
import type { MailListener } from '../../../src-main/demo/fleet-table';
import { Inbox } from '../../../src-main/demo/inbox';
import { type MailServer, startMailServer } from '../../../src-main/demo/mail-server';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { scan } from '../../../src-main/probe/scan';
import { unwatchedWork } from '../../../src-main/work/work';
import { plain, runProbe } from './run-probe';

const account = { user: 'gluu-meadow@demo.example', password: 'its password' };
const login = { userName: account.user, password: account.password };

describe('a mail server of another make', () => {
  let certificate: DemoCertificate;
  let inbox: Inbox;
  let server: MailServer;
  beforeEach(async () => {
    certificate = await makeCertificate();
    inbox = new Inbox();
    server = await startMailServer({ certificate, accounts: [account], inbox });
  });
  afterEach(() => server.stop());

  const probing = (listener: MailListener, more: Partial<ProbeRequest>) =>
    runProbe({ ...plain(server.ports[listener]), host: 'localhost', from: account.user, ...more });
  const pin = () => ({ pin: certificate.sha256 });

  test.each<[MailListener, () => Partial<ProbeRequest>]>([
    ['plain', () => ({})],
    ['plain', () => ({ login, clearTextConsent: true })],
    ['startTls', () => ({ security: 'startTls', login, ...pin() })],
    ['implicitTls', () => ({ security: 'tls', login, ...pin() })],
  ])('%s: nothing stands in the way, and nothing is sent', async (listener, more) => {
    const ran = await probing(listener, more());
    expect(ran.failures).toEqual([]);
    expect(ran.seen.loggedIn).toBe(more().login !== undefined);
    expect(inbox.list()).toEqual([]);
  });

  test.each<[MailListener, () => Partial<ProbeRequest>, string]>([
    ['startTls', () => ({ security: 'startTls', login: { ...login, password: 'wrong' }, ...pin() }), 'S44'],
    ['startTls', () => ({ security: 'startTls', login }), 'S25'],
    ['startTls', () => ({ security: 'tls', login }), 'S10'],
    ['startTls', () => ({ login, clearTextConsent: true }), 'S48'],
    ['implicitTls', () => ({ security: 'startTls', login }), 'S09'],
    ['implicitTls', () => ({ security: 'tls', ...pin() }), 'S61'],
    ['plain', () => ({ security: 'startTls' }), 'S20'],
  ])('%s, case %#', async (listener, more, id) => {
    expect((await probing(listener, more())).failures).toEqual([id]);
    expect(inbox.list()).toEqual([]);
  });

  test('offers what it is made for', async () => {
    const { plain: open, startTls, implicitTls } = server.ports;
    const result = await scan('localhost', unwatchedWork(), { ports: [open, startTls, implicitTls], stepMs: 1500 });
    expect(result.suggested.map(({ port, security }) => [port, security])).toEqual([
      [startTls, 'startTls'],
      [implicitTls, 'tls'],
      [open, 'none'],
    ]);
  });
});
