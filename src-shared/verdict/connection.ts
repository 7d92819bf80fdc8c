import type { JavaMailMethod, TlsVersion } from '../model/mail-server';
import { javaMailReleases, type MailSession } from './java-mail';
import type { MailCode } from './mail-code';
import type { RuleId } from './rules';
import type { SecretEncoding } from './secret-encoding';
import { ask, type End, end, type FactName, type Facts, type Known, serverTls } from './unknowns';

/** The code, its Session, and what the login will present. */
export interface Attempt {
  code: MailCode;
  session: MailSession;
  /** How letters outside ASCII in user name and password leave the Gluu Server by a login method. */
  secretsBy: (method: JavaMailMethod | undefined) => SecretEncoding;
}

/** Why a TLS handshake does not come about; `ok`: it does. */
export type Handshake = 'ok' | 'serverRefusesTls10' | 'jvmRefusesTls10' | 'noCommonVersion' | 'untrusted';
type GoOn<Value> = (value: Value, known: Known) => readonly End[];

/** Java 8 and later offer TLS 1.2; 1.0 and 1.1 go together, 1.3 came with 8u261 and 11 (JDK-8202343, JDK-8248721). */
const jvmSwitch: Record<TlsVersion, FactName | 'always'> = {
  '1.0': 'jvmTls10',
  '1.1': 'jvmTls10',
  '1.2': 'always',
  '1.3': 'jvmTls13',
};

/** Asks whether two facts both hold, the known one first, so that a known no spares the other question. */
function bothHold(known: Known, first: FactName, second: FactName | 'always', goOn: GoOn<boolean>): readonly End[] {
  if (second === 'always') return ask(known, first, (value, more) => goOn(value === true, more));
  const [one, other] = known[first] === undefined && known[second] !== undefined ? [second, first] : [first, second];
  return ask(known, one, (value, more) =>
    value === true ? ask(more, other, (also, all) => goOn(also === true, all)) : goOn(false, more),
  );
}

/** Whether any of these versions is spoken by server and runtime alike. */
function commonVersion(versions: readonly TlsVersion[], known: Known, goOn: GoOn<boolean>): readonly End[] {
  const [version, ...rest] = versions;
  if (version === undefined) return goOn(false, known);
  return bothHold(known, serverTls[version], jvmSwitch[version], (common, more) =>
    common ? goOn(true, more) : commonVersion(rest, more, goOn),
  );
}

/** Every runtime offers TLS 1.2, so it decides most cases without asking for what may be unknown. */
const surestFirst: readonly TlsVersion[] = ['1.2', '1.3', '1.1', '1.0'];

/** A TLS handshake as JavaMail makes it; `blindly`: `ssl.trust` is honoured, so no certificate is refused. */
export function handshake(attempt: Attempt, blindly: boolean, known: Known, goOn: GoOn<Handshake>): readonly End[] {
  const { protocols } = javaMailReleases[attempt.code.library];
  const certificate = (more: Known) =>
    blindly ? goOn('ok', more) : ask(more, 'jvmTrusts', (trusted, all) => goOn(trusted ? 'ok' : 'untrusted', all));
  const versions = surestFirst.filter((version) => protocols === 'jvm' || protocols.some((each) => each === version));
  const versionProblem = (more: Known): Handshake => {
    if (protocols === 'jvm') return 'noCommonVersion';
    return more.serverTls10 === false ? 'serverRefusesTls10' : 'jvmRefusesTls10';
  };
  return commonVersion(versions, known, (common, more) =>
    common ? certificate(more) : goOn(versionProblem(more), more),
  );
}

/** The rule for a TLS connection that fails and is not tried again without TLS. */
const tlsFailure: Record<Exclude<Handshake, 'ok'>, RuleId> = {
  serverRefusesTls10: 'V42',
  jvmRefusesTls10: 'V43',
  noCommonVersion: 'V44',
  untrusted: 'V45',
};

/** The rule for a plain connection to a port that waits for TLS, by what went before. */
const plainToTls: Record<Exclude<Handshake, 'ok'> | 'notTried', RuleId> = {
  notTried: 'V60',
  serverRefusesTls10: 'V61',
  jvmRefusesTls10: 'V62',
  noCommonVersion: 'V63',
  untrusted: 'V64',
};

export const tlsFailureRule = (result: Exclude<Handshake, 'ok'>) => end(tlsFailure[result]);

/** Nothing more comes from the server: for ever without a read timeout. */
const waiting = ({ session }: Attempt, hangs: RuleId) => end(session.readTimeout === undefined ? hangs : 'V34');

type Opened = (encrypted: boolean, known: Known) => readonly End[];

/** The connection without the socket factory: SocketFetcher.createSocket with `sf == null`. */
function openWithoutFactory(
  attempt: Attempt,
  before: keyof typeof plainToTls,
  known: Known,
  opened: Opened,
): readonly End[] {
  const { session } = attempt;
  const answers: Record<Facts['firstWord'], (more: Known) => readonly End[]> = {
    silent: () => waiting(attempt, 'V65'),
    other: () => end(session.tlsFromStart ? 'V46' : 'V32'),
    greeting: (more) => (session.tlsFromStart ? end('V46') : opened(false, more)),
    tls: (more) =>
      session.tlsFromStart
        ? handshake(attempt, session.trustsHost, more, (result, all) =>
            result === 'ok' ? opened(true, all) : tlsFailureRule(result),
          )
        : waiting(attempt, before === 'notTried' && session.startTls !== 'off' ? 'V67' : plainToTls[before]),
  };
  return ask(known, 'firstWord', (word, more) => answers[word](more));
}

/** The connection through a TLS factory, and what follows when it fails (SocketFetcher.getSocket). */
function openWithFactory(attempt: Attempt, known: Known, opened: Opened): readonly End[] {
  const blindly = attempt.session.trustsHost && javaMailReleases[attempt.code.library].factoryHonoursTrust;
  const again = (before: keyof typeof plainToTls, more: Known) =>
    attempt.session.fallback ? openWithoutFactory(attempt, before, more, opened) : end('V46');
  const answers: Record<Facts['firstWord'], (more: Known) => readonly End[]> = {
    silent: () => waiting(attempt, 'V65'),
    other: (more) => again('notTried', more),
    greeting: (more) => again('notTried', more),
    tls: (more) =>
      handshake(attempt, blindly, more, (result, all) => (result === 'ok' ? opened(true, all) : again(result, all))),
  };
  return ask(known, 'firstWord', (word, more) => answers[word](more));
}

/** Name, TCP, and TLS from the first byte where the Session asks for it; then the SMTP greeting has come. */
export function open(attempt: Attempt, known: Known, opened: Opened): readonly End[] {
  const answers: Record<Facts['reach'], (more: Known) => readonly End[]> = {
    unknownName: () => end('V30'),
    refused: () => end('V31'),
    noAnswer: () => end(attempt.session.connectTimeout === undefined ? 'V66' : 'V34'),
    open: (more) =>
      attempt.session.tlsFactory
        ? openWithFactory(attempt, more, opened)
        : openWithoutFactory(attempt, 'notTried', more, opened),
  };
  return ask(known, 'reach', (reach, more) => answers[reach](more));
}
