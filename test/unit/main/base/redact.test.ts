import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { hideFromLog, redact, redactForLog, withoutKnown } from '../../../../src-main/base/redact';

const SECRET = 'Käse & Brot-7/Zq';
hideFromLog(SECRET);
const bytes = Buffer.from(SECRET, 'utf8');
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const hex = bytes.toString('hex');

describe('a known secret', () => {
  test.each<[string, string]>([
    ['as it is', SECRET],
    ['in capitals', SECRET.toUpperCase()],
    ['over two lines', SECRET.replace(' ', '\r\n')],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['as a form sends it', encodeURIComponent(SECRET).replaceAll('%20', '+')],
    ['wholly percent-encoded', hex.replace(/../g, '%$&')],
    ['as HTML writes it', SECRET.replace('&', '&amp;')],
    ['as Java properties write it', SECRET.replace('ä', '\\u00e4')],
    ['in hex', hex],
    ['in capital hex', hex.toUpperCase()],
    ['in hex with colons', hex.replace(/..(?!$)/g, '$&:')],
    [
      'in escapes of UTF-16',
      [...SECRET].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['in Base64', base64(SECRET)],
    ['in Base64 behind one byte', base64(`x${SECRET}`)],
    ['in Base64 behind two bytes', base64(`xy${SECRET}`)],
    ['in Base64 behind one byte, without its end', base64(`x${SECRET}yz`).replace(/=+$/, '')],
    ['in the Base64 of addresses', Buffer.from(`xy${SECRET}`).toString('base64url')],
    ['in Base64 of UTF-16', Buffer.from(SECRET, 'utf16le').toString('base64')],
    ['in Base64 of UTF-16, as unicodePwd', Buffer.from(`"${SECRET}"`, 'utf16le').toString('base64')],
    ['in hex of UTF-16', Buffer.from(SECRET, 'utf16le').toString('hex')],
    ['in Base64 folded at 8 characters', base64(SECRET).replace(/.{8}/g, '$&\r\n ')],
    ['with zeros between', [...SECRET].join('\0')],
    ['read as Latin-1', bytes.toString('latin1')],
  ])('is hidden %s', (_name, form) => {
    const clean = redact(`before <${form}> behind`);
    expect(clean).toMatch(/^before <.{0,4}\[hidden\][\s\S]{0,5}> behind$/);
  });

  test('is hidden in both halves, whatever their order, with words between', () => {
    const blob = base64(`\0ada\0${SECRET}`);
    const [front, back] = [blob.slice(0, 18), blob.slice(18)];
    for (const text of [`550-is ${front}\r\n550 and ${back}`, `is ${back} behind ${front}`]) {
      expect(redact(text)).not.toMatch(new RegExp(`${blob.slice(10, 16)}|${blob.slice(20, 26)}`));
    }
    const clear = redact('it began Käse & Br and ended ot-7/Zq');
    expect(clear).toBe('it began [hidden] and ended [hidden]');
  });

  test('is hidden from one text to the next, and each text keeps its own end', () => {
    expect(withoutKnown(['535-5.7.8 Käse &', '535 5.7.8 Brot-7/Zq, or'])).toEqual([
      '535-5.7.8 [hidden]',
      '535 5.7.8 [hidden], or',
    ]);
  });

  test('of common words hides no part of another word, and no part of itself that stands alone', () => {
    hideFromLog('zeal');
    hideFromLog('password1');
    expect(redact('535 bad password of a zealot')).toBe('535 bad password of a zealot');
    expect(redact('you sent zeal, password1.')).toBe('you sent [hidden], [hidden].');
  });

  test('leaves a text without it as it is', () => {
    const text = '250-PIPELINING\r\n250 queued as 4XyzAB12cd, 2.0.0 d2F0Y2ggdGhpcw==, 0123456789abcdef';
    expect(redact(text)).toBe(text);
  });
});

describe('what looks like a secret', () => {
  const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\nZXktdjEA\n-----END OPENSSH PRIVATE KEY-----';
  test.each<[string, string]>([
    ['pwd=hunter22', 'pwd=[hidden]'],
    ['passwd: hunter22', 'passwd: [hidden]'],
    ['pass:hunter22 more', 'pass:[hidden] more'],
    ['bindpw=hunter22', 'bindpw=[hidden]'],
    ['encodeSalt = hunter22', 'encodeSalt = [hidden]'],
    ['ssl.trustStorePin: hunter22', 'ssl.trustStorePin: [hidden]'],
    ['{"smtpPassword":"two words","port":25}', '{"smtpPassword":[hidden],"port":25}'],
    [String.raw`{"token":"a\"b","x":1}`, '{"token":[hidden],"x":1}'],
    ["api_key='two words' more", 'api_key=[hidden] more'],
    ['https://ada:hunter22@example.org/x', 'https://ada:[hidden]@example.org/x'],
    ['https://ada:p@ss@example.org/x', 'https://ada:[hidden]@example.org/x'],
    ['Authorization: Basic YWRhOmh1bnRlcjIy', 'Authorization: Basic [hidden]'],
    ['sent Basic YWRhOmh1bnRlcjIy twice', 'sent Basic [hidden] twice'],
    ['Basic authentication is disabled', 'Basic authentication is disabled'],
    ['Bearer ya29.a0AfH6SMB-x', 'Bearer [hidden]'],
    ['Bearer authentication is disabled', 'Bearer authentication is disabled'],
    ['Set-Cookie: session=1234; Secure', 'Set-Cookie: [hidden]'],
    ['AUTH PLAIN AGFkYQBodW50ZXIyMg==', 'AUTH PLAIN [hidden]'],
    ['250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2', '250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2'],
    [`AUTH XOAUTH2 ${base64('user=ada\x01auth=Bearer x\x01\x01')}`, 'AUTH XOAUTH2 [hidden]'],
    ['dn: uid=ada\nuserPassword:: e1NTSEF9\n abcdef\nsn: x', 'dn: uid=ada\nuserPassword:: [hidden]\nsn: x'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln sent', '[hidden] sent'],
    ['id-eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln sent', 'id-[hidden] sent'],
    ['at.eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln sent', 'at.[hidden] sent'],
    ['long-host-name.example.org greets', 'long-host-name.example.org greets'],
    ['ldapsearch -x -w hunter22 -b o=gluu', 'ldapsearch -x -w [hidden] -b o=gluu'],
    ['tool --bind-password hunter22 -x', 'tool --bind-password [hidden] -x'],
    [`key ${key} end`, 'key [hidden] end'],
    [`key ${key.slice(0, 50)}`, 'key [hidden]'],
    ['Private-Lines: 2\nAAAA\nBBBB\nPrivate-MAC: 1', 'Private-Lines: 2 [hidden]\nPrivate-MAC: 1'],
  ])('%s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });
});

describe('the log', () => {
  test.each<[string, string]>([
    ['550 <ada.lovelace+x@mail.example.org>: unknown', '550 <[address]>: unknown'],
    ['from=ada@exämple.org,', 'from=[address],'],
    ['at /home/ada/.ssh/id_rsa:3', 'at /home/[user]/.ssh/id_rsa:3'],
    ['file:///Users/ada/x', 'file:///Users/[user]/x'],
    [String.raw`C:\Users\Ada Lovelace\x and D:\\Users\\ada\\y`, String.raw`C:\Users\[user]\x and D:\\Users\\[user]\\y`],
    [`${os.homedir()}/.config/Gluu Console/servers.json`, '~/.config/Gluu Console/servers.json'],
    ['node_modules/@scope/pack@1.2.3/index.js:7:3', 'node_modules/@scope/pack@1.2.3/index.js:7:3'],
  ])('%s', (text, clean) => {
    expect(redactForLog(text)).toBe(clean);
  });

  test('what the window is told keeps the addresses it is about', () => {
    expect(redact('550 <ada@example.org>: unknown')).toBe('550 <ada@example.org>: unknown');
  });
});

describe('is linear', () => {
  const pieces = [
    'a', ' ', '@', '.', '=', '"', "'", ':', '\\', '\n', '/', 'pass', 'password', 'password ', 'password"', '://a:', '://a:@',
    '-----BEGIN PRIVATE KEY-----', 'Private-Lines: 1', 'eyJaaaaaaaa', 'eyJaaaaaaaa.', 'eyJ-', 'bearer ', 'bearer 1', 'Basic YWRh', 'cookie:',
    'authorization: ', 'userPassword:', '--password ', '-w ', 'a@a.', 'a@', '/home/', '\\Users\\', 'x x ', '535 ', '\n535-5.7.8 ',
    'pass;', base64(SECRET), hex, SECRET, SECRET.slice(0, 5), base64(SECRET).slice(0, 4), 'AGEA', '\0', 'é', '\ud800',
  ]; // biome-ignore format: a list
  const spent = (text: string) => {
    const before = process.cpuUsage();
    redactForLog(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const cases = [...pieces.map((piece): [string, string] => [piece, '']), ['password', '"'], ['a', '@'], ['1', '.1.a']];
  test.each(cases)('with %j again and again', (piece = '', tail = '') => {
    const long = (length: number) => piece.repeat(length / piece.length) + tail;
    spent(long(20_000));
    const small = Math.min(spent(long(60_000)), spent(long(60_000)));
    expect(spent(long(480_000))).toBeLessThan(400 + small * 8 * 5);
  });
});

describe('is ready for a secret more', () => {
  const took = (act: () => void) => {
    const began = performance.now();
    act();
    return performance.now() - began;
  };

  test('in a time that does not depend on how many there are', () => {
    const each = Array.from({ length: 400 }, (_, index) => `of-server-${index}-${index * 7919}`);
    const all = () => {
      for (const secret of each) {
        hideFromLog(secret);
        redact('ready');
      }
    };
    expect(took(all)).toBeLessThan(10_000);
    expect(each.map((secret) => redact(`said ${secret}`))).toEqual(Array(400).fill('said [hidden]'));
  });

  test('also for the longest that can be typed', () => {
    const long = Array.from({ length: 65_536 }, (_, index) => String.fromCharCode(33 + ((index * 7919) % 90))).join('');
    const ready = () => {
      hideFromLog(long);
      redact('ready');
    };
    expect(took(ready)).toBeLessThan(3000);
    expect(redact(`said ${long.slice(0, 1000)}`)).not.toContain(long.slice(0, 20));
  });

  test('when the oldest are forgotten', () => {
    for (let index = 0; index < 600; index += 1) hideFromLog(`one-of-many-${index}-${index * 104_729}`);
    expect(redact(`said one-of-many-599-${599 * 104_729}`)).toBe('said [hidden]');
  });
});
