import { describe, expect, test } from 'vitest';
import { type Besides, classify, findingsOf } from '../../../../src-shared/diagnosis/classify';
import type { Ending, MailServerSeen, StageSeen, TlsSeen } from '../../../../src-shared/model/probe';
import { english } from '../../../../src-shared/texts/en/english';
import { inEnglish } from '../../../support/english';
import { offerOf } from '../offer';

const good: MailServerSeen = {
  asked: {
    host: 'mail.example.org',
    port: 587,
    security: 'startTls',
    until: 'recipient',
    ehloName: 'console.example.org',
    from: 'gluu@example.org',
    to: 'grace@example.org',
    messageBytes: 1000,
  },
  began: '2026-01-01T00:00:00.000Z',
  stages: [],
  addresses: [{ address: '192.0.2.7', family: 4, ms: 3 }],
  address: '192.0.2.7',
  localAddress: '198.51.100.2',
  offers: {},
  trials: [],
  loggedIn: false,
};
const seenWith = (more: Partial<MailServerSeen>): MailServerSeen => ({ ...good, ...more });
const ended = (step: StageSeen['step'], ending: Ending, encrypted = false) =>
  seenWith({ stages: [{ step, ms: 1, encrypted, ending }] });
const refused = (step: StageSeen['step'], code: number, enhanced?: string, text = 'No') =>
  ended(step, { kind: 'refused', reply: { code, text, ...(enhanced ? { enhanced } : {}) } }, true);
const delivered = seenWith({
  stages: [{ step: 'Data', ms: 1, encrypted: true, reply: { code: 250, enhanced: '2.0.0', text: 'Queued as 4711' } }],
});
const tls = (more: Partial<TlsSeen>): TlsSeen => ({
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  chain: [],
  trusted: true,
  nameMatches: true,
  daysLeft: 90,
  ...more,
});
const ids = (seen: MailServerSeen, besides?: Besides) => findingsOf(seen, besides).map(({ id }) => id);

describe('nothing wrong', () => {
  test('finds nothing', () => {
    expect(findingsOf(good)).toEqual([]);
    expect(classify(good)).toBeUndefined();
  });
});

describe('while the message is sent', () => {
  test.each<[number, string | undefined, string, string]>([
    [554, '5.7.1', 'Spam', 'S72'],
    [571, undefined, 'Spam', 'S72'],
    [550, undefined, 'Spam', 'S72'],
    [550, '5.7.25', 'No', 'S58'],
    [550, '5.7.26', 'No', 'S73'],
    [550, '5.7.1', 'DMARC says no', 'S73'],
    [554, undefined, 'Message rejected: Email address is not verified', 'S62'],
    [552, '5.3.4', 'Big', 'S69'],
    [451, '4.7.1', 'Later', 'S67'],
    [451, '4.3.0', 'Later', 'S77'],
    [556, undefined, 'Strange', 'S78'],
  ])('%i %s %s', (code, enhanced, text, id) => {
    expect(ids(refused('Data', code, enhanced, text))).toEqual([id]);
  });

  test.each<Ending>([
    { kind: 'closed' },
    { kind: 'late', limitMs: 1000, whole: false },
    { kind: 'error', code: 'ECONNRESET' },
  ])('$kind: lost once the text was sent, and before it nothing is in doubt', (ending) => {
    const seen = ended('Data', ending);
    expect(ids({ ...seen, textSent: true })).toEqual(['S75']);
    expect(ids(seen)).toEqual(['S15']);
  });

  test('an answer to the text that is no SMTP reply', () => {
    const ending: Ending = { kind: 'broken', how: 'notSmtp', said: 'what' };
    expect(ids({ ...ended('Data', ending), textSent: true })).toEqual(['S74']);
  });

  test('accepted is a success, with the server’s own words', () => {
    expect(classify(delivered)).toMatchObject({ id: 'S80', severity: 'success', words: '250 2.0.0 Queued as 4711' });
  });
});

