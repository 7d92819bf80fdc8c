import { describe, expect, test } from 'vitest';
import { exactly } from '../../../../src-shared/gluu/versions';
import type { MailServerSeen } from '../../../../src-shared/model/probe';
import { readinessLinkIds } from '../../../../src-shared/model/readiness';
import { readiness } from '../../../../src-shared/readiness/readiness';
import { inEnglish, say } from '../../../support/english';
import { answerIn, certificate, chainOf, factsOf, type Given, goodMailServer, linkIn } from './healthy-facts';

const since40 = ['4.0', '4.1.0', '4.2.0', '4.2.3', '4.3.0', '4.4.0', '4.4.1', '4.5.0', '4.5.5', '4.5.15'];
/** What 4.x stores in another way. */
const goodIn = (version: string): Given =>
  since40.includes(version)
    ? { version, resetAllowed: ['TRUE'], smtp: { connectProtection: 'StartTls', keyStore: 'notSet' } }
    : { version };

describe('a server on which everything is right', () => {
  test.each(['2.4.4', '3.0.2', '3.1.0', '3.1.1', '3.1.2', '3.1.3', '3.1.4', '3.1.5', '3.1.9', ...since40])(
    '%s',
    (version) => {
      const { can, links } = chainOf(goodIn(version));
      expect(links.filter(({ state }) => state !== 'green')).toEqual([]);
      expect(links.map(({ id }) => id)).toEqual(readinessLinkIds);
      expect(can).toBe('yes');
      expect(answerIn(goodIn(version))).toEqual(['Users can reset their password.']);
    },
  );

  test('gives every link a label, a reason and a source', () => {
    for (const { id, reason, source } of chainOf().links) {
      const said = [say(`readiness.link.${id}`), ...reason.map((one) => say(one)), source];
      expect(said.length).toBeGreaterThan(2);
      expect(said.every((text) => text.length > 2)).toBe(true);
    }
  });

  test('is pure: the same facts give the same chain', () => {
    expect(readiness(factsOf({}))).toEqual(readiness(factsOf({})));
  });
});

const { tls: _, tlsVersions: __, ...goodInClear } = goodMailServer;
/** The same server without any TLS. */
const inClear: MailServerSeen = {
  ...goodInClear,
  asked: { ...goodMailServer.asked, security: 'none' },
  stages: goodMailServer.stages.map((stage) => ({ ...stage, encrypted: false })),
  offers: {
    clear: {
      startTls: false,
      mechanisms: ['PLAIN'],
      loginChoice: 'PLAIN',
      smtpUtf8: false,
      extensions: [],
      heloOnly: false,
    },
  },
  trials: [],
};
const onlyTls12 = { ...goodMailServer, tlsVersions: { '1.0': false, '1.1': false, '1.2': true, '1.3': true } };

