import { afterEach, describe, expect, test } from 'vitest';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { unwatchedWork } from '../../../src-main/work/work';
import { failureIn } from '../../../src-shared/diagnosis/classify';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { exactly } from '../../../src-shared/gluu/versions';
import { verdictOf } from '../../../src-shared/verdict/verdict';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from '../../support/scripted-smtp';
import { login, plain, shortLimits } from './mail';

let server: ScriptedSmtp;
afterEach(() => server.stop());

/** A whole test with Send, and what a Gluu Server makes of what it showed. */
async function sent(options: ScriptedSmtpOptions, version = '3.1.2') {
  server = await startScriptedSmtp({ login, ...options });
  const settings = { ...plain(server.port), login, clearTextConsent: true };
  const outcome = await testMailServer(settings, 'send', unwatchedWork(), shortLimits);
  const { ruleId } = verdictOf({
    version: exactly(version),
    path: 'reset',
    settings: {
      host: '127.0.0.1',
      port: server.port,
      fromEmail: settings.from,
      authentication: true,
      userName: login.userName,
      password: 'readable',
      requiresSsl: false,
    },
    seen: mailServerFacts(outcome.seen),
    jvm: {},
  });
  return { ...outcome, ruleId, failed: failureIn(outcome.seen)?.id };
}

describe('of two methods on offer', () => {
  test.each(['535 Login fail', '502 Not implemented', '553 5.3.0 Auth failure'])(
    'PLAIN is listed, and refused with %s: LOGIN works, here as for Gluu',
    async (refusal) => {
      const AUTH: NonNullable<ScriptedSmtpOptions['script']>['AUTH'] = (session, line) =>
        line.startsWith('AUTH PLAIN') ? session.say(refusal) : session.proper();
      const ran = await sent({ extensions: ['AUTH PLAIN LOGIN'], script: { AUTH } });
      expect(ran.delivery?.login).toBe('done');
      expect(ran).toMatchObject({ failed: undefined, ruleId: 'V10' });
    },
  );

  test.each(['504 5.7.4 Unrecognized authentication type', '535 5.7.8 Not by LOGIN'])(
    'LOGIN is answered %s, and PLAIN works: the message goes by PLAIN, and Gluu fails',
    async (refusal) => {
      const AUTH: NonNullable<ScriptedSmtpOptions['script']>['AUTH'] = (session, line) =>
        line === 'AUTH LOGIN' ? session.say(refusal) : session.proper();
      const ran = await sent({ extensions: ['AUTH LOGIN PLAIN'], script: { AUTH } });
      expect(ran.delivery?.login).toBe('done');
      expect(ran).toMatchObject({ failed: undefined, ruleId: 'V57' });
      expect(server.lines().filter(({ line }) => line === 'AUTH LOGIN')).toHaveLength(1);
    },
  );

  test('a wrong password is tried with one of them alone', async () => {
    const ran = await sent({ extensions: ['AUTH LOGIN PLAIN'], login: { ...login, password: 'other' } });
    expect(ran).toMatchObject({ failed: 'S44', ruleId: 'V51' });
    expect(server.lines().filter(({ line }) => line.startsWith('AUTH'))).toHaveLength(1);
  });
});

test('a 334 without a blank behind it asks as well', async () => {
  const ran = await sent({
    extensions: ['AUTH LOGIN'],
    script: {
      AUTH: '334',
      LOGIN: (session, line) =>
        line === Buffer.from(login.userName).toString('base64') ? session.say('334') : session.say('235 ok'),
    },
  });
  expect(ran.delivery?.login).toBe('done');
  expect(ran).toMatchObject({ failed: undefined, ruleId: 'V10' });
  expect(JSON.stringify(ran.transcript)).not.toContain(Buffer.from(login.password).toString('base64'));
  expect(ran.transcript.filter(({ text }) => text === '[password hidden]')).toHaveLength(1);
});

test.each([
  ['message', '550 The from address does not match a verified Sender Identity.', 'V56'],
  ['DATA', '451 4.7.1 Try again later', 'V56'],
  ['DATA', '250 Go ahead', 'V56'],
  ['message', '251 Queued', 'V58'],
] as const)('at %s: %s, and Gluu fails', async (moment, reply, ruleId) => {
  const ran = await sent({ script: { [moment]: reply } });
  expect(ran.ruleId).toBe(ruleId);
});

