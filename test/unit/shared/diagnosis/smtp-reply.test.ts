import { describe, expect, test } from 'vitest';
import { readOffer, readReply, replyText } from '../../../../src-shared/diagnosis/smtp-reply';

describe('a reply', () => {
  test.each<[string[], ReturnType<typeof readReply>]>([
    [['250 Ok'], { code: 250, text: 'Ok' }],
    [['250'], { code: 250, text: '' }],
    [['550 5.1.1 No such user'], { code: 550, enhanced: '5.1.1', text: 'No such user' }],
    [['550-5.7.26 First', '550 5.7.26 second'], { code: 550, enhanced: '5.7.26', text: 'First second' }],
    [['451 4.7.500 Busy'], { code: 451, enhanced: '4.7.500', text: 'Busy' }],
    [['250 2.1.0'], { code: 250, enhanced: '2.1.0', text: '' }],
    [['250 10.1.2.3 is you'], { code: 250, text: '10.1.2.3 is you' }],
    [['250-a', '550 b'], { code: 250, text: 'a b' }],
    [['hello'], undefined],
    [['2500 x'], { code: 250, text: '0 x' }],
    [['150 x'], undefined],
    [[''], undefined],
    [[], undefined],
  ])('%j', (lines, reply) => {
    expect(readReply(lines)).toEqual(reply);
  });

  test.each([
    [
      ['534-5.7.14 <https://a.example/c?s=1&plt=AKg', '534-5.7.14 nsb_x', '534 5.7.14 > Log in'],
      '<https://a.example/c?s=1&plt=AKgnsb_x> Log in',
    ],
    [
      ['535-5.7.8 See https://a.example/?p=', '535 5.7.8 BadCredentials gsmtp'],
      'See https://a.example/?p=BadCredentials gsmtp',
    ],
    [['535-See https://a.example/help', '535 for more'], 'See https://a.example/help for more'],
  ])('keeps a link in one piece: %j', (lines, text) => {
    expect(readReply(lines)?.text).toBe(text);
  });

  test('is written as it was', () => {
    expect(replyText({ code: 550, enhanced: '5.1.1', text: 'No' })).toBe('550 5.1.1 No');
    expect(replyText({ code: 250, text: '' })).toBe('250');
  });
});

describe('an offer', () => {
  test('is read whatever its case, and AUTH=LOGIN beside AUTH', () => {
    const lines = [
      '250-it',
      '250-starttls',
      '250-Size 35882577',
      '250-AUTH PLAIN login',
      '250-AUTH=LOGIN',
      '250 SMTPUTF8',
    ];
    expect(readOffer(lines)).toEqual({
      name: 'it',
      startTls: true,
      mechanisms: ['PLAIN', 'LOGIN'],
      loginChoice: 'LOGIN',
      size: 35882577,
      smtpUtf8: true,
      extensions: ['starttls', 'Size 35882577', 'AUTH PLAIN login', 'AUTH=LOGIN', 'SMTPUTF8'],
      heloOnly: false,
    });
  });

  test.each(['SIZE', 'SIZE 0', 'SIZE many', 'SIZE -1', 'SIZE 99999999999999999999'])('%s is no limit', (line) => {
    expect(readOffer(['250-it', `250 ${line}`]).size).toBeUndefined();
  });

  test('of HELO is nothing, whatever stands in the answer', () => {
    expect(readOffer(['250-it', '250 STARTTLS'], true)).toMatchObject({
      startTls: false,
      extensions: [],
      heloOnly: true,
    });
  });
});
