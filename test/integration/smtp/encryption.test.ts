import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { sentencesOf } from '../../../src-shared/messages/failure-texts';
import { expired, selfSigned, signed, type TestCertificate, unknownAuthority } from '../../support/certificates';
import {
  drop,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  silence,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { failedStep, login, plain, runMailTest } from './run-mail-test';

let good: TestCertificate;
beforeAll(async () => {
  good = await signed();
});
let server: ScriptedSmtp;
afterEach(() => server.stop());

async function meet(options: ScriptedSmtpOptions, more: Partial<MailSettings>) {
  server = await startScriptedSmtp(options);
  return runMailTest({ ...plain(server.port), login, ...more });
}
/** No line that could carry the password went out unencrypted. */
const nothingInClear = () =>
  expect(server.lines().filter(({ line, secured }) => !secured && !/^(EHLO|STARTTLS|QUIT)/.test(line))).toEqual([]);

describe('STARTTLS', () => {
  it('protects login and message, and the transcript says from where on', async () => {
    const ran = await meet({ tls: good, login }, { security: 'startTls', pin: good.sha256 });
    expect(ran.delivery).toMatchObject({ login: 'done', tls: { trust: 'pin' } });
    nothingInClear();
    const firstProtected = ran.transcript.findIndex(({ encrypted }) => encrypted);
    expect(ran.transcript[firstProtected - 1]?.text).toBe('220 2.0.0 Go ahead');
    expect(ran.transcript.slice(firstProtected).every(({ encrypted }) => encrypted)).toBe(true);
  });

  it('that is not offered ends the test; consent to clear text does not count here', async () => {
    const ran = await meet({ extensions: ['AUTH PLAIN', 'SIZE 9'] }, { security: 'startTls', clearTextConsent: true });
    expect(ran.failure).toMatchObject({ code: 'smtp.startTlsMissing', stage: 'TLS' });
    expect(ran.failure?.detail).toContain('The server offers: AUTH PLAIN, SIZE 9');
    expect(ran.steps.find(({ name }) => name === 'Greeting')).toMatchObject({
      state: 'warned',
      text: 'does not offer STARTTLS',
    });
    expect(server.lines().map(({ line }) => line.slice(0, 4))).toEqual(['EHLO']);
  });

  it('that is not offered is not used either, although the server would take it', async () => {
    const quiet = { EHLO: '250-scripted.example\r\n250 AUTH PLAIN' };
    const ran = await meet({ tls: good, script: quiet }, { security: 'startTls', pin: good.sha256 });
    expect(ran.failure).toMatchObject({ code: 'smtp.startTlsMissing' });
  });

  it('is wanted from a server that knows HELO only', async () => {
    const ran = await meet({ script: { EHLO: '502 5.5.1 What' } }, { security: 'startTls' });
    expect(ran.failure).toMatchObject({ code: 'smtp.greetingRefused', stage: 'Greeting', detail: '502 5.5.1 What' });
    nothingInClear();
  });

  it.each([
    ['refused for now', '454 4.7.0 TLS not available'],
    ['refused', '554 5.7.3 No TLS today'],
  ])('%s', async (_name, reply) => {
    const ran = await meet({ tls: good, script: { STARTTLS: reply } }, { security: 'startTls' });
    expect(ran.failure).toMatchObject({ code: 'smtp.startTlsRefused', stage: 'TLS', detail: reply });
    nothingInClear();
  });

  it.each<[string, ScriptedSmtpOptions['script'], string]>([
    ['dropped', { STARTTLS: drop }, 'smtp.dropped'],
    ['left without an answer', { STARTTLS: silence }, 'net.timeout'],
    ['agreed to without a handshake', { STARTTLS: '220 Go ahead' }, 'net.timeout'],
    [
      'answered with garbage',
      {
        STARTTLS: (session) => {
          session.say('220 Go ahead');
          session.socket.removeAllListeners('data');
          session.socket.once('data', () => session.say('this is no handshake at all'));
        },
      },
      'tls.failed',
    ],
    [
      'dropped in the handshake',
      {
        STARTTLS: (session) => {
          session.say('220 Go ahead');
          session.socket.removeAllListeners('data');
          session.socket.once('data', () => session.socket.end());
        },
      },
      'smtp.dropped',
    ],
  ])('%s', async (_name, script, code) => {
    const ran = await meet({ tls: good, script: script ?? {} }, { security: 'startTls' });
    expect(ran.failure).toMatchObject({ code, stage: 'TLS' });
    expect(failedStep(ran)).toBe('TLS');
    nothingInClear();
  });

  it('with bytes behind the yes is given up: they may be somebody else’s', async () => {
    const ran = await meet(
      {
        tls: good,
        script: {
          STARTTLS: (session) => {
            session.socket.write('220 Go ahead\r\n250-evil.example\r\n250 AUTH PLAIN\r\n');
            session.startTls();
          },
        },
      },
      { security: 'startTls', pin: good.sha256 },
    );
    expect(ran.failure).toMatchObject({ code: 'smtp.protocol', stage: 'TLS' });
    expect(ran.failure?.detail).toMatch(/\d+ unencrypted bytes came behind the answer to STARTTLS/);
    expect(server.lines().some(({ line }) => line.startsWith('AUTH'))).toBe(false);
  });
});

describe('a certificate', () => {
  const modes = [{ security: 'startTls' }, { security: 'tls' }] as const;
  const cases: [string, () => Promise<TestCertificate>, string][] = [
    ['made by the server itself', selfSigned, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of an unknown authority', unknownAuthority, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ];
  const all = modes.flatMap(({ security }) => cases.map((row) => [security, ...row] as const));

  it.each(all)('%s: %s is shown and not trusted', async (security, _name, make, distrust) => {
    const certificate = await make();
    const ran = await meet({ tls: certificate, implicitTls: security === 'tls' }, { security });
    expect(ran.failure).toMatchObject({
      code: 'tls.untrusted',
      stage: 'TLS',
      detail: distrust,
      certificate: { sha256: certificate.sha256 },
    });
    expect(server.lines().some(({ line }) => /^(AUTH|MAIL)/.test(line))).toBe(false);
    await server.idle();
  });

  it.each(modes)('$security: exactly the one the user took will do, expired or not', async ({ security }) => {
    const certificate = await expired();
    const ran = await meet(
      { tls: certificate, implicitTls: security === 'tls', login },
      { security, pin: certificate.sha256 },
    );
    expect(ran.delivery).toMatchObject({ login: 'done', tls: { trust: 'pin' } });
  });

  it.each(modes)(
    '$security: another one than the user took will not, although it looks the same',
    async ({ security }) => {
      const [taken, shown] = await Promise.all([selfSigned(1), selfSigned(2)]);
      const ran = await meet({ tls: shown, implicitTls: security === 'tls' }, { security, pin: taken.sha256 });
      expect(ran.failure).toMatchObject({ code: 'tls.changed', stage: 'TLS', certificate: { sha256: shown.sha256 } });
      expect(server.lines().some(({ line }) => /^(AUTH|MAIL)/.test(line))).toBe(false);
    },
  );

  it('is explained for mail as well, and nothing is claimed of what Gluu would do', () => {
    for (const code of ['tls.untrusted', 'tls.changed', 'tls.expected', 'tls.unexpected', 'tls.old'] as const) {
      const { what, why = '', todo = '' } = sentencesOf({ code });
      expect(`${what} ${why} ${todo}`).not.toMatch(/Gluu/);
    }
  });
});

describe('the wrong kind of port', () => {
  it('a port that waits for TLS is distinguished from a dead one', async () => {
    const ran = await meet({ tls: good, implicitTls: true }, { security: 'none', clearTextConsent: true });
    expect(ran.failure).toMatchObject({ code: 'tls.expected', stage: 'Greeting' });
    const starttls = await runMailTest({ ...plain(server.port), security: 'startTls' });
    expect(starttls.failure).toMatchObject({ code: 'tls.expected', stage: 'Greeting' });
    await server.idle();
  });

  it('a port that does not begin with TLS says so', async () => {
    const ran = await meet({ tls: good }, { security: 'tls' });
    expect(ran.failure).toMatchObject({ code: 'tls.unexpected', stage: 'TLS' });
    expect(sentencesOf(ran.failure ?? { code: 'internal' }).todo).toContain('STARTTLS');
    expect(server.lines().every(({ line }) => !line.includes('AUTH'))).toBe(true);
  });

  it('a server that offers old TLS only is named', async () => {
    // TLS 1.1 is below what OpenSSL's default security level takes, hence the ciphers.
    const old = { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    for (const security of ['startTls', 'tls'] as const) {
      const ran = await meet({ tls: old, implicitTls: security === 'tls' }, { security });
      expect(ran.failure).toMatchObject({ code: 'tls.old', stage: 'TLS' });
      await server.stop();
    }
  });

  it('TLS that drips ends with the limit', async () => {
    server = await startScriptedSmtp({ script: { greeting: silence } });
    const limits = { totalMs: 1500, connectMs: 10_000, silenceMs: 10_000 };
    const ran = await runMailTest({ ...plain(server.port), security: 'tls' }, { limits });
    expect(ran.failure).toMatchObject({ code: 'net.timeout', stage: 'TLS', facts: { seconds: 1.5 } });
    await server.idle();
  });
});

describe('a TLS server that is silent after the handshake', () => {
  it('is silent, and not mistaken for one without TLS', async () => {
    const ran = await meet(
      { tls: good, implicitTls: true, script: { greeting: silence } },
      { security: 'tls', pin: good.sha256 },
    );
    expect(ran.failure).toMatchObject({ code: 'smtp.silent', stage: 'Greeting' });
    expect(server.connections()).toBe(1);
  });
});