describe('the answer on top, and its list', () => {
  test.each<[string, Given, string[]]>([
    [
      'one broken link',
      { resetAllowed: [] },
      ['Users cannot reset their password.', 'Self-Service Password Reset is not enabled.'],
    ],
    [
      'a cause and what follows from it: the cause alone',
      { smtp: { host: null } },
      ['Users cannot reset their password.', 'Missing SMTP settings: SMTP Host.'],
    ],
    [
      'more than two',
      { resetAllowed: [], smtp: { host: null }, version: '3.1.5', reset: { expiration: { kind: 'absent' } } },
      [
        'Users cannot reset their password. 3 things stand in the way.',
        'Self-Service Password Reset is not enabled.',
        'Missing SMTP settings: SMTP Host.',
        'and 1 more',
      ],
    ],
    [
      'a blemish',
      { people: { withoutMail: 3 } },
      ['Users can reset their password. 1 thing needs attention.', '3 people have no mail address.'],
    ],
    [
      'several blemishes',
      {
        mailServer: inClear,
        smtp: { requiresSsl: false },
        link: { certificate: { ...certificate, distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
        people: { withoutMail: 3, sharedMails: 2 },
      },
      [
        'Users can reset their password. 4 things need attention.',
        'Mail is not encrypted.',
        'Browsers reject the link’s certificate.',
        'and 2 more',
      ],
    ],
    [
      'two',
      { mailServer: onlyTls12, resetAllowed: [] },
      [
        'Users cannot reset their password. 2 things stand in the way.',
        'Self-Service Password Reset is not enabled.',
        'The mail will fail, and Gluu will still say that it was sent.',
      ],
    ],
    [
      'nothing is left but the test',
      { mailServer: null },
      ['Everything is set up. The mail itself has not been tested yet.'],
    ],
    [
      'nothing decides but the test',
      { mailServer: null, people: { withoutMail: 3, sharedMails: 2 } },
      [
        'The mail itself has not been tested yet. 2 other things need attention.',
        '3 people have no mail address.',
        '2 mail addresses belong to more than one person.',
      ],
    ],
    [
      'something that decides is open',
      { smtp: { password: 'noSalt' } },
      ['It is not known whether users can reset their password.', 'This server’s salt is not known here.'],
    ],
    [
      'something that does not decide is open',
      { people: { kind: 'unread', failure: { code: 'ldap.limit' } } },
      ['Users can reset their password. 1 thing needs attention.', 'People could not be counted.'],
    ],
  ])('%s', (_name, given, answer) => {
    expect(answerIn(given)).toEqual(answer);
  });

  test('offers the test where nothing else is left to do, and only there', () => {
    const next = { label: 'Test now', target: { kind: 'action', action: 'testMail' } };
    expect(inEnglish(chainOf({ mailServer: null })).next).toEqual(next);
    expect(inEnglish(chainOf({ mailServer: null, people: { withoutMail: 3 } })).next).toEqual(next);
    expect(chainOf({ mailServer: null, smtp: { password: 'noSalt' } }).next).toBeUndefined();
    expect(chainOf({ mailServer: null, resetAllowed: [] }).next).toBeUndefined();
    expect(chainOf({}).next).toBeUndefined();
  });

  test('prefers what is broken to what is not known', () => {
    const given: Given = { resetAllowed: ['disabled'], smtp: { password: 'noSalt' } };
    expect(chainOf(given).can).toBe('no');
    expect(answerIn(given).join(' ')).not.toContain('salt');
  });

  test('gives all reasons, also those that the list does not name', () => {
    const { reasons } = chainOf({ people: { withoutMail: 3, sharedMails: 2 }, link: { secure: false } });
    expect(inEnglish([...reasons])).toEqual([
      'The links in reset mails are not encrypted.',
      '3 people have no mail address.',
      '2 mail addresses belong to more than one person.',
    ]);
  });
});

describe('versions', () => {
  test.each(['2.3.6', '5.0', 'unknown'])('%s is beyond the table, and so nothing is said', (version) => {
    const { can, links } = chainOf({ version });
    expect(can).toBe('notKnown');
    expect(answerIn({ version })).toContainEqual(
      expect.stringMatching(/^This console does not know how password reset works in/),
    );
    for (const id of ['resetEnabled', 'smtpComplete', 'smtpPassword', 'fromAddress', 'resetMail', 'expiry']) {
      expect(links.find((link) => link.id === id)?.state, id).toBe('notKnown');
    }
  });

  test('a span that reaches beyond the table is beyond it', () => {
    expect(chainOf({ version: { least: '3.1.6', most: '5.0' } }).can).toBe('notKnown');
  });

  test('a span whose versions agree is as certain as one version', () => {
    expect(chainOf({ version: { least: '3.1.6', most: '3.1.9' } }).can).toBe('yes');
    expect(chainOf({ version: { least: '2.4', most: '2.4.4' } }).can).toBe('yes');
  });

  test('a span whose versions differ says of which versions what is true', () => {
    const link = linkIn('requestBranch', { version: { least: '3.0.0', most: '3.0.3' } });
    expect(link.state).toBe('notKnown');
    expect(link.reason).toMatch(
      /^Gluu 3\.0\.0 to 3\.0\.1: This version writes .* Gluu 3\.0\.2 to 3\.0\.3: The branch does not exist yet/,
    );
  });

  test.each([
    [exactly('2.4.4'), true],
    [exactly('3.1.9'), true],
    [exactly('4.5.5'), true],
    [{ least: '3.1.1', most: '3.1.2' }, false],
  ])('%j: a click leads to a field only where this console edits it', (version, editable) => {
    const { remedy, advice } = linkIn('resetEnabled', { version, resetAllowed: [] });
    expect(remedy !== undefined).toBe(editable);
    if (editable) {
      expect(remedy).toEqual({
        label: 'Enable',
        target: { kind: 'field', tab: 'system', field: 'passwordReset', set: { passwordReset: true } },
      });
    } else expect(advice).toBe('In oxTrust: Organization Configuration, Self-Service Password Reset.');
  });
});
