import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'score-verdict-test-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function score(content: unknown) {
  const file = path.join(folder, 'runs.json');
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return run(file);
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve('scripts/score-verdict.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

const relay = { description: 'a relay', tls: 'none', auth: 'none' };
const tlsRelay = { tls: 'implicit', auth: 'none', certificate: 'self-signed', minTls: '1.2' };
const run1 = {
  gluu: '4.2.1',
  jvm: 'jdk8',
  path: 'sendMail',
  settings: { requiresAuthentication: false, requiresSsl: false, trustHost: false },
  mailServer: relay,
  outcome: 'sent',
};
const run2 = { ...run1, gluu: '4.1.2', outcome: 'ignores-host' };
const run3 = {
  ...run1,
  gluu: '4.4.1',
  jvm: 'tls1.0-disabled',
  path: 'sendMailSigned',
  settings: { requiresAuthentication: false, connectProtection: 'StartTls', trustHost: false },
  mailServer: tlsRelay,
  outcome: 'hangs',
};
const run4 = { ...run3, path: 'sendMail', outcome: 'sent' };
const run5 = { ...run2, gluu: '3.0.1', path: 'MailUtils', outcome: 'sent' };

describe('score:verdict', () => {
  test('counts the runs that agree', () => {
    const { status, lines, stderr } = score({ about: 'x', cases: [run1, run2, run3, run4, run5] });
    expect(lines).toEqual(['verdict: 5/5']);
    expect(stderr).toBe('decided: 5/5\n');
    expect(status).toBe(0);
  });

  test('what cannot be known counts as neither decided nor right', () => {
    const unknownTls = { ...run4, jvm: '', settings: { ...run4.settings, connectProtection: 'SslTls' } };
    const { tls, auth } = tlsRelay;
    const { status, lines, stderr } = score({ cases: [run1, { ...unknownTls, mailServer: { tls, auth } }] });
    expect(lines[0]).toContain('measured sent, verdict unknown');
    expect(lines.at(-1)).toBe('verdict: 1/2');
    expect(stderr).toBe('decided: 1/2\n');
    expect(status).toBe(1);
  });

  test('names each run that does not, with the rule', () => {
    const { status, lines } = score({ cases: [run1, { ...run2, outcome: 'sent' }, { ...run1, gluu: '6.0' }] });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^2: 4\.1\.2 jdk8 sendMail .*a relay: measured sent, verdict ignores-host V70$/);
    expect(lines[1]).toContain('no mail code for version 6.0');
    expect(lines[2]).toBe('verdict: 1/3');
    expect(status).toBe(1);
  });

  const ehlo = (...lines: string[]) => ['250-mail.test', ...lines.map((line) => `250-${line}`), '250 HELP'];
  const friendly = {
    ehlo: ehlo('AUTH PLAIN LOGIN'),
    auth: { LOGIN: 235, PLAIN: 235, 'DIGEST-MD5': 235, NTLM: 235 },
    needsLogin: { at: 'mail', reply: '530 5.7.0 Authentication required' },
    mail: '250 OK',
    rcpt: '250 OK',
    dataCommand: '354 go ahead',
    data: '250 queued',
  };
  const open = { needsLogin: false };
  const conversations: [string, string, object, object?][] = [
    ['LOGIN is taken, wherever it stands', 'sent', {}],
    ['no fallback to PLAIN', 'fails', { auth: { ...friendly.auth, LOGIN: 535 } }],
    ['no login without authentication', 'fails', {}, { requiresAuthentication: false }],
    ['the last of two AUTH lines counts', 'fails', { ...open, ehlo: ehlo('AUTH LOGIN', 'AUTH CRAM-MD5') }],
    ['AUTH=LOGIN alone', 'fails', { ...open, ehlo: ehlo('AUTH=LOGIN') }],
    ['AUTH=LOGIN beside CRAM-MD5', 'sent', { ehlo: ehlo('AUTH CRAM-MD5', 'AUTH=LOGIN') }],
    ['a bare AUTH', 'fails', { ...open, ehlo: ehlo('AUTH') }],
    ['a tab behind AUTH', 'sent', { ...open, ehlo: ehlo('AUTH\tLOGIN') }],
    ['AUTH=PLAIN is no login', 'sent', { ...open, ehlo: ehlo('AUTH=PLAIN') }],
    ['235 to AUTH LOGIN at once', 'sent', { authSteps: { LOGIN: { answeredAt: 'command' } } }],
    ['235 to the user name', 'sent', { authSteps: { LOGIN: { answeredAt: 'user' } } }],
    [
      '235 to AUTH DIGEST-MD5 at once',
      'sent',
      { ehlo: ehlo('AUTH DIGEST-MD5'), authSteps: { 'DIGEST-MD5': { answeredAt: 'command' } } },
    ],
    [
      'DIGEST-MD5 with the proof of the server',
      'sent',
      { ehlo: ehlo('AUTH DIGEST-MD5'), authSteps: { 'DIGEST-MD5': { prompt: null } } },
    ],
    [
      'DIGEST-MD5 with a wrong proof',
      'fails',
      { ehlo: ehlo('AUTH DIGEST-MD5'), authSteps: { 'DIGEST-MD5': { serverProof: 'wrong' } } },
    ],
    [
      'DIGEST-MD5 with a realm without a name',
      'fails',
      { ehlo: ehlo('AUTH DIGEST-MD5'), authSteps: { 'DIGEST-MD5': { challenge: 'realm="",nonce="x",qop="auth"' } } },
    ],
    [
      'STARTTLS is never answered',
      'hangs',
      { ehlo: ehlo('STARTTLS'), starttls: 'hang' },
      { requiresAuthentication: true, requiresSsl: true },
    ],
    ['250 to the user name', 'fails', { authSteps: { LOGIN: { passPrompt: '250 go on' } } }],
    [
      '530 to AUTH, STARTTLS never answered',
      'hangs',
      { auth: { LOGIN: 530 }, authSteps: { LOGIN: { answeredAt: 'command' } }, starttls: 'hang' },
    ],
    ['530 to the password leads to no STARTTLS', 'fails', { auth: { LOGIN: 530 }, starttls: 'hang' }],
    ['530 to AUTH, STARTTLS refused', 'fails', { auth: { LOGIN: 530 }, starttls: '454 no' }],
    [
      'PLAIN that asks again',
      'fails',
      { ehlo: ehlo('AUTH PLAIN'), authSteps: { PLAIN: { ignoresInitialResponse: true } } },
    ],
    ['RCPT 251', 'sent', { rcpt: '251 will forward' }],
    ['RCPT 252', 'fails', { rcpt: '252 perhaps' }],
    ['the final dot 251', 'fails', { data: '251 queued' }],
    ['only the first line of a reply counts', 'sent', { data: ['250-queued', '550 no'] }],
    ['line ends of LF alone', 'sent', { eol: '\n' }],
    ['line ends of CR alone: the last one never ends', 'hangs', { eol: '\r' }],
    ['LF CR puts the answers out of step', 'fails', { eol: '\n\r' }],
    ['one answer too many: QUIT becomes text', 'hangs', { ...open, ehlo: ['250-a', '250 b', '250 c'] }],
    ['two answers too many', 'fails', { ...open, ehlo: ['250 a', '250 b', '250 c'] }],
    ['EHLO refused, HELO taken', 'sent', { ...open, ehlo: ['502 no'] }],
    ['EHLO refused with 421, which closes', 'fails', { ...open, ehlo: ['421 no'] }],
    ['AUTH is never answered', 'hangs', { auth: { LOGIN: 'hang' }, authSteps: { LOGIN: { answeredAt: 'command' } } }],
    ['QUIT is never answered', 'hangs', { quit: 'hang' }],
    ['no RSET after an answer that is no number', 'fails', { mail: 'what', rset: 'hang' }],
    ['RSET after an answer of one letter', 'hangs', { mail: 'x', rset: 'hang' }],
    ['RSET after an answer with a sign', 'hangs', { rcpt: '-25 what', rset: 'hang' }],
    ['DATA out of step, an answer that is no number', 'fails', { ...open, mail: ['250 ok', '250 ok', 'what'] }],
    ['fields that are null', 'sent', { auth: null, mail: null, dataCommand: null, greeting: null, authSteps: null }],
    ['QUIT is never answered after a refusal', 'hangs', { mail: '550 no', quit: 'hang' }],
    ['QUIT is answered by half a reply, then closed', 'sent', { quit: ['221-bye'] }],
    ['closed at QUIT', 'sent', { quit: 'drop' }],
    ['reset at QUIT', 'fails', { quit: 'rst' }],
  ];
  test('conversations, each with its own server', () => {
    const cases = conversations.map(([description, outcome, server, settings = { requiresAuthentication: true }]) => ({
      ...run1,
      gluu: '4.4.0',
      settings: { ...run1.settings, ...settings },
      mailServer: { ...friendly, ...server, description },
      outcome,
    }));
    expect(score({ cases }).lines).toEqual([`verdict: ${cases.length}/${cases.length}`]);
  });

  const typed = 'non-ascii, typed';
  const stored = 'non-ascii, stored and decrypted';
  const latin1 = { passwordCompared: 'Latin-1 bytes' };
  const letters: [string, string, object, string, object?][] = [
    ['4.2.3', stored, latin1, 'sent'],
    ['4.2.3', stored, {}, 'fails'],
    ['4.1.3', stored, latin1, 'fails'],
    ['4.1.3', typed, latin1, 'sent'],
    ['4.4.0', typed, latin1, 'fails'],
    ['4.4.0', 'right', latin1, 'sent'],
    ['4.1.3', 'wrong', latin1, 'fails'],
    ['4.1.3', typed, { ...latin1, rcpt: '550 no' }, 'fails'],
    ['4.1.3', typed, { ehlo: ehlo('AUTH NTLM') }, 'sent'], // the file's servers verify nothing of NTLM
    ['4.2.3', typed, { authSteps: { LOGIN: { answeredAt: 'command' } } }, 'sent'],
    ['4.4.0', stored, { ...latin1, authSteps: { LOGIN: { answeredAt: 'user' } } }, 'sent'],
    ['4.2.3', 'right', {}, 'fails', { userName: 'non-ascii' }],
    ['4.4.0', 'right', {}, 'sent', { userName: 'non-ascii' }],
    ['4.2.3', 'right', latin1, 'sent', { userName: 'Jörg' }],
    ['4.4.0', 'right', latin1, 'fails', { userName: 'Jörg' }],
    ['4.2.3', 'wrong', latin1, 'fails', { userName: 'Jörg' }],
    ['4.1.3', stored, latin1, 'fails', { userName: 'Jörg' }],
    ['4.4.0', 'right', {}, 'sent', { userName: 'empty text' }],
    ['4.4.0', 'right', {}, 'fails', { userName: 'none' }],
    ['4.4.0', 'stored, does not decrypt: undecryptable', {}, 'fails'],
  ];
  test('letters outside ASCII, as the file says that they were stored and compared', () => {
    const cases = letters.map(([gluu, password, server, outcome, settings = {}]) => ({
      ...run1,
      gluu,
      settings: { requiresAuthentication: true, requiresSsl: false, password, ...settings },
      mailServer: { ...friendly, ...server },
      outcome,
    }));
    expect(score({ cases }).lines).toEqual([`verdict: ${cases.length}/${cases.length}`]);
  });

  test('what cannot be known agrees with a run that came to nothing known, and with no other', () => {
    const settings = { requiresAuthentication: true, requiresSsl: true };
    const open = { ...run1, gluu: '4.0', jvm: null, settings, mailServer: { tls: 'implicit', certificate: 'trusted' } };
    const known = { ...run1, outcome: 'unknown' };
    const { lines } = score({ cases: [{ ...open, outcome: 'unknown' }, { ...open, outcome: 'sent' }, known] });
    expect(lines.at(-1)).toBe('verdict: 1/3');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['2', '3', 'verdict']);
  });

  test('what a case leaves out is usual, or as its version has it', () => {
    const { jvm: _, path: __, settings: ___, ...bare } = run1;
    const odd = { ...run1, settings: null, path: null, jvm: null, mailServer: { ...relay, minTls: null, auth: null } };
    const ignored = { ...bare, gluu: '3.1.9', outcome: 'ignoresHost' };
    expect(score({ cases: [bare, odd, ignored] }).lines).toEqual(['verdict: 3/3']);
  });

  test.each([
    ['not JSON', '{"cases": ['],
    ['no object', []],
    ['no cases', { cases: [] }],
    ['a broken case', { cases: [run1, { gluu: '3.1.2' }] }],
  ])('a file that cannot be used (%s) is one clear line', (_what, content) => {
    const { status, lines, stderr } = score(content);
    expect(status).toBe(2);
    expect(lines).toEqual(['']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('runs.json: ');
  });

  test.each([[[]], [['one', 'two']]])('other arguments %j end in the usage line', (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^usage: /);
  });

  test('a file that is not there', () => {
    const { status, stderr } = run(path.join(folder, 'missing.json'));
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
