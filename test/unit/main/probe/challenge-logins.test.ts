import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digestAnswer } from '../../../../src-main/probe/digest-md5';
import { md4 } from '../../../../src-main/probe/md4';
import { ntlmAnswer, ntlmBeginning } from '../../../../src-main/probe/ntlm';
import { logInWith } from '../../../../src-main/probe/password-login';

interface Measured {
  method: 'DIGEST-MD5' | 'NTLM';
  host: string;
  machine: string;
  userName: string;
  password: string;
  challenge: string;
  beginning?: string;
  /** Absent: JavaMail throws over the challenge. */
  answer?: string;
}

/**
 * What the classes DigestMD5 and Ntlm of JavaMail 1.6.5, which are those of 1.6.7, made of each login and challenge: run once by
 * themselves, with no realm and no domain, as Gluu runs them.
 */
const measured: Measured[] = readFileSync(
  new URL('../../../support/measured-logins/java-mail-answers.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const of = (wanted: Measured['method']) => measured.filter(({ method }) => method === wanted);
const textOf = (base64: string | undefined) => base64 && Buffer.from(base64, 'base64').toString('latin1');

test.each(of('DIGEST-MD5'))(
  'DIGEST-MD5 as JavaMail: $userName to $challenge',
  ({ challenge, answer, host, ...login }) => {
    const own = /cnonce="([^"]*)/.exec(textOf(answer) ?? '')?.[1];
    expect(textOf(digestAnswer(challenge, login, host, own)?.message)).toBe(textOf(answer));
  },
);

test.each(of('NTLM'))(
  'NTLM as JavaMail: $userName to $challenge',
  ({ challenge, answer, beginning, machine, ...login }) => {
    expect(ntlmBeginning(login, { machine })).toBe(beginning);
    expect(ntlmAnswer(challenge, login, { machine, ...chanceIn(answer) })?.message).toBe(answer);
  },
);

/** The moment and the nonce of a measured answer: version 2 has both in it, version 1 neither (MS-NLMP section 2.2.2.7). */
function chanceIn(answer = '') {
  const message = Buffer.from(answer, 'base64');
  if (message.length === 0 || message.readUInt16LE(20) === 24) return {};
  const blob = message.subarray(message.readUInt32LE(24) + 16);
  const now = Number(blob.readBigUInt64LE(8) / 10_000n - 11_644_473_600_000n);
  return { own: blob.subarray(16, 24), now };
}

describe('NTLM with more than its messages hold', () => {
  const challenge = Buffer.from(`NTLMSSP\0\x02${'\0'.repeat(40)}`, 'latin1').toString('base64');
  const long = 'x'.repeat(70_000);

  test.each([
    ['a user name', long],
    ['a domain', `${long}\\ada`],
    ['a user name of a domain', `EXAMPLE\\${long}`],
  ])('%s: called off before any answer', async (_name, userName) => {
    expect(ntlmAnswer(challenge, { userName, password: 'x' })).toBeUndefined();
    const said: string[] = [];
    const replies = [
      { reply: { code: 334, text: '' }, challenge },
      { reply: { code: 501, text: 'called off' }, challenge: '' },
    ];
    const ask = async (line: string) => {
      said.push(line);
      return replies.shift() ?? { reply: { code: 500, text: '' }, challenge: '' };
    };
    const result = await logInWith(['NTLM'], { userName, password: 'x' }, { host: 'mail.test', ask, hide: () => {} });
    expect(result).toEqual({ reply: { code: 501, text: 'called off' }, answer: 'failed' });
    expect(said).toEqual([expect.stringMatching(/^AUTH NTLM/), '*']);
  });
});

describe('DIGEST-MD5', () => {
  const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
  const answer = (challenge: string) =>
    digestAnswer(challenge, { userName: 'chris', password: 'secret' }, 'elwood.test');

  test('takes for proof what RFC 2831 section 4 has, and nothing else', () => {
    const challenge = base64('realm="elwood.innosoft.com",nonce="OA6MG9tEQGm2hh",qop="auth",charset=utf-8');
    const login = { userName: 'chris', password: 'secret' };
    const given = digestAnswer(challenge, login, 'elwood.test', 'OA6MHXh6VqTrRk');
    const md5 = (...parts: (string | Buffer)[]) =>
      parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();
    const secret = md5('chris:elwood.innosoft.com:secret');
    const key = `${md5(secret, ':OA6MG9tEQGm2hh:OA6MHXh6VqTrRk').toString('hex')}:OA6MG9tEQGm2hh:00000001:OA6MHXh6VqTrRk:auth:`;
    const proof = md5(key + md5(':smtp/elwood.test').toString('hex')).toString('hex');
    expect(given?.isProvedBy(base64(`rspauth=${proof}`))).toBe(true);
    expect(given?.isProvedBy(base64(`rspauth=${'0'.repeat(32)}`))).toBe(false);
    expect(given?.isProvedBy('')).toBe(false);
  });

  test.each(['bm9uY2U', 'bm9uY2U9e', 'bm9uY2U==', '=', 'YQ==YQ=='])(
    'gives up over %s, which is no whole Base64',
    (challenge) => {
      expect(answer(challenge)).toBeUndefined();
    },
  );

  test('reads 64 KB of any signs at once', () => {
    const began = performance.now();
    for (const sign of ['"', "'", '\\', '-', '.', '/', 'a', ',', '"\\', '-1'])
      answer(base64(sign.repeat(48_000 / sign.length)));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

test('what is looked for in all that a server says does not grow with its challenge', async () => {
  const hidden: string[] = [];
  const challenge = Buffer.from(`realm="${'r'.repeat(40_000)}",nonce="n"`).toString('base64');
  const replies = [
    { reply: { code: 334, text: '' }, challenge },
    { reply: { code: 535, text: 'No' }, challenge: '' },
  ];
  const ask = async () => replies.shift() ?? { reply: { code: 500, text: '' }, challenge: '' };
  const talk = { host: 'mail.test', ask, hide: (secret: string) => void hidden.push(secret) };
  await logInWith(['DIGEST-MD5'], { userName: 'chris', password: 'secret' }, talk);
  expect(hidden).toHaveLength(2);
  expect(hidden.join('').length).toBeLessThan(100);
});

describe('MD4', () => {
  test.each([
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
    ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
    ['message digest', 'd9130a8164549fe818874806e1c7014b'],
    ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
    ['1234567890'.repeat(8), 'e33b4ddc9c38f2199c3e7b164fcc0536'],
  ])('of “%s” as RFC 1320 section A.5 has it', (text, digest) => {
    expect(md4(Buffer.from(text)).toString('hex')).toBe(digest);
  });
});
