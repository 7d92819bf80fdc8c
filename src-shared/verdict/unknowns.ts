import type { LoginAnswer, TlsVersion } from '../model/mail-server';
import type { Outcome } from './outcome';
import { type RuleId, verdictRules } from './rules';
import type { JvmFacts, LoginOffer, MailServerFacts, TriedMail } from './verdict-input';

/** Every fact a verdict can depend on besides the settings and the version. */
export interface Facts {
  reach: NonNullable<MailServerFacts['reach']>;
  firstWord: NonNullable<MailServerFacts['firstWord']>;
  startTls: NonNullable<MailServerFacts['startTls']>;
  serverTls10: boolean;
  serverTls11: boolean;
  serverTls12: boolean;
  serverTls13: boolean;
  jvmTls10: boolean;
  jvmTls13: boolean;
  jvmTrusts: boolean;
  loginInClear: LoginOffer;
  loginEncrypted: LoginOffer;
  credentialsInClear: LoginAnswer;
  credentialsEncrypted: LoginAnswer;
  /** The server takes user name and password in ISO 8859-1. */
  takesLatin1: boolean;
  takesNtlm1: boolean;
  needsTls: boolean;
  needsLogin: boolean;
  mail: NonNullable<MailServerFacts['mail']>;
}
export type FactName = keyof Facts;
type KnownFacts = { readonly [Name in FactName]?: Facts[Name] | undefined };
/** What is no fact of its own only shortens the way where it was seen; nothing is asked about it. */
export type Known = KnownFacts & {
  readonly hello?: MailServerFacts['hello'];
  readonly tried?: TriedMail | undefined;
  readonly loginMethods?: MailServerFacts['loginMethods'];
  readonly credentialsByNtlm2?: boolean;
  readonly loginInLatin1?: boolean;
};

/** Every value a fact can have, the usual one first. */
const possible: { readonly [Name in FactName]: readonly Facts[Name][] } = {
  reach: ['open', 'refused', 'noAnswer', 'unknownName'],
  firstWord: ['greeting', 'tls', 'silent', 'other'],
  startTls: ['accepted', 'notOffered', 'refused'],
  serverTls10: [true, false],
  serverTls11: [true, false],
  serverTls12: [true, false],
  serverTls13: [true, false],
  jvmTls10: [true, false],
  jvmTls13: [true, false],
  jvmTrusts: [true, false],
  loginInClear: ['usable', 'none', 'unusable'],
  loginEncrypted: ['usable', 'none', 'unusable'],
  credentialsInClear: ['accepted', 'refused'],
  credentialsEncrypted: ['accepted', 'refused'],
  takesLatin1: [false, true],
  takesNtlm1: [true, false],
  needsTls: [false, true],
  needsLogin: [false, true],
  mail: ['accepted', 'refused'],
};

/** The fact that tells whether a server accepts a TLS version. */
export const serverTls = {
  '1.0': 'serverTls10',
  '1.1': 'serverTls11',
  '1.2': 'serverTls12',
  '1.3': 'serverTls13',
} as const satisfies Record<TlsVersion, FactName>;

/** Java looks for a chain to its roots and at the dates; JavaMail does not compare names (SocketFetcher.java). */
const trustedByChain = { trusted: true, wrongHost: true } as const;

/** What the probe saw and what is known of the runtime, as facts. */
export function knownFrom(seen: MailServerFacts, jvm: JvmFacts): Known {
  const { tls, certificate, credentials, credentialsOver, ...rest } = seen;
  const byChain = certificate === undefined ? undefined : certificate in trustedByChain;
  return {
    ...rest,
    credentialsInClear: credentialsOver === 'encrypted' ? undefined : credentials,
    credentialsEncrypted: credentialsOver === 'clear' ? undefined : credentials,
    serverTls10: tls?.['1.0'],
    serverTls11: tls?.['1.1'],
    serverTls12: tls?.['1.2'],
    serverTls13: tls?.['1.3'],
    jvmTls10: jvm.tls10,
    jvmTls13: jvm.tls13,
    jvmTrusts: jvm.trustsCertificate ?? byChain,
  };
}

/** One way the attempt can end. `undecided`: the unknown facts on which it depends. */
export interface End {
  rule: RuleId;
  undecided: readonly FactName[];
}

export const end = (rule: RuleId): readonly End[] => [{ rule, undecided: [] }];

/** The outcomes among these ends. */
export const outcomesOf = (ends: readonly End[]): Outcome[] => [
  ...new Set(ends.map(({ rule }) => verdictRules[rule].outcome)),
];

/**
 * Goes on with a fact's value; with each of its values where it is unknown. The fact counts as undecided only if it makes
 * a difference to the outcome.
 */
export function ask<Name extends FactName>(
  known: Known,
  name: Name,
  goOn: (value: Facts[Name], known: Known) => readonly End[],
): readonly End[] {
  const facts: KnownFacts = known;
  const value: Facts[Name] | undefined = facts[name];
  if (value !== undefined) return goOn(value, known);
  const values: readonly Facts[Name][] = possible[name];
  const ends = values.flatMap((each) => goOn(each, { ...known, [name]: each }));
  if (outcomesOf(ends).length === 1) return ends;
  return ends.map(({ rule, undecided }) => ({ rule, undecided: [name, ...undecided] }));
}
