import type { Ending, MailServerSeen, SmtpReply, StageSeen, StopReason, TrialSeen } from '../model/probe';
import type { DiagnosisId } from './diagnosis-table';
import { idOfRefusal } from './reply-rules';
import { type Service, saysFtp, serviceSigns } from './service-signs';

const noRoute = ['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL'];
/** OpenSSL writes TLSV13 where Electron's BoringSSL writes TLSV1. */
const clientCertificate = /^ERR_SSL_\w*(ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE)$/;
const notTls = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST'];
const refusedHandshake = ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED'];
/** A handshake refused outright has a record header and an alert: 7 bytes (RFC 5246 section 7.2). A certificate has hundreds. */
const ONLY_AN_ALERT = 64;

const byDistrust: Readonly<Record<string, DiagnosisId>> = {
  CERT_HAS_EXPIRED: 'S23',
  CERT_NOT_YET_VALID: 'S24',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'S25',
  SELF_SIGNED_CERT_IN_CHAIN: 'S25',
  ERR_TLS_CERT_ALTNAME_INVALID: 'S27',
};

const trialOf = <K extends TrialSeen['kind']>(seen: MailServerSeen, kind: K) =>
  seen.trials.find((trial): trial is Extract<TrialSeen, { kind: K }> => trial.kind === kind);

/** What speaks there instead of SMTP, by its first words; undefined if they tell nothing. */
export const serviceIn = (said: string): Service | undefined =>
  serviceSigns.find(({ sign }) => sign.test(said))?.service;

/** Of a plain connection that was made because TLS, or a greeting, did not come. */
function idOfPlainTrial(trial: Extract<TrialSeen, { kind: 'plain' }> | undefined): DiagnosisId | undefined {
  if (!trial) return undefined;
  if (!trial.greeting) return trial.said === '' ? 'S08' : 'S11';
  if (trial.greeting.code < 400) return 'S10';
  return trial.greeting.code < 500 ? 'S12' : 'S13';
}

function idOfConnect(ending: Ending): DiagnosisId {
  if (ending.kind === 'late') return 'S05';
  if (ending.kind === 'closed') return 'S07';
  if (ending.kind !== 'error') return 'S79';
  if (ending.code === 'ECONNREFUSED') return 'S04';
  if (ending.code === 'ETIMEDOUT') return 'S05';
  if (ending.code === 'ECONNRESET') return 'S07';
  return noRoute.includes(ending.code) ? 'S06' : 'S79';
}

function idOfGreeting(seen: MailServerSeen, ending: Ending): DiagnosisId | undefined {
  const tls = trialOf(seen, 'tls');
  if (tls?.spoken) return 'S09';
  switch (ending.kind) {
    case 'broken':
      return 'S11';
    case 'late':
      return idOfPlainTrial(trialOf(seen, 'plain')) ?? 'S08';
    case 'closed':
      return 'S07';
    default:
      return undefined;
  }
}

function idOfTls(seen: MailServerSeen, ending: Ending): DiagnosisId | undefined {
  if (ending.kind === 'broken') return ending.how === 'injected' ? 'S33' : 'S74';
  if (ending.kind === 'error' || ending.kind === 'late' || ending.kind === 'closed') {
    if (trialOf(seen, 'oldTls')?.protocol) return 'S28';
    const code = ending.kind === 'error' ? ending.code : '';
    const received = ending.kind === 'error' ? (ending.received ?? 0) : 0;
    if (code === 'ERR_SSL_KEY_USAGE_BIT_INCORRECT') return 'S36';
    if (refusedHandshake.includes(code)) return received > ONLY_AN_ALERT ? 'S31' : 'S30';
    const plain = idOfPlainTrial(trialOf(seen, 'plain'));
    if (plain) return plain;
    if (code.startsWith('ERR_SSL') && !notTls.includes(code)) return 'S30';
    return 'S34';
  }
  return undefined;
}

/** Electron's library gives a self-signed certificate the code of one whose authority is unknown. */
const OF_AUTHORITY = /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)$/;
function idOfDistrust(tls: MailServerSeen['tls']): DiagnosisId {
  const { distrust = '', chain = [] } = tls ?? {};
  if (distrust !== '' && !OF_AUTHORITY.test(distrust)) return byDistrust[distrust] ?? 'S37';
  return chain[0]?.selfSigned && distrust !== '' ? 'S25' : 'S26';
}

function idOfStop(seen: MailServerSeen, why: StopReason): DiagnosisId {
  const fixed: Partial<Record<StopReason, DiagnosisId>> = {
    startTlsMissing: 'S20',
    startTlsStripped: 'S22',
    pinChanged: 'S35',
    clearText: 'S43',
    noMechanism: 'S42',
    tooBig: 'S69',
    smtpUtf8Missing: 'S70',
  };
  if (why === 'untrusted') return idOfDistrust(seen.tls);
  if (why === 'loginNotOffered') return trialOf(seen, 'startTls')?.offer?.mechanisms.length ? 'S40' : 'S41';
  return fixed[why] ?? 'S79';
}

function refusal(seen: MailServerSeen, stage: StageSeen, reply: SmtpReply): DiagnosisId {
  if (stage.step === 'EHLO' && reply.code >= 500 && saysFtp(seen.greeting?.text ?? '')) return 'S11';
  const offer = stage.encrypted ? seen.offers.encrypted : seen.offers.clear;
  const id = idOfRefusal(reply, {
    step: stage.step,
    encrypted: stage.encrypted,
    startTlsOffered: offer?.startTls ?? false,
    loginOffered: (offer?.mechanisms.length ?? 0) > 0,
    loggedIn: seen.loggedIn,
    from: seen.asked.from,
    to: seen.asked.to,
  });
  return id === 'S44' && seen.asked.empty ? 'S52' : id;
}

/** What is left where the stage itself had nothing to say. */
function idOfBreak({ textSent }: MailServerSeen, { step }: StageSeen, ending: Ending): DiagnosisId {
  if (ending.kind === 'broken') return 'S74';
  if (step === 'Data' && textSent) return 'S75';
  const dropped =
    ending.kind === 'closed' || (ending.kind === 'error' && /^(ECONNRESET|EPIPE|ECONNABORTED)$/.test(ending.code));
  if (step === 'Login' && dropped) return 'S50';
  if (step === 'Greeting' && dropped) return 'S07';
  return dropped || ending.kind === 'late' ? 'S15' : 'S79';
}

/** The row that the end of a stage stands for, by stage and codes. */
export function idOfStage(seen: MailServerSeen, stage: StageSeen, ending: Ending): DiagnosisId {
  const { step } = stage;
  if (ending.kind === 'stopped') return idOfStop(seen, ending.why);
  if (ending.kind === 'refused') return refusal(seen, stage, ending.reply);
  if (ending.kind === 'error' && clientCertificate.test(ending.code)) return 'S31';
  if (step === 'Name') return ending.kind === 'error' && /^(ENOTFOUND|ENODATA)$/.test(ending.code) ? 'S01' : 'S02';
  if (step === 'Connect') return idOfConnect(ending);
  const own = step === 'Greeting' ? idOfGreeting(seen, ending) : step === 'TLS' ? idOfTls(seen, ending) : undefined;
  return own ?? idOfBreak(seen, stage, ending);
}

/** The row of an address that took no TCP connection. */
export const idOfAddress = idOfConnect;
