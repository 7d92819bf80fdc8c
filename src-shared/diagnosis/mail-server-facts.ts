import type { JavaMailMethod, LoginAnswer, TlsVersion } from '../model/mail-server';
import type { Ending, MailServerSeen, OfferSeen, PortSeen, StageSeen, TlsSeen, TrialSeen } from '../model/probe';
import type { LoginOffer, MailServerFacts, TriedMail } from '../verdict/verdict-input';
import type { DiagnosisId } from './diagnosis-table';
import { idOfStage } from './id-of-stage';
import { helloOf, triedMail } from './tried-mail';

const loginOffer = (offer: OfferSeen | undefined): LoginOffer | undefined => {
  if (!offer) return undefined;
  if (offer.loginChoice === 'none') return 'none';
  return offer.loginChoice === 'noMethod' ? 'unusable' : 'usable';
};

/** The method JavaMail takes of an offer, if it takes one. */
function loginMethod(offer: OfferSeen | undefined): JavaMailMethod | undefined {
  const choice = offer?.loginChoice;
  return choice === 'none' || choice === 'noMethod' ? undefined : choice;
}

function loginMethods(
  clear: OfferSeen | undefined,
  encrypted: OfferSeen | undefined,
  otherwise: MailServerFacts['loginMethods'] = {},
): MailServerFacts['loginMethods'] {
  const methods = {
    clear: clear ? loginMethod(clear) : otherwise.clear,
    encrypted: encrypted ? loginMethod(encrypted) : otherwise.encrypted,
  };
  return methods.clear || methods.encrypted ? methods : undefined;
}

const certificates: Readonly<Record<string, MailServerFacts['certificate']>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'notYetValid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknownCa',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrongHost',
};
const certificateOf = (tls: TlsSeen | undefined): MailServerFacts['certificate'] => {
  if (!tls) return undefined;
  return tls.trusted ? 'trusted' : (certificates[tls.distrust ?? ''] ?? 'unknownCa');
};

const versionOf = (protocol: string | undefined): TlsVersion | undefined =>
  ({ TLSv1: '1.0', 'TLSv1.1': '1.1', 'TLSv1.2': '1.2', 'TLSv1.3': '1.3' })[protocol ?? ''] as TlsVersion | undefined;

const reachOf = (ending: Ending | undefined): MailServerFacts['reach'] => {
  if (!ending) return 'open';
  if (ending.kind === 'late') return 'noAnswer';
  if (ending.kind !== 'error') return undefined;
  return (
    { ECONNREFUSED: 'refused', ETIMEDOUT: 'noAnswer', ENOTFOUND: 'unknownName', ENODATA: 'unknownName' } as const
  )[ending.code];
};

const stageOf = (seen: MailServerSeen, step: StageSeen['step']) => seen.stages.find((stage) => stage.step === step);

function firstWord(seen: MailServerSeen): MailServerFacts['firstWord'] {
  const { greeting, trials, tls, asked } = seen;
  const ending = stageOf(seen, 'Greeting')?.ending;
  if (tls && asked.security === 'tls') return 'tls';
  if (greeting) return greeting.code === 220 ? 'greeting' : 'other';
  for (const trial of trials) {
    if (trial.kind === 'tls' && trial.spoken) return 'tls';
    if (trial.kind === 'oldTls' && trial.protocol && asked.security === 'tls') return 'tls';
    if (trial.kind === 'plain' && trial.greeting) return trial.greeting.code === 220 ? 'greeting' : 'other';
    if (trial.kind === 'plain' && ending?.kind !== 'closed') return trial.said === '' ? 'silent' : 'other';
  }
  if (!ending) return undefined;
  return ending.kind === 'late' ? 'silent' : 'other';
}

/** A separate connection, if one of this kind was made. */
const trialOf = <K extends TrialSeen['kind']>(seen: MailServerSeen, kind: K) =>
  seen.trials.find((trial): trial is Extract<TrialSeen, { kind: K }> => trial.kind === kind);

const clearOffer = (seen: MailServerSeen) => seen.offers.clear ?? trialOf(seen, 'plain')?.offer;
/** Over TLS, whichever way it was reached. */
const insideTls = (seen: MailServerSeen) => trialOf(seen, 'startTls') ?? trialOf(seen, 'tls');

/**
 * What JavaMail reads as offered over TLS. Where the EHLO after STARTTLS is not answered with 250, the list of the first one
 * stays, and no HELO follows (SMTPTransport.protocolConnect).
 */
function encryptedOffer(seen: MailServerSeen): OfferSeen | undefined {
  const offer = seen.offers.encrypted ?? insideTls(seen)?.offer;
  const isUpgraded = seen.offers.clear !== undefined || trialOf(seen, 'startTls') !== undefined;
  return offer?.heloOnly && isUpgraded ? clearOffer(seen) : offer;
}

function startTls(seen: MailServerSeen): MailServerFacts['startTls'] {
  const clear = clearOffer(seen);
  if (clear && !clear.startTls) return 'notOffered';
  if (trialOf(seen, 'startTls')?.tls) return 'accepted';
  if (seen.asked.security !== 'startTls') return undefined;
  const stage = stageOf(seen, 'TLS');
  if (stage?.ending?.kind === 'refused') return 'refused';
  if (stage?.reply) return 'accepted';
  return stage?.ending?.kind === 'late' && !stage.ending.whole ? 'silent' : undefined;
}

