import type { MailServerSeen } from '../../../../src-shared/model/probe';
import type { ReadinessLinkId } from '../../../../src-shared/model/readiness';
import { answerOf, namedReasons } from '../../../../src-shared/readiness/answer';
import { readiness } from '../../../../src-shared/readiness/readiness';
import type {
  LinkCheck,
  LinkSeen,
  OxtrustReset,
  PeopleSeen,
  ReadinessFacts,
  SmtpRead,
} from '../../../../src-shared/readiness/readiness-facts';
import { verbatim } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';
import { offerOf } from '../offer';

export const settings: SmtpRead = {
  host: 'mail.example.org',
  port: 587,
  fromName: 'Example',
  fromEmail: 'gluu@example.org',
  authentication: true,
  userName: 'gluu@example.org',
  requiresSsl: true,
  trustServer: false,
  password: 'decrypts',
  passwordIsMask: false,
};

export const certificate = {
  subject: 'CN=gluu.example.org',
  issuer: 'CN=Example Authority',
  names: ['DNS:gluu.example.org'],
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-12-31T00:00:00.000Z',
  sha256: 'AA',
  selfSigned: false,
};

export const page: LinkSeen = {
  url: 'https://gluu.example.org/identity/person/passwordReminder.htm',
  host: 'gluu.example.org',
  secure: true,
  name: { kind: 'found', addresses: ['192.0.2.7'] },
  certificate,
  page: { kind: 'answer', status: 200, title: 'oxTrust' },
};

const people: Extract<PeopleSeen, { kind: 'counted' }> = {
  kind: 'counted',
  people: 12,
  withoutMail: 0,
  sharedMails: 0,
};

const reset: OxtrustReset = {
  linkBase: 'https://gluu.example.org',
  expiration: { kind: 'number', value: 600 },
  recaptcha: { siteKey: false, secretKey: false, switchedOn: false },
};

/** What the stored password and the one of the test are compared by. */
const MARK = 'the same';

/** A probe that saw a submission server with STARTTLS, TLS 1.0 to 1.3 and a login that succeeded. */
export const goodMailServer: MailServerSeen = {
  asked: {
    host: 'mail.example.org',
    port: 587,
    security: 'startTls',
    until: 'recipient',
    messageBytes: 1000,
    userName: 'gluu@example.org',
    from: 'gluu@example.org',
    to: 'gluu@example.org',
  },
  began: '2026-06-01T08:00:00.000Z',
  stages: [
    { step: 'Sender', ms: 1, encrypted: true, reply: { code: 250, text: 'ok' } },
    { step: 'Recipient', ms: 1, encrypted: true, reply: { code: 250, text: 'ok' } },
  ],
  addresses: [],
  greeting: { code: 220, text: 'mail.example.org' },
  offers: {
    clear: offerOf({ startTls: true }),
    encrypted: offerOf({ mechanisms: ['PLAIN'], loginChoice: 'PLAIN' }),
  },
  tls: {
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    chain: [],
    trusted: true,
    nameMatches: true,
    daysLeft: 90,
  },
  trials: [
    {
      kind: 'startTls',
      offer: offerOf({ mechanisms: ['PLAIN'], loginChoice: 'PLAIN' }),
      tls: { protocol: 'TLSv1.3', cipher: 'x', chain: [], trusted: true, nameMatches: true, daysLeft: 90 },
    },
  ],
  tlsVersions: { '1.0': true, '1.1': true, '1.2': true, '1.3': true },
  login: { answer: 'accepted', method: 'PLAIN' },
  loggedIn: true,
};

/** What differs from a server of 3.1.2 on which everything is right. */
export interface Given extends Partial<Omit<ReadinessFacts, 'version' | 'smtp' | 'link' | 'people' | 'mailTested'>> {
  version?: string | { least: string; most: string };
  /** In whichever store. */
  smtp?: Partial<SmtpRead>;
  stores?: Partial<ReadinessFacts['smtp']>;
  reset?: Partial<OxtrustReset>;
  /** Null: nothing was asked. */
  link?: Partial<LinkSeen> | LinkCheck | null;
  /** What the latest test showed. Null: none is remembered. */
  mailServer?: MailServerSeen | null;
  /** What differs in that test from the stored settings. */
  mailTested?: { fromName?: string; loginMark?: string | null };
  people?: Partial<typeof people> | Extract<PeopleSeen, { kind: 'unread' }>;
}

const linkOf = (link: NonNullable<Given['link']>): LinkCheck =>
  'kind' in link ? link : { kind: 'asked', seen: { ...page, ...link } };

const testedWith = ({ fromName = 'Example', loginMark = MARK }: NonNullable<Given['mailTested']> = {}) => ({
  fromName,
  ...(loginMark === null ? {} : { loginMark }),
});

export function factsOf(given: Given): ReadinessFacts {
  const { version = '3.1.2', smtp, stores, reset: own, link = {}, people: counted = {}, ...rest } = given;
  const { mailServer = goodMailServer, mailTested, ...others } = rest;
  const isReadable = !smtp?.password || smtp.password.startsWith('decrypts');
  const range = typeof version === 'string' ? { least: version, most: version } : version;
  const read = {
    kind: 'read',
    settings: { ...settings, ...(isReadable ? { passwordMark: MARK } : {}), ...smtp },
  } as const;
  return {
    profileHost: 'gluu.example.org',
    checkedAt: '2026-06-01T09:00:00.000Z',
    version: { ...range, because: [verbatim('the test says so')] },
    resetAllowed: ['enabled'],
    smtp: { attributes: read, camelCase: read, kebabCase: read, ...stores },
    salt: { kind: 'proved', by: ['idpBindPassword', 'oxAuthClientPassword'] },
    oxtrust: { kind: 'read', reset: { ...reset, ...own } },
    requests: { kind: 'absent' },
    ...(link === null ? {} : { link: linkOf(link) }),
    people: 'failure' in counted ? counted : { ...people, ...counted },
    ...(mailServer === null ? {} : { mailTested: { seen: mailServer, ...testedWith(mailTested) } }),
    jvm: { tls10: true, tls13: false },
    ...others,
  };
}

export const chainOf = (given: Given = {}) => readiness(factsOf(given));

/** The answer on top with its list, as a user reads them. */
export function answerIn(given: Given = {}): string[] {
  const chain = chainOf(given);
  return inEnglish([answerOf(chain), ...namedReasons(chain)]);
}

/** One link as a user reads it, its sentences beside each other. */
export function linkIn(id: ReadinessLinkId, given: Given = {}) {
  const link = chainOf(given).links.find((each) => each.id === id);
  if (!link) throw new Error(`no link ${id}`);
  const { reason, advice, ...rest } = inEnglish(link);
  return { ...rest, reason: reason.join(' '), ...(advice ? { advice: advice.join(' ') } : {}) };
}
