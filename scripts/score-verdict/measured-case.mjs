// A case of a file of measured runs as the verdict engine takes it. Fields that a file leaves out, or gives as null, have their
// usual values.
import { factsOf } from './session.mjs';

const oneOf = (value, allowed) => (allowed.includes(value) ? value : undefined);

/** What the file's word for a runtime says about TLS; a word that is not known leaves it unknown. */
const runtimes = [
  { word: /tls1\.0-disabled/i, jvm: { tls10: false, tls13: true } }, // the runs were made with JDK 17
  { word: /tls1\.0-enabled|jdk-?8\b/i, jvm: { tls10: true } },
  { word: /jdk-?(1[1-9]|[2-9]\d)/i, jvm: { tls13: true } },
];
const jvmOf = (text) =>
  Object.assign({}, ...runtimes.filter(({ word }) => word.test(text ?? '')).map(({ jvm }) => jvm));

const certificates = {
  trusted: 'trusted',
  'wrong-host': 'wrongHost',
  'self-signed': 'selfSigned',
  expired: 'expired',
  'not-yet-valid': 'notYetValid',
  untrusted: 'unknownCa',
  'unknown-ca': 'unknownCa',
};

/** `minTls` and `maxTls` bound the versions a server accepts. */
function tlsOf({ minTls, maxTls }, versions) {
  const [least, most] = [minTls ?? versions[0], maxTls ?? versions.at(-1)];
  const isBounded = (minTls ?? maxTls ?? undefined) !== undefined;
  return isBounded ? Object.fromEntries(versions.map((v) => [v, v >= least && v <= most])) : undefined;
}

function startTlsOf({ tls, starttlsRefused }) {
  if (tls !== 'starttls') return 'notOffered';
  return starttlsRefused ? 'refused' : 'accepted';
}

/** A mail server of the file as the facts a probe would find. It accepts whatever the file does not say it refuses. */
function seenOf(server, { tlsVersions }) {
  const login = server.auth === 'none' ? 'none' : 'usable';
  const plain = server.tls === 'implicit' ? 'tls' : 'greeting';
  return {
    reach: server.listens === false ? 'refused' : 'open',
    firstWord: server.silent ? 'silent' : plain,
    startTls: startTlsOf(server),
    tls: tlsOf(server, tlsVersions),
    certificate: certificates[server.certificate],
    loginInClear: server.authAfterTlsOnly ? 'none' : login,
    loginEncrypted: login,
    credentials: server.loginReply >= 400 ? 'refused' : 'accepted',
    needsTls: server.starttlsMandatory === true,
    needsLogin: server.auth === 'required',
    mail: 'accepted',
  };
}

/** By the file's word for it, or as it stands. */
const isNonAscii = (text) => /non-ascii|[^\t -~]/i.test(text ?? '');

/** The server of a file of login runs, which says what is answered to each command. */
function seenInSession(server, { requiresAuthentication, password, userName }, engine) {
  const how = {
    wantsLogin: requiresAuthentication === true,
    rightPassword: password !== 'wrong',
    takesLatin1:
      password !== 'wrong' &&
      (isNonAscii(password) || isNonAscii(userName)) &&
      /latin|8859/i.test(server.passwordCompared ?? ''),
  };
  return factsOf(server, how, engine);
}

/** How the letters of the form's password are stored. A page before 4.2.3 saves what its decrypter made of them. */
function lettersOf(password, family) {
  if (!isNonAscii(password)) return undefined;
  return /saved again/.test(password) && family.decryptsTo === 'bytes' ? 'garbled' : 'text';
}

const UNDECRYPTABLE = /undecrypt|not decrypt|unreadable/i;
function passwordOf(password) {
  if (password === 'none') return 'none';
  return UNDECRYPTABLE.test(password ?? '') ? 'unreadable' : 'readable';
}

function userNameOf(userName) {
  if (userName === 'none') return null;
  if (userName === 'empty text') return '';
  return /^non-ascii/i.test(userName ?? '') ? 'Jörg' : (userName ?? 'gluu');
}

/** Everything a form has and the file leaves out is filled in. Letters count where the server compares them. */
function settingsOf(settings, family, { connectProtections }, verifies) {
  const { password } = settings;
  const userName = userNameOf(settings.userName);
  return {
    host: 'localhost',
    port: 25,
    fromEmail: 'gluu@example.org',
    userName: verifies || userName === null ? userName : 'gluu',
    password: passwordOf(password),
    passwordLetters: verifies ? lettersOf(password, family) : undefined,
    passwordTyped: /typed/.test(password ?? ''),
    authentication: settings.requiresAuthentication === true,
    requiresSsl: settings.requiresSsl === true,
    connectProtection: oneOf(settings.connectProtection, connectProtections) ?? null,
    trustServer: settings.trustHost === true,
    keyStore: oneOf(settings.keyStore, ['set', 'unreadable']),
  };
}

/** The code a case ran: oxCore's MailService of that version, its signing twin, or oxTrust's MailUtils. */
const codes = [
  { path: /signed/i, code: ({ signedTest }) => signedTest },
  { path: /mailutils|^test$/i, code: ({ test }) => test },
  { path: /^reset$/i, code: ({ reset }) => reset },
  { path: /sendmail|mailservice|^$/i, code: ({ service }) => service },
];

/** What the engine says of a case: its outcome and the rules, or a `problem` in words. */
export function verdictOn({ gluu, jvm, path = '', settings, mailServer }, engine) {
  const [family, ...more] = engine.familiesOf(engine.exactly(String(gluu)));
  const found = codes.find((each) => each.path.test(path ?? ''));
  const code = family && more.length === 0 ? found?.code(family) : undefined;
  if (code === undefined) return { problem: `no mail code for version ${gluu}, path ${path}` };
  const given = settings ?? {};
  const isScripted = (mailServer.ehlo ?? undefined) !== undefined;
  const { verifies = true, ...seen } = isScripted
    ? seenInSession(mailServer, given, engine)
    : seenOf(mailServer, engine);
  return engine.outcomeOfCode(code, family, {
    path: 'test',
    settings: settingsOf(given, family, engine, verifies),
    seen,
    jvm: jvmOf(jvm),
  });
}
