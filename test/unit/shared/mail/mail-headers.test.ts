import { describe, expect, test } from 'vitest';
import { dateOf, shown, splitFields, tokensOf } from '../../../../src-shared/mail/mail-header-fields';
import { carriesToken, readMailHeaders } from '../../../../src-shared/mail/mail-headers';
import type { Message } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';

const block = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\nbody: of the message\r\n`;
const inWords = (sentences: readonly Message[] = []): string => inEnglish([...sentences]).join(' ');
const checksOf = (...lines: string[]) =>
  Object.fromEntries(
    readMailHeaders(block(...lines)).checks.map(({ check, outcome, words }) => [check, [outcome, inWords(words)]]),
  );

/** As a large provider writes them: its own hops on top, results between them and the hop from outside. */
const provider = block(
  'Delivered-To: grace@example.net',
  'Received: by 2002:a05:6022:1234:b0:42 with SMTP id z52csp1;',
  '        Mon, 23 Nov 2026 05:00:07 -0800 (PST)',
  'Authentication-Results: mx.example.net;',
  '       dkim=pass header.i=@example.org header.s=s1 header.b="Kx1/=a==";',
  '       dkim=fail (body hash did not verify) header.d=list.example;',
  '       spf=pass (example.net: domain of gluu@example.org designates 192.0.2.7 as permitted sender) smtp.mailfrom=gluu@example.org;',
  '       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org',
  'Received: from relay.example.org (relay.example.org. [192.0.2.7])',
  '        by mx.example.net with ESMTPS id a1-20020a',
  '        for <grace@example.net>',
  '        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);',
  '        Mon, 23 Nov 2026 05:00:05 -0800 (PST)',
  'Received: from [10.0.0.5] (unknown [IPv6:2001:db8::5])',
  '\tby relay.example.org (Postfix) with ESMTPSA id 4XyZ12',
  '\tfor <grace@example.net>; Mon, 23 Nov 2026 13:00:03 +0000 (UTC)',
  'From: Gluu Meadow <gluu@example.org>',
  'Subject: Password reset',
  ' (test)',
  'Message-ID: <abc@example.org>',
);

describe('headers of a large provider', () => {
  const reading = readMailHeaders(provider);

  test('tell SPF, DKIM and DMARC in words', () => {
    expect(reading.checks.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['SPF', 'good'],
      ['DKIM', 'good'],
      ['DKIM', 'bad'],
      ['DMARC', 'good'],
    ]);
    const words = reading.checks.map((check) => inWords(check.words));
    expect(words[0]).toBe('SPF: the relay may send for example.org. Reported by mx.example.net.');
    expect(words[1]).toBe('DKIM: the signature of example.org is valid. Reported by mx.example.net.');
    expect(words[2]).toContain('the signature of list.example does not match');
    expect(words[3]).toBe('DMARC: SPF or DKIM confirms the sender example.org. Reported by mx.example.net.');
  });

  test('tell the way from the first server to the last', () => {
    expect(reading.hops.map(({ words }) => inWords(words))).toEqual([
      'relay.example.org received it from [10.0.0.5] (2001:db8::5). Connection: ESMTPSA, encrypted, logged in.',
      'mx.example.net received it from relay.example.org (192.0.2.7). Connection: ESMTPS, encrypted. It took 2 seconds.',
      '2002:a05:6022:1234:b0:42 passed it on internally. Connection: SMTP. It took 2 seconds.',
    ]);
    expect(reading.hops[0]).toMatchObject({ id: '4XyZ12', at: '2026-11-23T13:00:03.000Z' });
    expect(reading.wayMs).toBe(4000);
  });

  test('tell the rest, unfolded, and nothing of the body', () => {
    expect(reading).toMatchObject({ subject: 'Password reset (test)', messageId: '<abc@example.org>', notes: [] });
    expect(carriesToken(provider, ['message-id'], 'abc@example')).toBe(true);
    expect(carriesToken(provider, ['subject'], 'abc@example')).toBe(false);
    expect(carriesToken(provider, ['body'], 'message')).toBe(false);
  });
});

describe('results', () => {
  test('of Exchange, which names no server', () => {
    const checks = checksOf(
      'Authentication-Results: spf=softfail (sender IP is 192.0.2.7)',
      ' smtp.mailfrom=example.org; dkim=none (message not signed)',
      ' header.d=none;dmarc=fail action=quarantine header.from=example.org;compauth=fail reason=001',
    );
    expect(checks.SPF).toEqual(['bad', expect.stringContaining('SPF record of example.org does not list the relay')]);
    expect(checks.SPF?.[1]).toContain('Reported by the mailbox server.');
    expect(checks.DKIM).toEqual(['unclear', expect.stringContaining('no signature')]);
    expect(checks.DMARC).toEqual(['bad', expect.stringContaining('neither SPF nor DKIM confirms')]);
  });

  test('of one server in several fields are taken together, those of others are not counted', () => {
    const reading = readMailHeaders(
      block(
        'Authentication-Results: mx.example.net; dkim=fail header.d=example.org',
        'Authentication-Results: MX.example.net; dmarc=fail (p=reject dis=none) header.from=example.org',
        'Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org',
      ),
    );
    expect(reading.checks.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['SPF', 'absent'],
      ['DKIM', 'bad'],
      ['DMARC', 'bad'],
    ]);
    expect(inWords(reading.checks[2]?.words)).toContain('Its policy for failures is reject.');
    expect(inEnglish(reading.notes)).toEqual([expect.stringContaining('in the name of mx.example.com are ignored')]);
  });

  test('with blanks and comments wherever RFC 8601 allows them', () => {
    const checks = checksOf(
      'Authentication-Results: foo.example.net (foobar) 1 (baz);',
      '  dkim (Because I like it) / 1 (One yay) = (wait for it) fail',
      "  policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462;",
      '  spf = pass smtp.mailfrom = "joe user"@example.org',
    );
    expect(checks.SPF?.[0]).toBe('good');
    expect(checks.SPF?.[1]).toContain('may send for example.org');
  });

  test.each([
    ['spf=pass', 'good'],
    ['spf=hardfail', 'bad'],
    ['spf=neutral', 'unclear'],
    ['spf=none', 'unclear'],
    ['spf=temperror', 'unclear'],
    ['spf=permerror', 'bad'],
    ['spf=constructor', 'unclear'],
    ['spf=__proto__', 'unclear'],
    ['spf=', 'unclear'],
    ['none', 'absent'],
    ['', 'absent'],
  ])('%s is %s', (result, outcome) => {
    expect(checksOf(`Authentication-Results: mx.example.net; ${result}`).SPF?.[0]).toBe(outcome);
  });

  test('come from Received-SPF where there are no others', () => {
    const checks = checksOf('Received-SPF: Fail (mx: no) client-ip=192.0.2.7; envelope-from="<x@example.org>"; helo=a');
    expect(checks.SPF).toEqual(['bad', expect.stringMatching(/may not send for example\.org.*Received-SPF\.$/)]);
  });

  test('that are absent are said to be so', () => {
    expect(readMailHeaders('').checks.map(({ outcome }) => outcome)).toEqual(['absent', 'absent', 'absent']);
  });
});

describe('hops', () => {
  const wordsOf = (...lines: string[]) => readMailHeaders(block(...lines)).hops.map(({ words }) => inWords(words));

  test('of other makes', () => {
    expect(
      wordsOf(
        'Received: from AM0PR01.example.com (2603:10a6::1) by DB7PR02.example.com',
        ' (2603:10a6::2) with Microsoft SMTP Server (version=TLS1_2,',
        ' cipher=TLS_ECDHE) id 15.20.1; Mon, 23 Nov 2026 13:00:00 +0000',
      ),
    ).toEqual([
      'DB7PR02.example.com received it from AM0PR01.example.com (2603:10a6::1). Connection: Microsoft SMTP Server, encrypted.',
    ]);
    expect(
      wordsOf('Received: from unknown (HELO x) (192.0.2.9) by qmail with SMTP; 23 Nov 2026 13:00:00 -0000'),
    ).toEqual(['qmail received it from unknown (192.0.2.9), which calls itself x. Connection: SMTP, not encrypted.']);
    expect(wordsOf('Received: (qmail 123 invoked by uid 0); nonsense')).toEqual([
      'A server that does not name itself passed it on internally.',
    ]);
  });

  test.each([
    ['[10.0.0.5] (unknown [198.51.100.7])', '[10.0.0.5] (198.51.100.7)', 'Postfix'],
    ['a (b [198.51.100.7]) (Client CN "[10.0.0.5]")', 'a (198.51.100.7)', 'Postfix with a client certificate'],
    ['a (IDENT:[10.0.0.5]@b [198.51.100.7] (may be forged))', 'a (198.51.100.7)', 'Sendmail'],
    ['[198.51.100.7] (helo=[10.0.0.5])', '[198.51.100.7], which calls itself [10.0.0.5]', 'Exim, no name'],
    ['[198.51.100.7] (port=25 helo=[10.0.0.5])', '[198.51.100.7], which calls itself [10.0.0.5]', 'Exim with its port'],
    ['b ([198.51.100.7] helo=[10.0.0.5])', 'b (198.51.100.7), which calls itself [10.0.0.5]', 'Exim'],
    ['b ([198.51.100.7]:25 ident=[10.0.0.5])', 'b (198.51.100.7)', 'Exim with an ident'],
    ['[198.51.100.7] (account x HELO [10.0.0.5])', '[198.51.100.7], which calls itself [10.0.0.5]', 'CommuniGate'],
    ['unknown (HELO [10.0.0.5]) (198.51.100.7)', 'unknown (198.51.100.7), which calls itself [10.0.0.5]', 'qmail'],
    [
      'unknown (HELO x) (10.0.0.5) (u@198.51.100.7)',
      'unknown (198.51.100.7), which calls itself x',
      'a trick on qmail',
    ],
    ['[10.0.0.5]', '[10.0.0.5]', 'no word of the connection'],
  ])('take the address of the connection, not the one that was claimed: from %s', (from, words) => {
    const { hops } = readMailHeaders(block(`Received: from ${from} by mx.example.net; 23 Nov 2026 13:00:00 -0000`));
    expect(inWords(hops[0]?.words)).toBe(`mx.example.net received it from ${words}.`);
    expect(hops[0]?.fromAddress).not.toBe('10.0.0.5');
  });

  test('whose clocks differ, or that took hours', () => {
    const at = (time: string, by: string) => `Received: from a by ${by} with ESMTP; Mon, 23 Nov 2026 ${time} +0000`;
    const words = wordsOf(at('12:59:00', 'c'), at('13:00:00', 'b'), at('10:00:00', 'a'));
    expect(words[1]).toBe('b received it from a. Connection: ESMTP, not encrypted. It took 3 hours.');
    expect(words[2]).toBe(
      'c received it from a. Connection: ESMTP, not encrypted. Its clock is slow by at least 60 seconds.',
    );
  });
});

test.each([
  ['Mon, 23 Nov 2026 13:00:00 +0100 (CET)', '2026-11-23T12:00:00.000Z'],
  ['23 Nov 2026 13:00 EST', '2026-11-23T18:00:00.000Z'],
  ['1 Jan 2026 00:00:00 GMT', '2026-01-01T00:00:00.000Z'],
  ['99 Nov 2026 13:00:00 +0000', undefined],
  ['23 Foo 2026 13:00:00 +0000', undefined],
  ['', undefined],
])('the date %j', (text, iso) => {
  expect(dateOf(text)).toBe(iso);
});

describe('hostile headers', () => {
  const MB = 1024 * 1024;
  test.each<[string, string]>([
    ['one line of 4 MB', `Received: ${'a'.repeat(4 * MB)}`],
    ['endless folding', `Received: x\n${' \n'.repeat(2 * MB)}`],
    ['a million fields', 'a: b\n'.repeat(MB)],
    ['brackets', `Received: from ${'('.repeat(MB)}`],
    ['brackets in many fields', `Received: from ${'('.repeat(16_000)}\n`.repeat(60)],
    ['quotes and backslashes', `Authentication-Results: a; ${'"\\'.repeat(MB)}`],
    ['semicolons', `Authentication-Results: a${';'.repeat(MB)}`],
    ['equals signs', `Authentication-Results: a; spf${' ='.repeat(MB)}`],
    ['400 KB of commas', `Authentication-Results: a; spf=pass smtp.mailfrom=${','.repeat(400_000)}`],
    ['digits', `Received: from a by b; ${'1 '.repeat(MB)}`],
    ['results by the thousand', `Authentication-Results: a${'; dkim=pass header.d=b'.repeat(700)}\n`.repeat(20)],
    ['NUL and 8 bit', '\0\xff\u202e: \ud800\nReceived: \0from\0 by \u202e;'],
  ])('%s are read in time, and what is shown is bounded', (_name, text) => {
    const began = performance.now();
    const reading = readMailHeaders(text);
    // Generous: what backtracks or copies in squares takes minutes.
    expect(performance.now() - began).toBeLessThan(5000);
    expect(JSON.stringify(reading).length).toBeLessThan(200_000);
    expect(JSON.stringify(reading)).not.toMatch(/[\0\u202e]|\\u0000/);
  });

  test('say when something was left out', () => {
    expect(inEnglish(readMailHeaders('a: b\n'.repeat(2000)).notes)).toEqual([expect.stringContaining('left out')]);
    expect(splitFields(`a: ${'b'.repeat(20_000)}`).cut).toBe(true);
    expect(splitFields('a: b').cut).toBe(false);
  });

  test('show what cannot be seen', () => {
    expect(shown('a\u202eb\r\nc\0')).toBe('a\\u{202e}b c\\u{0}');
    expect(readMailHeaders('Subject: \u202egnp.exe').subject).toBe('\\u{202e}gnp.exe');
  });

  test('a line that is not a field is left out, and so is what is folded under it', () => {
    expect(splitFields('no field\n folded\nSubject : x\n y\n\nFrom: body').fields).toEqual([
      { name: 'subject', value: 'x y' },
    ]);
  });
});

test('tokens: comments within comments, quoted signs, an open end', () => {
  const texts = (value: string) => tokensOf(value).map(({ kind, text }) => `${kind[0]}:${text}`);
  expect(texts('a (b (c; d) \\) e) "f;\\" g" ;h')).toEqual(['w:a', 'c:b (c; d) \\) e', 'w:f;" g', 's:;', 'w:h']);
  expect(texts('(open')).toEqual(['c:open']);
  expect(texts('"open')).toEqual(['w:open']);
});
