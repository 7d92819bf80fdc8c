import { describe, expect, test } from 'vitest';
import { page31 } from '../../../../src-shared/gluu/pages/pages-of-appliance';
import { compareVersions, exactly } from '../../../../src-shared/gluu/versions';
import { connectProtections } from '../../../../src-shared/model/smtp-settings';
import { english } from '../../../../src-shared/texts/en/english';
import { converse } from '../../../../src-shared/verdict/conversation';
import { familiesOf, versionFamilies } from '../../../../src-shared/verdict/gluu-versions';
import { HOST, readSession } from '../../../../src-shared/verdict/java-mail';
import { mailCodes, propertiesOf } from '../../../../src-shared/verdict/mail-code';
import { outcomes } from '../../../../src-shared/verdict/outcome';
import { type RuleId, ruleOf, verdictRules } from '../../../../src-shared/verdict/rules';
import { outcomeOfCode } from '../../../../src-shared/verdict/runs';
import { knownFrom } from '../../../../src-shared/verdict/unknowns';
import { verdictOf } from '../../../../src-shared/verdict/verdict';
import type { MailServerFacts, VerdictSettings } from '../../../../src-shared/verdict/verdict-input';
import { filledIn, input, newJava, oldJava, openRelay, submission, submissions } from './vectors';

const ruleIds = Object.keys(verdictRules) as RuleId[];
const codes = Object.values(mailCodes);
const familyOf = (version: string) => {
  const [family] = familiesOf(exactly(version));
  if (!family) throw new Error(`no family for ${version}`);
  return family;
};

const inTls = { encrypted: true, loggedIn: true } as const;
/** Ends that only a conversation shows. */
const seenEndings: Partial<MailServerFacts>[] = [
  { hello: 'refused' },
  { credentials: 'failed' },
  { tried: { ...inTls, answer: 'outOfStep' } },
  { tried: { ...inTls, answer: 'closed' } },
  { tried: { ...inTls, answer: 'otherCode' } },
  { tried: { ...inTls, answer: 'silent' } },
  { tried: { ...inTls, answer: 'accepted', goodbye: 'reset' } },
  { tried: { ...inTls, answer: 'accepted', goodbye: 'silent' } },
];

describe('rules', () => {
  test.each(ruleIds)('%s says what happens, and where that was read', (id) => {
    const { remedy, outcome, source } = ruleOf(id);
    const remedies = typeof remedy === 'object' ? Object.values(remedy) : remedy === undefined ? [] : [remedy];
    for (const text of [`verdict.${id}.why` as const, ...remedies].map((each) => english[each])) {
      expect(text).toMatch(/^[^\s].*\.$/);
      expect(text).not.toMatch(/!|please|\{(?!version\}|host\}|port\})/i);
    }
    expect(outcomes).toContain(outcome);
    if (typeof source === 'object') expect(source.file).toMatch(/^GluuFederation\/\w+ version_\S+ \S/);
    expect(remedy === undefined).toBe(outcome === 'sends' || id === 'V34');
  });

  test('all but the one for a timeout end a mail of some Gluu Server', () => {
    const met = new Set<RuleId>();
    const nothing = { seen: {}, jvm: {} };
    const forms: Partial<VerdictSettings>[] = [true, false].flatMap((requiresSsl) =>
      connectProtections.flatMap((connectProtection) =>
        [true, false].map((authentication) => ({ requiresSsl, connectProtection, authentication })),
      ),
    );
    const flaws: Partial<VerdictSettings>[] = [
      {},
      { host: null },
      { port: 0 },
      { fromEmail: null },
      { userName: null },
      { password: 'none' },
      { password: 'unreadable' },
      { passwordTyped: true },
      { passwordLetters: 'text' },
      { keyStore: 'set' },
      { keyStore: 'unreadable' },
      { keyStore: 'null' },
      { keyStoreTyped: 'set' },
      { connectProtectionStored: 'otherBuild' },
    ];
    for (const { least } of versionFamilies)
      for (const path of ['test', 'reset'] as const)
        for (const form of forms)
          for (const flaw of flaws) {
            const given = input(least, { path, settings: { ...form, ...flaw }, ...nothing });
            const { reasons, possible, ruleId } = verdictOf(given);
            expect(ruleId === 'V00').toBe(possible.length !== 1);
            for (const reason of reasons) met.add(reason.ruleId);
            for (const code of Object.keys(mailCodes) as (keyof typeof mailCodes)[])
              for (const rule of outcomeOfCode(code, { ...familyOf(least) }, given).rules) met.add(rule);
          }
    // These need more than the code: the version's own page, its decrypter, and what was seen of a conversation.
    for (const given of [
      input('4.3.0', { path: 'test', settings: { passwordTyped: true } }),
      input('4.2.3', { settings: { passwordLetters: 'text' } }),
      ...seenEndings.map((seen) => input('4.4.0', { seen: { ...submission, ...seen } })),
    ]) {
      const { ruleId } = verdictOf(given);
      if (ruleId !== 'V00') met.add(ruleId);
    }
    expect(ruleIds.filter((id) => !met.has(id))).toEqual(['V34']);
  });

  test('a timeout that JavaMail could read would end the waiting', () => {
    const properties = { ...propertiesOf(mailCodes.mailService31, filledIn), 'mail.smtp.timeout': '5000' };
    const attempt = {
      code: mailCodes.mailService31,
      session: readSession(properties),
      secretsBy: () => 'asTyped' as const,
    };
    const ends = converse(attempt, knownFrom({ reach: 'open', firstWord: 'silent' }, {}));
    expect(ends.map(({ rule }) => rule)).toEqual(['V34']);
  });

  test('a one-click change names fields of Organization Configuration', () => {
    const { remedy } = verdictOf(input('3.1.2', { settings: { authentication: false, requiresSsl: false } }));
    for (const { field } of remedy?.changes ?? []) expect(page31.fields.map((each) => each.id)).toContain(field);
    expect(remedy?.changes).toHaveLength(2);
  });
});

