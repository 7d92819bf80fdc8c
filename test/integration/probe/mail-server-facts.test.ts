import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scan } from '../../../src-main/probe/scan';
import { unwatchedWork } from '../../../src-main/work/work';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { signed, type TestCertificate } from '../../support/certificates';
import { freePorts } from '../../support/free-port';
import { type ScriptedSmtpOptions, silence, startScriptedSmtp } from '../../support/scripted-smtp';
import { plain, runProbe } from './run-probe';

let good: TestCertificate;
beforeAll(async () => {
  good = await signed();
});
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function scripted(options: ScriptedSmtpOptions) {
  const server = await startScriptedSmtp(options);
  running.push(server);
  return server;
}

describe('the facts a verdict needs', () => {
  test('come from a probe and the scan of the same port', async () => {
    const server = await scripted({ tls: good, login: { userName: 'ada', password: 'pass' } });
    const [port] = (await scan('127.0.0.1', unwatchedWork(), { ports: [server.port] })).ports;
    const { seen } = await runProbe({ ...plain(server.port), security: 'startTls', pin: good.sha256 });
    expect(mailServerFacts(seen, port)).toEqual({
      reach: 'open',
      firstWord: 'greeting',
      startTls: 'accepted',
      tls: { '1.0': false, '1.1': false, '1.2': true, '1.3': true },
      certificate: 'unknownCa',
      loginInClear: 'usable',
      loginEncrypted: 'usable',
      loginMethods: { clear: 'LOGIN', encrypted: 'LOGIN' },
      needsLogin: false,
      mail: 'accepted',
      tried: { encrypted: true, loggedIn: false, answer: 'accepted', goodbye: 'answered', withoutText: true },
    });
  });

  test.each<[string, ScriptedSmtpOptions, object, object]>([
    [
      'wrong password',
      { login: { userName: 'ada', password: 'other' } },
      { login: { userName: 'ada', password: 'x' }, clearTextConsent: true },
      { credentials: 'refused', startTls: 'notOffered' },
    ],
    [
      'right password',
      {},
      { login: { userName: 'ada', password: 'x' }, clearTextConsent: true },
      { credentials: 'accepted', mail: 'accepted', needsTls: false },
    ],
    [
      'login wanted',
      { script: { MAIL: '530 5.7.0 Authentication required' } },
      {},
      { needsLogin: true, needsTls: false },
    ],
    [
      'encryption wanted',
      { extensions: [], script: { MAIL: '530 5.7.0 Must issue a STARTTLS command first' } },
      {},
      { needsTls: true, loginInClear: 'none' },
    ],
    ['relaying denied', { extensions: [], script: { RCPT: '554 5.7.1 Relay access denied' } }, {}, { mail: 'refused' }],
    [
      'only XOAUTH2',
      { extensions: ['AUTH XOAUTH2'] },
      {},
      { loginInClear: 'unusable', mail: 'accepted', needsLogin: false },
    ],
    ['a silent server', { script: { greeting: silence } }, {}, { reach: 'open', firstWord: 'silent' }],
    ['a refusing server', { script: { greeting: '554 No' } }, {}, { reach: 'open', firstWord: 'other' }],
  ])('from a probe alone: %s', async (_name, options, more, facts) => {
    const server = await scripted(options);
    const { seen } = await runProbe({ ...plain(server.port), ...more });
    expect(mailServerFacts(seen)).toMatchObject(facts);
  });

  test.each([
    ['none', 'tls'],
    ['tls', 'tls'],
  ] as const)('%s to a port that begins with TLS', async (security, firstWord) => {
    const server = await scripted({ tls: good, implicitTls: true });
    const { seen } = await runProbe({ ...plain(server.port), security });
    expect(mailServerFacts(seen)).toMatchObject({ reach: 'open', firstWord });
  });

  test('the wrong kind of encryption: what the right one offers is looked at as well', async () => {
    const versions = { '1.0': false, '1.1': false, '1.2': true, '1.3': true };
    const both = {
      tls: versions,
      certificate: 'unknownCa',
      loginEncrypted: 'usable',
      loginMethods: { encrypted: 'LOGIN' },
    };
    const implicit = await scripted({ tls: good, implicitTls: true });
    const first = await runProbe({ ...plain(implicit.port), security: 'startTls', tlsVersions: true });
    expect(first.failures).toEqual(['S09']);
    expect(mailServerFacts(first.seen)).toEqual({ reach: 'open', firstWord: 'tls', ...both });
    const upgrading = await scripted({ tls: good });
    const second = await runProbe({ ...plain(upgrading.port), security: 'tls', tlsVersions: true });
    expect(second.failures).toEqual(['S10']);
    const clear = { firstWord: 'greeting', startTls: 'accepted', loginInClear: 'usable' };
    const loginMethods = { clear: 'LOGIN', encrypted: 'LOGIN' };
    expect(mailServerFacts(second.seen)).toEqual({ reach: 'open', ...clear, ...both, loginMethods });
  });

  test('a closed port', async () => {
    const [port = 0] = await freePorts(1);
    expect(mailServerFacts((await runProbe(plain(port))).seen)).toEqual({ reach: 'refused' });
  });

  test('STARTTLS never answered', async () => {
    const server = await scripted({ tls: good, script: { STARTTLS: silence } });
    const { seen } = await runProbe({ ...plain(server.port), security: 'startTls' });
    expect(mailServerFacts(seen)).toMatchObject({ firstWord: 'greeting', startTls: 'silent' });
  });

  test('STARTTLS refused', async () => {
    const server = await scripted({ tls: good, script: { STARTTLS: '454 4.7.0 No' } });
    const { seen } = await runProbe({ ...plain(server.port), security: 'startTls' });
    expect(mailServerFacts(seen)).toMatchObject({ firstWord: 'greeting', startTls: 'refused' });
  });
});