test.each([
  ['message', '250 Queued', 'V11'],
  ['message', '550 Not from you', 'V56'],
  ['DATA', '530 5.7.0 Authentication required', 'V55'],
  ['message', '2.0.0 Queued', 'V56'],
] as const)(
  'a login is wanted and not offered, %s is answered %s: sent without one, as by Gluu',
  async (moment, reply, ruleId) => {
    const ran = await sent({ extensions: [], script: { [moment]: reply } });
    expect(ran.failed).toBe('S41');
    expect(ran.ruleId).toBe(ruleId);
    expect(server.lines().filter(({ line }) => line.startsWith('AUTH'))).toEqual([]);
  },
);

describe('replies that JavaMail can read, and a mail library cannot', () => {
  test.each<[string, NonNullable<ScriptedSmtpOptions['script']>, string]>([
    ['a line of EHLO begins with letters', { EHLO: '250-it\r\nabc-AUTH LOGIN\r\n250 SIZE' }, 'V10'],
    ['EHLO ends with letters', { EHLO: '250-it\r\n250-AUTH LOGIN\r\nHELP' }, 'V10'],
    ['the reply to the sender ends with letters', { MAIL: '250-one\r\nabc two' }, 'V10'],
    ['later lines have another code', { RCPT: '250-a\r\n550-b\r\n250 c' }, 'V10'],
    ['and the text is refused', { EHLO: '250-it\r\nabc-AUTH LOGIN\r\n250 SIZE', message: '550-no\r\nspam' }, 'V56'],
    ['DATA is answered with an empty line', { DATA: '' }, 'V56'],
    ['the text is answered with an empty line', { message: '' }, 'V56'],
    ['DATA is answered with three digits too few', { DATA: '35' }, 'V56'],
  ])('%s', async (_name, script, ruleId) => {
    const ran = await sent({ script });
    expect(ran.ruleId).toBe(ruleId);
    expect(ran.failed === undefined).toBe(ruleId === 'V10');
  });
});

describe('NTLM', () => {
  const challenged = (flags: number): ScriptedSmtpOptions => {
    const type2 = Buffer.alloc(48);
    type2.write('NTLMSSP\0\x02');
    type2.writeUInt32LE(flags, 20);
    return { extensions: ['AUTH NTLM'], script: { AUTH: `334 ${type2.toString('base64')}`, LOGIN: '235 ok' } };
  };
  const [VERSION_1, VERSION_2] = [0x8201, 0x88201];

  test.each(['3.1.2', '4.2.3', '4.4.0'])('of version 1 is the same for Gluu %s', async (version) => {
    expect((await sent(challenged(VERSION_1), version)).ruleId).toBe('V10');
  });

  /** Version 1 gives a response of 24 bytes (MS-NLMP section 2.2.2.6). */
  const isVersion1 = (line: string) => Buffer.from(line, 'base64').readUInt16LE(20) === 24;

  test.each([
    ['235 ok', true, 'V10'],
    ['535 5.7.8 No', false, 'V57'],
    ['454 4.7.0 Not now', undefined, 'V00'],
  ])(
    'of version 2 says nothing of a Gluu before 4.3, so version 1 is tried: %s',
    async (reply, takesNtlm1, before43) => {
      const { script, ...options } = challenged(VERSION_2);
      const LOGIN: NonNullable<typeof script>['LOGIN'] = ({ say }, line) => say(isVersion1(line) ? reply : '235 ok');
      const old = await sent({ ...options, script: { ...script, LOGIN } }, '4.2.3');
      expect(old.seen.login).toEqual({
        answer: 'accepted',
        method: 'NTLM',
        byNtlm2: true,
        ...(takesNtlm1 === undefined ? {} : { takesNtlm1 }),
      });
      expect(old.ruleId).toBe(before43);
      await server.stop();
      expect((await sent({ ...options, script: { ...script, LOGIN } }, '4.4.0')).ruleId).toBe('V10');
    },
  );
});

test('QUIT is not answered: the mail is delivered, and Gluu hangs', async () => {
  const ran = await sent({ script: { QUIT: () => {} } });
  expect(ran.seen.stages.at(-1)).toMatchObject({ step: 'Goodbye', ending: { kind: 'late' } });
  expect(ran).toMatchObject({ failed: undefined, ruleId: 'V69' });
});