describe('property sets', () => {
  test.each(codes)('$name: names its source, and sets the timeouts JavaMail does not read', (code) => {
    expect(code.source).toMatch(/^GluuFederation\/(oxCore|oxTrust) version_\d\S* \S+\.java$/);
    for (const connectProtection of connectProtections) {
      const session = readSession(propertiesOf(code, { ...filledIn, connectProtection }));
      expect(session).toMatchObject({ connectTimeout: undefined, readTimeout: undefined, fallback: true, login: true });
    }
  });

  test('Trust Server reaches the signed mail alone, and of that only STARTTLS', () => {
    const trusting = (code: (typeof codes)[number], trustServer: boolean) =>
      connectProtections.map(
        (connectProtection) =>
          readSession(propertiesOf(code, { ...filledIn, requiresSsl: true, connectProtection, trustServer }))
            .trustsHost,
      );
    for (const code of codes) if (!code.signs) expect(trusting(code, true)).toEqual(trusting(code, false));
    expect(trusting(mailCodes.sendMailSigned, false)).toEqual([false, false, false]);
    expect(trusting(mailCodes.sendMailSigned, true)).toEqual([false, true, false]);
  });

  test('a property of another protocol, or a Long, is not read', () => {
    const session = readSession({
      'mail.transport.protocol.rfc822': 'smtps',
      'mail.smtp.ssl.trust': HOST,
      'mail.smtp.auth': 'true',
      'mail.smtps.timeout': { long: 5000 },
      'mail.smtps.connectiontimeout': '5000',
      'mail.smtps.starttls.required': 'true',
      'mail.smtps.socketFactory.fallback': 'false',
    });
    expect(session).toEqual({
      tlsFactory: false,
      fallback: false,
      tlsFromStart: true,
      startTls: 'required',
      trustsHost: false,
      login: false,
      connectTimeout: 5000,
      readTimeout: undefined,
    });
  });
});

describe('versions', () => {
  test('families follow each other without overlap', () => {
    for (const [index, family] of versionFamilies.entries()) {
      expect(compareVersions(family.least, family.most)).toBeLessThanOrEqual(0);
      const next = versionFamilies[index + 1];
      if (next) expect(compareVersions(family.most, next.least)).toBeLessThan(0);
    }
  });

  test.each([
    ['3.1.7.sp1', '3.1.2'],
    ['3.1.3.1', '3.1.2'],
    ['2.4.4.sp2', '2.4'],
    ['4.0.b1', '3.1.2'],
    ['4.2', '4.2.0'],
    ['4.4', '4.3.1'],
    ['4.5.0.sp1', '4.4.1'],
    ['4.5.5-Final', '4.5.1'],
    ['4.5.5.sp1', '4.5.1'],
    ['4.5.15', '4.5.1'],
    ['4.9', '4.5.1'],
  ])('%s belongs to the family from %s on', (version, least) => {
    expect(familiesOf(exactly(version)).map((family) => family.least)).toEqual([least]);
  });
});

test('5 has no family', () => expect(familiesOf(exactly('5.0'))).toEqual([]));

describe('the code alone', () => {
  const settings: VerdictSettings = { ...filledIn, requiresSsl: true };
  test('MailService of 3.0 asks for no STARTTLS: it goes on in clear', () => {
    const seen = { ...openRelay, startTls: 'accepted' } as const;
    expect(outcomeOfCode('mailService30', familyOf('3.0.2'), { path: 'reset', settings, seen, jvm: oldJava })).toEqual({
      outcome: 'sendsInClear',
      rules: ['V13'],
    });
    const login = { ...submission, needsTls: false };
    expect(
      outcomeOfCode('mailService30', familyOf('3.0.2'), { path: 'reset', settings, seen: login, jvm: oldJava }).rules,
    ).toEqual(['V55']);
    expect(
      outcomeOfCode('mailService30', familyOf('3.0.2'), { path: 'reset', settings, seen: submissions, jvm: newJava })
        .rules,
    ).toEqual(['V62']);
  });
});
