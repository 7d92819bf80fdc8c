import { afterEach, describe, expect, test } from 'vitest';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { exactly } from '../../../src-shared/gluu/versions';
import type { MailSecurity } from '../../../src-shared/model/mail-server';
import { outcomeOf } from '../../../src-shared/verdict/runs';
import { verdictOf } from '../../../src-shared/verdict/verdict';
import { inEnglish } from '../../support/english';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from '../../support/scripted-smtp';
import { login, plain, runProbe } from './run-probe';

let server: ScriptedSmtp;
afterEach(() => server.stop());

/** Encryption is wanted of a server that has none: what the probe shows, and what Gluu 4.2.1, with Requires SSL on, makes of it. */
async function meet(options: ScriptedSmtpOptions, wantsLogin: boolean, security: MailSecurity = 'startTls') {
  server = await startScriptedSmtp(options);
  const wanted = wantsLogin ? { login, clearTextConsent: true } : {};
  const ran = await runProbe({ ...plain(server.port), security, ...wanted });
  const input = {
    version: exactly('4.2.1'),
    path: 'reset' as const,
    settings: {
      host: '127.0.0.1',
      port: server.port,
      fromEmail: 'gluu@example.org',
      authentication: wantsLogin,
      userName: login.userName,
      password: 'readable' as const,
      requiresSsl: true,
    },
    seen: mailServerFacts(ran.seen),
    jvm: {},
  };
  return { ...ran, verdict: verdictOf(input), outcome: outcomeOf(input) };
}
const verbs = () => server.lines().map(({ line }) => line.split(/[ :]/)[0]);
const inClear = ['EHLO', 'MAIL', 'RCPT', 'RSET', 'QUIT'];

describe('Requires SSL on a port without TLS is looked at as the Gluu Server goes on: unencrypted', () => {
  test.each<[string, ScriptedSmtpOptions, boolean, string]>([
    ['authentication off, mail is taken', {}, false, 'V13'],
    ['authentication off, a login is wanted', { script: { MAIL: '530 5.7.0 Authentication required' } }, false, 'V54'],
    [
      'authentication off, the recipient is refused',
      { extensions: [], script: { RCPT: '550 5.1.1 No' } },
      false,
      'V56',
    ],
    ['authentication off, silence at RCPT', { script: { RCPT: () => {} } }, false, 'V68'],
    ['no login on offer, mail is taken', { extensions: [] }, true, 'V13'],
    [
      'no login on offer, and one is wanted',
      { extensions: [], script: { RCPT: '530 5.7.0 Authentication required' } },
      true,
      'V55',
    ],
    [
      'no login on offer, encryption is wanted',
      { extensions: [], script: { MAIL: '530 5.7.0 Must issue STARTTLS' } },
      true,
      'V53',
    ],
    ['no login that Gluu speaks', { extensions: ['AUTH XOAUTH2'] }, true, 'V50'],
  ])('%s', async (_what, options, wantsLogin, ruleId) => {
    const ran = await meet(options, wantsLogin);
    expect(ran.failures).toEqual(['S20']);
    expect(ran.verdict.ruleId).toBe(ruleId);
    expect(server.messages()).toEqual([]);
  });

  test('with TLS from the first byte wanted as well', async () => {
    const ran = await meet({}, false, 'tls');
    expect(ran.failures).toEqual(['S10']);
    expect(ran.verdict.ruleId).toBe('V13');
  });

  test('its conversation stands in the transcript, with what it is', async () => {
    const transcript = inEnglish((await meet({}, false)).transcript);
    expect(verbs()).toEqual(['EHLO', 'STARTTLS', ...inClear]);
    const at = transcript.findIndex(
      ({ side, text }) => side === 'note' && text.startsWith('A second connection, unencrypted'),
    );
    expect(transcript.slice(at).map(({ text }) => text)).toContain('RCPT TO:<grace@example.org>');
  });
});

describe('it is left alone', () => {
  test('where the password would come next, whatever was agreed to: only the exposure is told', async () => {
    const ran = await meet({}, true);
    expect(verbs()).toEqual(['EHLO', 'STARTTLS']);
    expect(ran.outcome).toBe('cannotKnow');
    expect(inEnglish(ran.verdict.exposure)).toContain('user name, password and mail unencrypted');
  });

  test('where somebody in between took the offer away', async () => {
    const EHLO = '250-it\r\n250 XXXXXXXA';
    expect((await meet({ script: { EHLO } }, false)).failures).toEqual(['S22']);
    expect(verbs()).not.toContain('MAIL');
  });
});
