import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import {
  type Moment,
  type ScriptedSession,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { login, plain, runProbe, withLogin } from './run-probe';

let server: ScriptedSmtp;
afterEach(() => server.stop());

async function meet(options: ScriptedSmtpOptions, more: Partial<ProbeRequest> = {}) {
  server = await startScriptedSmtp(options);
  return runProbe({ ...plain(server.port), ...more });
}
/** Lines of a login are no commands. */
const commands = () =>
  server
    .lines()
    .filter((_, index, lines) => ![1, 2].some((back) => lines[index - back]?.line === 'AUTH LOGIN'))
    .map(({ line }) => line.replace(/^(AUTH \w+) .*/, '$1'));

describe('a friendly server', () => {
  test('is asked up to the recipient, and nothing is sent', async () => {
    const ran = await meet({ login }, withLogin);
    expect(ran.failures).toEqual([]);
    expect(ran.steps.map(({ name, state }) => [name, state])).toEqual(
      ['Name', 'Connect', 'Greeting', 'EHLO', 'Login', 'Sender', 'Recipient', 'Goodbye'].map((name) => [name, 'done']),
    );
    expect(commands()).toEqual([
      expect.stringMatching(/^EHLO (\[127\.0\.0\.1\]|[\w-]+(\.[\w-]+)+)$/),
      'AUTH LOGIN',
      'MAIL FROM:<gluu@example.org>',
      'RCPT TO:<grace@example.org>',
      'RSET',
      'QUIT',
    ]);
    expect(server.messages()).toEqual([]);
    expect(ran.seen).toMatchObject({ loggedIn: true, address: '127.0.0.1', localAddress: '127.0.0.1' });
    expect(ran.shown).not.toContain(login.password);
  });

  test('is taken leave of where the login fails, but that is no stage that was reached', async () => {
    const ran = await meet({ login: { ...login, password: 'another' } }, withLogin);
    expect(ran.steps.slice(4).map(({ name, state, text }) => [name, state, text])).toEqual([
      ['Login', 'failed', expect.stringMatching(/^535/)],
      ['Sender', 'waiting', undefined],
      ['Recipient', 'waiting', undefined],
      ['Goodbye', 'skipped', 'ended early, after Login'],
    ]);
    expect(commands().at(-1)).toBe('QUIT');
    expect(ran.seen.stages.at(-1)).toMatchObject({ step: 'Goodbye', reply: { code: 221 } });
  });

  test.each([
    ['connect', ['EHLO', 'QUIT']],
    ['login', ['EHLO', 'AUTH', 'QUIT']],
  ] as const)('is asked no further than %s if that is the stop point', async (until, asked) => {
    const ran = await meet({ login }, { ...withLogin, until });
    expect(ran.failures).toEqual([]);
    expect(commands().map((line) => line.split(' ')[0])).toEqual(asked);
    expect(ran.seen.asked.from).toBeUndefined();
  });

  test('gets the password in two lines where it takes only LOGIN', async () => {
    const ran = await meet({ extensions: ['AUTH LOGIN'], login }, withLogin);
    expect(ran.failures).toEqual([]);
    expect(ran.steps.find(({ name }) => name === 'Login')?.text).toBe(`${login.userName} (LOGIN)`);
  });
});

describe('a reply stands for a row of the table', () => {
  test.each<[Moment, string, string]>([
    ['greeting', '421 4.7.0 Try later', 'S12'],
    ['greeting', '554 5.7.1 No', 'S13'],
    ['greeting', '521 No mail here', 'S13'],
    ['AUTH', '535 5.7.8 No', 'S44'],
    ['AUTH', '535 No', 'S44'],
    ['AUTH', '530 5.7.8 No', 'S44'],
    ['AUTH', '534 5.7.9 Application-specific password required', 'S45'],
    ['AUTH', '534 5.7.14 Log in via your browser', 'S45'],
    ['AUTH', '535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 BadCredentials - gsmtp', 'S45'],
    ['AUTH', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', 'S46'],
    ['AUTH', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'S47'],
    ['AUTH', '535 5.7.3 Authentication unsuccessful', 'S47'],
    ['AUTH', '538 5.7.11 Encryption required', 'S48'],
    ['AUTH', '530 5.7.0 Must issue a STARTTLS command first', 'S48'],
    ['AUTH', '454 4.7.0 Temporary', 'S49'],
    ['AUTH', '432 4.7.12 Transition', 'S49'],
    ['AUTH', '421 4.7.0 Too many', 'S49'],
    ['AUTH', '535 5.7.13 Disabled', 'S51'],
    ['AUTH', '535 5.7.1 Mailbox is disabled', 'S51'],
    ['AUTH', '535 5.7.1 Refused', 'S44'],
    ['AUTH', '525 5.7.13 Disabled', 'S51'],
    ['AUTH', '550 5.7.1 Account disabled', 'S51'],
    ['AUTH', '504 5.5.4 Unknown', 'S42'],
    ['AUTH', '503 5.5.1 Now now', 'S74'],
    ['MAIL', '530 5.7.0 Must issue a STARTTLS command first', 'S60'],
    ['MAIL', '451 5.7.3 STARTTLS is required to send mail', 'S60'],
    ['MAIL', '550 5.7.60 May not send as', 'S62'],
    ['MAIL', '553 5.7.1 Not owned by user', 'S62'],
    ['MAIL', '550 5.1.8 Domain', 'S63'],
    ['MAIL', '450 4.1.8 Domain', 'S63'],
    ['MAIL', '553 5.1.7 Domain', 'S63'],
    ['MAIL', '550 5.7.27 Null MX', 'S63'],
    ['MAIL', '421 4.4.5 Too many', 'S68'],
    ['MAIL', '452 4.3.1 Full', 'S68'],
    ['MAIL', '552 5.3.4 Big', 'S69'],
    ['MAIL', '550 5.6.7 No UTF-8', 'S70'],
    ['MAIL', '501 5.1.7 Syntax', 'S71'],
    ['MAIL', '555 Parameters', 'S71'],
    ['MAIL', '503 5.5.1 Order', 'S74'],
    ['MAIL', 'nonsense 550', 'S74'],
    ['MAIL', 'What?', 'S74'],
    ['MAIL', '354 Go on', 'S74'],
    ['RCPT', '554 5.7.1 Relay access denied', 'S64'],
    ['RCPT', '550 5.7.64 TenantAttribution', 'S64'],
    ['RCPT', '550 relay not permitted', 'S64'],
    ['RCPT', '550 5.1.1 Unknown', 'S65'],
    ['RCPT', '550 5.1.10 Unknown', 'S65'],
    ['RCPT', '551 Elsewhere', 'S65'],
    ['RCPT', '553 No', 'S65'],
    ['RCPT', '452 4.2.2 Full', 'S66'],
    ['RCPT', '552 5.2.2 Full', 'S66'],
    ['RCPT', '451 4.7.1 Come back', 'S67'],
    ['RCPT', '450 4.2.0 Come back', 'S67'],
    ['RCPT', '450 4.7.1 Greylisted for five minutes', 'S67'],
    ['RCPT', '450 Try later', 'S67'],
    ['RCPT', '552 Storage', 'S66'],
    ['MAIL', '552 Storage', 'S69'],
    ['MAIL', '452 Storage', 'S68'],
    ['RCPT', '451 4.7.500 Busy', 'S68'],
    ['RCPT', '450 4.2.1 Rate', 'S68'],
    ['RCPT', '454 4.7.1 Rate', 'S68'],
    ['RCPT', '552 5.3.4 Big', 'S69'],
    ['RCPT', '553 5.6.7 No UTF-8', 'S70'],
    ['RCPT', '501 5.1.3 Syntax', 'S71'],
    ['RCPT', '550 5.7.26 Unauthenticated', 'S73'],
    ['RCPT', '550 5.7.23 SPF', 'S73'],
    ['RCPT', '421 4.7.26 Unauthenticated', 'S73'],
    ['RCPT', '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example.org', 'S76'],
    ['RCPT', '451 4.9.9 Strange', 'S77'],
    ['RCPT', '599 Strange', 'S78'],
  ])('%s: %s', async (moment, reply, id) => {
    const ran = await meet({ script: { [moment]: reply } }, withLogin);
    expect(ran.failures).toEqual([id]);
    const [finding] = ran.findings;
    expect(finding?.words).toContain(reply.slice(0, 3));
    expect(JSON.stringify(finding)).not.toMatch(/\{\w+\}|\(not known\)/);
    expect(server.messages()).toEqual([]);
  });

  test.each([
    ['530 5.7.0 Authentication required', 'S61'],
    ['530 5.7.57 Client not authenticated', 'S61'],
    ['530 5.7.1 Authentication required', 'S61'],
    ['550 5.7.1 Client was not authenticated', 'S61'],
  ])('without login: MAIL: %s', async (reply, id) => {
    expect((await meet({ script: { MAIL: reply } })).failures).toEqual([id]);
  });

  test('EHLO and HELO refused', async () => {
    const ran = await meet({ script: { EHLO: '550 5.7.1 Bad name', HELO: '550 Bad name' } });
    expect(ran.failures).toEqual(['S14']);
    expect(ran.findings[0]?.explanation).toContain(ran.seen.asked.ehloName);
  });

  test('EHLO refused for now', async () => {
    const goingDown = ({ say, socket }: ScriptedSession) => {
      say('421 4.3.2 Going down');
      socket.end();
    };
    expect((await meet({ script: { EHLO: goingDown } })).failures).toEqual(['S12']);
  });

  test('EHLO unknown, HELO taken: the probe goes on', async () => {
    const ran = await meet({ script: { EHLO: '502 5.5.1 Unknown' } });
    expect(ran.failures).toEqual([]);
    expect(ran.seen.offers.clear).toMatchObject({ heloOnly: true, extensions: [] });
  });

  test('a Google refusal without Google’s words is a wrong password', async () => {
    expect((await meet({ script: { AUTH: '535 5.7.8 BadCredentials' } }, withLogin)).failures).toEqual(['S44']);
  });
});

describe('what the server announced', () => {
  test('SIZE below the message: not asked', async () => {
    const ran = await meet({ extensions: ['SIZE 900'] });
    expect(ran.failures).toEqual(['S69']);
    expect(ran.findings[0]?.explanation).toBe('The message (1,000 bytes) exceeds the server’s limit (900 bytes).');
    expect(commands().some((line) => line.startsWith('MAIL'))).toBe(false);
  });

  test('SIZE is reported, and SIZE 0 is no limit', async () => {
    expect((await meet({ extensions: ['SIZE 0'] })).failures).toEqual([]);
    expect(commands()).toContain('MAIL FROM:<gluu@example.org> SIZE=1000');
  });

  test('no SMTPUTF8, and an address that needs it: not asked', async () => {
    const ran = await meet({}, { to: 'grâce@exämple.org' });
    expect(ran.failures).toEqual(['S70']);
    expect(ran.findings[0]?.explanation).toContain('grâce@exämple.org needs');
    expect(commands().some((line) => line.startsWith('MAIL'))).toBe(false);
  });

  test('SMTPUTF8: asked with it; a domain alone is converted', async () => {
    expect((await meet({ extensions: ['SMTPUTF8', '8BITMIME'] }, { to: 'grâce@example.org' })).failures).toEqual([]);
    expect(commands()).toContain('MAIL FROM:<gluu@example.org> SMTPUTF8');
    await server.stop();
    expect((await meet({}, { to: 'grace@exämple.org' })).failures).toEqual([]);
    expect(commands()).toContain('RCPT TO:<grace@xn--exmple-cua.org>');
  });
});

describe('login', () => {
  test('never offered: not tested, said so, and the probe goes on as Gluu does', async () => {
    const ran = await meet({ extensions: [] }, withLogin);
    expect(ran.failures).toEqual(['S41']);
    expect(ran.seen.loggedIn).toBe(false);
    expect(commands().map((line) => line.split(' ')[0])).toEqual(['EHLO', 'MAIL', 'RCPT', 'RSET', 'QUIT']);
  });

  test.each([
    ['AUTH XOAUTH2', 'offers XOAUTH2', 'Gluu fails: it supports none of these methods, and has no OAuth for mail.'],
    ['AUTH CRAM-MD5', 'offers CRAM-MD5', 'Gluu fails: it supports none of these methods.'],
    [
      'AUTH',
      'announces a login without a method',
      'Gluu fails: the server announces AUTH without a method, so Gluu has none to log in with.',
    ],
  ])('only %s: no password is sent', async (offer, named, gluu) => {
    const ran = await meet({ extensions: [offer] }, withLogin);
    expect(ran.failures).toEqual(['S42']);
    expect(ran.findings[0]?.explanation).toContain(`The server ${named}`);
    expect(ran.findings[0]?.gluu).toBe(gluu);
    expect(commands().map((line) => line.split(' ')[0])).toEqual(['EHLO', 'QUIT']);
  });

  test.each([
    ['NTLM', '334 eA=='],
    ['NTLM', '504 5.5.4 No'],
    ['DIGEST-MD5', '334 eA'],
    ['DIGEST-MD5', `334 ${Buffer.from('realm="",nonce="x"').toString('base64')}`],
  ])('%s is answered %s: called off before any answer, as Gluu gives up', async (method, AUTH) => {
    const ran = await meet({ extensions: [`AUTH ${method}`], script: { AUTH, LOGIN: '501 called off' } }, withLogin);
    expect(ran.seen.login).toEqual({ answer: 'failed' });
    const called = AUTH.startsWith('334') ? ['*'] : [];
    expect(commands().map((line) => line.split(' ')[0])).toEqual(['EHLO', 'AUTH', ...called, 'QUIT']);
  });

  test('in clear without consent: stopped', async () => {
    const ran = await meet({}, { login });
    expect(ran.failures).toEqual(['S43']);
    expect(commands().map((line) => line.split(' ')[0])).toEqual(['EHLO', 'QUIT']);
  });

  test.each([
    [{ userName: '', password: 'x' }, 'user name'],
    [{ userName: 'ada', password: '' }, 'password'],
  ])('with %j: tried as Gluu does, and what is empty is told where it is refused', async (empty, field) => {
    const taken = await meet({ login: empty }, { ...withLogin, login: empty });
    expect(taken.failures).toEqual([]);
    expect(taken.seen.login).toEqual({ answer: 'accepted', method: 'LOGIN' });
    await server.stop();
    const refused = await meet({ login }, { ...withLogin, login: empty });
    expect(refused.failures).toEqual(['S52']);
    expect(refused.findings[0]?.explanation).toContain(`the ${field} is empty`);
  });

  test('PLAIN is tried after LOGIN was called unknown, but not after a wrong password', async () => {
    const unknown = await meet(
      {
        script: {
          AUTH: (session, line) => (/LOGIN/.test(line) ? session.say('504 5.5.4 No LOGIN') : session.proper()),
        },
      },
      withLogin,
    );
    expect(unknown.failures).toEqual([]);
    await server.stop();
    await meet({ login: { userName: 'ada', password: 'other' } }, withLogin);
    expect(commands().filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test.each([
    ['NTLM', `NTLMSSP\0\x02${'\0'.repeat(40)}`],
    ['DIGEST-MD5', 'realm="mail.test",nonce="0123456789",qop="auth"'],
  ])('an echoed answer to %s is hidden: the password can be guessed from it', async (method, challenge) => {
    let answer = '';
    const script = {
      AUTH: `334 ${Buffer.from(challenge, 'latin1').toString('base64')}`,
      LOGIN: ({ say }: ScriptedSession, line: string) => {
        answer = line;
        say(
          `535 5.7.8 No: ${line} ${Buffer.from(line, 'base64')
            .toString('latin1')
            .replace(/[^ -~]/g, '.')}`,
        );
      },
    };
    const ran = await meet({ extensions: [`AUTH ${method}`], script }, withLogin);
    expect(ran.failures).toEqual(['S44']);
    expect(answer.length).toBeGreaterThan(100);
    expect(ran.shown).not.toContain(answer.slice(-40));
    const [, own, proof] = /cnonce="(.*?)".*response=(\w{32})/.exec(Buffer.from(answer, 'base64').toString()) ?? [];
    for (const secret of [own, proof]) if (secret) expect(ran.shown).not.toContain(secret.slice(0, 12));
    expect(ran.shown).toContain('[answer to the challenge hidden]');
  });

  test('echoed passwords are hidden, in every form', async () => {
    const ran = await meet(
      {
        extensions: ['AUTH PLAIN'],
        script: { AUTH: ({ say }, line) => say(`535 5.7.8 ${line} ${login.password}`) },
      },
      withLogin,
    );
    expect(ran.failures).toEqual(['S44']);
    expect(ran.shown).not.toContain(login.password);
    expect(ran.shown).not.toContain(Buffer.from(`\0${login.userName}\0${login.password}`).toString('base64'));
    expect(ran.shown).toContain('[hidden, ');
  });
});