describe('a refusal is told by what it refuses', () => {
  const identity = 'The from address does not match a verified Sender Identity. Mail cannot be sent.';
  const sandbox = 'Message rejected: Email address is not verified. The following identities failed the check: ';
  test.each<[StageSeen['step'], number, string | undefined, string, string]>([
    ['Sender', 550, undefined, identity, 'S62'],
    ['Recipient', 550, undefined, identity, 'S62'],
    ['Data', 550, undefined, identity, 'S62'],
    ['Data', 553, undefined, 'Mail from must equal authorized user', 'S62'],
    ['Sender', 501, undefined, 'mail from address must be same as authorization user', 'S62'],
    ['Data', 554, undefined, 'Transaction failed: Sender address is not allowed.', 'S62'],
    ['Recipient', 553, undefined, 'Sender is not allowed to relay emails', 'S62'],
    ['Data', 550, '5.7.0', 'From address is not one of your addresses', 'S62'],
    ['Data', 554, undefined, `${sandbox}grace@example.org`, 'S59'],
    ['Data', 554, undefined, `${sandbox}gluu@example.org`, 'S62'],
    ['Data', 554, undefined, `${sandbox}grace@example.org, Gluu@example.org`, 'S62'],
    ['Sender', 550, '5.4.5', 'Daily user sending quota exceeded.', 'S68'],
    ['Data', 550, '5.4.5', 'No', 'S68'],
    ['Recipient', 550, '5.7.1', 'Hourly sending limit exceeded', 'S68'],
    ['Data', 451, '4.7.1', 'Ratelimit "user" exceeded', 'S68'],
    ['Recipient', 552, '5.2.2', 'Mailbox quota exceeded', 'S66'],
    ['Data', 421, '4.7.0', 'Try again later, closing connection.', 'S68'],
    ['Data', 451, '4.7.1', 'Service unavailable - try again later', 'S77'],
    ['Recipient', 450, '4.7.1', 'Please try again later', 'S67'],
    ['Recipient', 451, undefined, 'Greylisted', 'S67'],
    ['Login', 451, undefined, 'Authentication failed: Maximum credits exceeded', 'S68'],
    ['Login', 454, '4.7.0', 'Too many login attempts', 'S49'],
    ['Login', 535, undefined, 'Account suspended', 'S51'],
    ['Login', 535, '5.7.0', '(#AUTH005) Too many bad auth attempts.', 'S45'],
    ['Login', 535, undefined, 'Login fail, please enter your authorization code', 'S45'],
    ['Login', 535, undefined, 'Error: 请使用授权码登录', 'S45'],
    ['Login', 535, '5.7.8', 'No', 'S44'],
    ['EHLO', 421, undefined, 'Your HELO/EHLO is not matching your DNS configuration', 'S14'],
    ['EHLO', 421, undefined, 'Too many connections', 'S12'],
    ['Recipient', 450, '4.7.1', '<x>: Helo command rejected: Host not found', 'S14'],
    ['Sender', 503, undefined, 'Polite people say HELO first', 'S74'],
  ])('%s %i %s %s', (step, code, enhanced, text, id) => {
    expect(ids(refused(step, code, enhanced, text))).toEqual([id]);
  });

  test('says of a size below the announced limit that the limit is not the reason', () => {
    const offer = offerOf({ startTls: true, size: 10240000 });
    const seen = { ...refused('Data', 552, '5.3.4'), offers: { clear: offer } };
    expect(inEnglish(classify(seen))?.explanation).toBe(
      'The server refuses the message (1,000 bytes) as too large, although it announces a limit of 10,240,000 bytes.',
    );
    expect(inEnglish(classify({ ...seen, offers: { clear: { ...offer, size: 10 } } }))?.explanation).toBe(
      'The message (1,000 bytes) exceeds the server’s limit (10 bytes).',
    );
  });
});

describe('what is known beside the probe', () => {
  test.each<[Besides, string]>([
    [{ followUp: 'bounced' }, 'S81'],
    [{ followUp: 'missing' }, 'S83'],
    [{ followUp: 'gluuFails' }, 'S86'],
    [{ verdictRules: ['TLS 1.0 only'] }, 'S85'],
    [{ verdictRules: ['TLS 1.0 only'], followUp: 'gluuFails' }, 'S85'],
    [
      {
        recipients: [
          { address: 'a@b.example', accepted: true },
          { address: 'c@b.example', accepted: false },
        ],
      },
      'S84',
    ],
  ])('%j', (besides, id) => {
    expect(classify(delivered, besides)?.id).toBe(id);
    expect(JSON.stringify(inEnglish(findingsOf(delivered, besides)))).not.toMatch(/\(not known\)|\{\w+\}/);
  });

  test('spam is a warning beside the success', () => {
    expect(ids(delivered, { followUp: 'spam' })).toEqual(['S80', 'S82']);
  });

  test('a failure here explains a failure there', () => {
    expect(ids(refused('Sender', 550, '5.1.8'), { followUp: 'gluuFails' })).toEqual(['S63']);
  });

  test('STARTTLS that is missing only here is taken away in between', () => {
    const here = ended('TLS', { kind: 'stopped', why: 'startTlsMissing' });
    const offer = offerOf({ startTls: true, extensions: ['STARTTLS'] });
    expect(ids(here)).toEqual(['S20']);
    expect(ids(here, { serverSide: seenWith({ offers: { clear: offer } }) })).toEqual(['S22']);
  });

  test('other addresses there are a warning, a common one is not', () => {
    const there = seenWith({ addresses: [{ address: '10.0.0.7', family: 4, ms: 1 }] });
    expect(inEnglish(findingsOf(good, { serverSide: there }))).toMatchObject([
      { id: 'S03', severity: 'warning', explanation: expect.stringContaining('192.0.2.7 here, but to 10.0.0.7') },
    ]);
    expect(ids(good, { serverSide: seenWith({ addresses: [...there.addresses, ...good.addresses] }) })).toEqual([]);
  });
});