function tlsVersionsOf(seen: MailServerSeen): Partial<Record<TlsVersion, boolean>> {
  const spoken = versionOf((seen.tls ?? insideTls(seen)?.tls)?.protocol);
  const old = versionOf(trialOf(seen, 'oldTls')?.protocol);
  return {
    ...(old ? { '1.2': false, '1.3': false, [old]: true } : {}),
    ...(spoken ? { [spoken]: true } : {}),
    ...seen.tlsVersions,
  };
}

/** Of a login in ISO 8859-1: who takes its bytes does not take those of UTF-8 for the same password, and the other way round. */
function inLatin1(answer: LoginAnswer): MailServerFacts {
  if (answer === 'accepted') return { loginInLatin1: true, takesLatin1: true, credentials: 'refused' };
  return { loginInLatin1: true, ...(answer === 'refused' ? { takesLatin1: false } : { credentials: answer }) };
}

/** What the login came to over the connection it was tried on. */
function credentialsOf({ login, tls }: MailServerSeen): MailServerFacts {
  if (login?.answer === undefined) return {};
  if (login.byLowBytes) return inLatin1(login.answer);
  // User name and password are the same everywhere; how else a login ends may depend on the connection.
  const isAboutThem = login.answer === 'accepted' || login.answer === 'refused';
  return {
    credentials: login.answer,
    ...(isAboutThem ? {} : { credentialsOver: tls ? 'encrypted' : 'clear' }),
    ...(login.byNtlm2 ? { credentialsByNtlm2: true } : {}),
    ...(login.takesNtlm1 === undefined ? {} : { takesNtlm1: login.takesNtlm1 }),
  };
}

/** What the answers to MAIL, RCPT, DATA and the text say of what the server wants, and of the mail itself. */
function envelopeFacts(seen: MailServerSeen, tried: TriedMail | undefined): Partial<MailServerFacts> {
  const isEncrypted = seen.tls !== undefined;
  const stage = seen.stages.find(({ step, ending }) => /^(Sender|Recipient|Data)$/.test(step) && ending);
  if (!stage && stageOf(seen, 'Recipient')?.reply) {
    return {
      mail: tried?.answer === 'otherCode' ? 'refused' : 'accepted',
      ...(isEncrypted ? {} : { needsTls: false }),
      ...(seen.loggedIn ? {} : { needsLogin: false }),
    };
  }
  if (stage?.ending?.kind !== 'refused') return {};
  const id: DiagnosisId = idOfStage(seen, stage, stage.ending);
  if (id === 'S60') return { needsTls: true };
  if (id === 'S61') return { needsLogin: true, ...(isEncrypted ? {} : { needsTls: false }) };
  const offer = isEncrypted ? seen.offers.encrypted : seen.offers.clear;
  const mayWantLogin = !seen.loggedIn && (offer?.mechanisms.length ?? 0) > 0;
  return stage.ending.reply.code >= 500 && !mayWantLogin ? { mail: 'refused' } : {};
}

/** Facts with what is not known left out, as MailServerFacts has it. */
const known = (facts: { [K in keyof MailServerFacts]: MailServerFacts[K] | undefined }): MailServerFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as MailServerFacts;

function firstWordOfPort(greeting: PortSeen['greeting'], ending: Ending | undefined): MailServerFacts['firstWord'] {
  if (greeting) return greeting.code === 220 ? 'greeting' : 'other';
  if (!ending) return undefined;
  return ending.kind === 'late' ? 'silent' : 'other';
}

function ofPort({ ending, greeting, ways, tlsVersions }: PortSeen): MailServerFacts {
  const { none, startTls: upgraded, tls } = ways;
  const refused = upgraded?.ending?.kind === 'refused';
  const clear = none?.offer;
  return known({
    reach: reachOf(ending),
    firstWord: tls?.tls ? 'tls' : firstWordOfPort(greeting, none?.ending),
    startTls: clear && (clear.startTls ? (refused ? 'refused' : upgraded?.tls && 'accepted') : 'notOffered'),
    tls: Object.keys(tlsVersions).length > 0 ? tlsVersions : undefined,
    certificate: certificateOf(tls?.tls ?? upgraded?.tls),
    loginInClear: loginOffer(clear),
    loginEncrypted: loginOffer(tls?.offer ?? upgraded?.offer),
    loginMethods: loginMethods(clear, tls?.offer ?? upgraded?.offer),
  });
}

/**
 * What a probe, and if there was one the scan of the same port, tell the verdict about the mail server. What neither saw
 * is left out; where both saw something, the probe counts.
 */
export function mailServerFacts(seen: MailServerSeen, port?: PortSeen): MailServerFacts {
  const scanned = port ? ofPort(port) : {};
  const tls = { ...scanned.tls, ...tlsVersionsOf(seen) };
  const spoken = seen.inClear ?? seen;
  const tried = triedMail(spoken);
  const encrypted = encryptedOffer(seen);
  const ended = stageOf(seen, 'Name')?.ending ?? stageOf(seen, 'Connect')?.ending;
  return {
    ...scanned,
    ...known({
      reach: reachOf(ended),
      firstWord: firstWord(seen),
      startTls: startTls(seen),
      tls: Object.keys(tls).length > 0 ? tls : undefined,
      certificate: certificateOf(seen.tls ?? insideTls(seen)?.tls),
      loginInClear: loginOffer(clearOffer(seen)),
      loginEncrypted: loginOffer(encrypted),
      loginMethods: loginMethods(clearOffer(seen), encrypted, scanned.loginMethods),
      hello: helloOf(seen),
      ...credentialsOf(spoken),
      ...envelopeFacts(spoken, tried),
      tried,
    }),
  };
}