describe('a certificate that is trusted', () => {
  test.each([
    [29, ['S32']],
    [30, []],
    [0, ['S32']],
  ])('with %i days left', (daysLeft, found) => {
    expect(ids(seenWith({ tls: tls({ daysLeft }) }))).toEqual(found);
  });

  test('a certificate that breaks a rule is told with the rule, not as one of an unknown authority', () => {
    const seen = ended('Certificate', { kind: 'stopped', why: 'untrusted' }, true);
    const said = (distrust: string) =>
      inEnglish(classify({ ...seen, tls: tls({ trusted: false, distrust }) }))?.explanation;
    expect(said('INVALID_PURPOSE')).toContain('It was not issued for servers');
    expect(said('NEW_CODE')).toContain('gives no reason that this console knows');
  });

  test('TLS 1.0 refused beside a newer version that works is what Gluu will meet', () => {
    const refusing = { '1.0': false, '1.2': true } as const;
    expect(ids(seenWith({ tls: tls({}), tlsVersions: refusing }))).toEqual(['S29']);
    expect(ids(seenWith({ tls: tls({}), tlsVersions: { '1.0': true, '1.2': true } }))).toEqual([]);
    expect(ids(seenWith({ tls: tls({}), tlsVersions: { '1.0': false } }))).toEqual([]);
    expect(ids(seenWith({ tls: tls({}) }))).toEqual([]);
  });

  test.each([
    ['CERT_REVOKED', 'S37'],
    ['INVALID_PURPOSE', 'S37'],
    ['UNSPECIFIED', 'S37'],
    ['NEW_CODE', 'S37'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'S26'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'S26'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'S25'],
  ])('%s', (distrust, id) => {
    const seen = ended('Certificate', { kind: 'stopped', why: 'untrusted' }, true);
    expect(ids({ ...seen, tls: tls({ trusted: false, distrust }) })).toEqual([id]);
  });

  test('a self-signed certificate, which Electron gives the code of an unknown authority', () => {
    const seen = ended('Certificate', { kind: 'stopped', why: 'untrusted' }, true);
    const dates = { validFrom: '2026-01-01T00:00:00.000Z', validTo: '2027-01-01T00:00:00.000Z' };
    const own = { subject: 'CN=localhost', issuer: 'CN=localhost', names: [], ...dates, sha256: 'AA', keyType: 'EC' };
    const shown = (selfSigned: boolean) =>
      tls({ trusted: false, distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: [{ ...own, selfSigned }] });
    expect(ids({ ...seen, tls: shown(true) })).toEqual(['S25']);
    expect(ids({ ...seen, tls: shown(false) })).toEqual(['S26']);
  });
});

describe('the order', () => {
  test('puts failures before warnings, and an earlier stage before a later one', () => {
    const seen = seenWith({
      tls: tls({ daysLeft: 3 }),
      stages: [
        { step: 'Login', ms: 1, encrypted: true, ending: { kind: 'stopped', why: 'loginNotOffered' } },
        { step: 'Sender', ms: 1, encrypted: true, ending: { kind: 'refused', reply: { code: 530, text: 'No' } } },
      ],
    });
    expect(ids(seen)).toEqual(['S41', 'S61', 'S32']);
  });
});

describe('what is not known', () => {
  test.each<[StageSeen['step'], Ending, string]>([
    ['Connect', { kind: 'error', code: 'ESOMETHING' }, 'S79'],
    ['Greeting', { kind: 'error', code: 'ESOMETHING' }, 'S79'],
    ['Recipient', { kind: 'error', code: 'ESOMETHING' }, 'S79'],
    ['Recipient', { kind: 'refused', reply: { code: 456, text: 'Hm' } }, 'S77'],
    ['Recipient', { kind: 'refused', reply: { code: 556, enhanced: '5.9.9', text: 'Hm' } }, 'S78'],
    ['Login', { kind: 'refused', reply: { code: 556, text: 'Hm' } }, 'S78'],
    ['TLS', { kind: 'error', code: 'ERR_SSL_NEVER_HEARD_OF' }, 'S30'],
  ])('at %s: %j keeps the server’s words or the code', (step, ending, id) => {
    const [finding] = findingsOf(ended(step, ending));
    expect(finding?.id).toBe(id);
    expect(finding?.words ?? finding?.code).toMatch(/Hm|ESOMETHING|NEVER_HEARD_OF/);
    expect(finding?.words ?? '').not.toMatch(/ESOMETHING|NEVER_HEARD_OF/);
  });

  test('a port number decides nothing', () => {
    const seen = refused('Recipient', 554, '5.7.1');
    for (const port of [25, 465, 587, 2525]) expect(ids({ ...seen, asked: { ...seen.asked, port } })).toEqual(['S64']);
  });

  test('no text of the server is used as a template', () => {
    const [finding] = findingsOf(refused('Sender', 556, undefined, '{host} {to}'));
    expect(finding?.words).toBe('556 {host} {to}');
    expect(english['diagnosis.S78.explanation']).toContain('{stage}');
  });
});
