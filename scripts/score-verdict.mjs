// Compares the app's verdict engine with measured runs of Gluu's own mail code (`npm run -s score:verdict -- FILE`). Each
// disagreement is a line, the last line is `verdict: N/M`; how many the engine decided at all stands on standard error. Exit code 0: all agree, 1: some do not, 2: the file cannot be
// used. Standard output holds the result and nothing else.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { factsOf } from './score-verdict/session.mjs';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const UNUSABLE_FILE = 2;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const oneOf = (value, allowed) => (allowed.includes(value) ? value : undefined);

/** The outcome words of the file, for each of ours. `cannotKnow` never agrees: the file holds every fact. */
const words = { sends: 'sent', sendsInClear: 'sent', fails: 'fails', hangs: 'hangs', ignoresHost: 'ignores-host' };

/** What the file's word for a runtime says about TLS; a word that is not known leaves it unknown. */
const runtimes = [
  { word: /tls1\.0-disabled/i, jvm: { tls10: false } },
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
  if (minTls === undefined && maxTls === undefined) return undefined;
  return Object.fromEntries(versions.map((v) => [v, v >= (minTls ?? versions[0]) && v <= (maxTls ?? versions.at(-1))]));
}

function startTlsOf({ tls, starttlsRefused }) {
  if (tls !== 'starttls') return 'notOffered';
  return starttlsRefused ? 'refused' : 'accepted';
}

/** A mail server of the file as the facts a probe would find. It accepts whatever the file does not say it refuses. */
function seenOf({ mailServer: server, settings }, engine) {
  if (server.ehlo !== undefined) return seenInSession(server, settings, engine);
  const login = server.auth === 'none' ? 'none' : 'usable';
  const plain = server.tls === 'implicit' ? 'tls' : 'greeting';
  return {
    reach: server.listens === false ? 'refused' : 'open',
    firstWord: server.silent ? 'silent' : plain,
    startTls: startTlsOf(server),
    tls: tlsOf(server, engine.tlsVersions),
    certificate: certificates[server.certificate],
    loginInClear: server.authAfterTlsOnly ? 'none' : login,
    loginEncrypted: login,
    credentials: server.loginReply >= 400 ? 'refused' : 'accepted',
    needsTls: server.starttlsMandatory === true,
    needsLogin: server.auth === 'required',
    mail: 'accepted',
  };
}

/** The server of a file of login runs, which says what is answered to each command. Its passwords are compared in UTF-8. */
function seenInSession(server, { requiresAuthentication, password }, engine) {
  const wantsLogin = requiresAuthentication === true;
  const takesLatin1 = /latin-?1|8859-1/i.test(server.passwordCompared ?? '');
  const rightPassword = password !== 'wrong' && !(takesLatin1 && /non-ascii/.test(password ?? ''));
  return { ...factsOf(server, { wantsLogin, rightPassword }, engine), takesLatin1 };
}

/** How the letters of the form's password are stored. A page before 4.2.3 saves what its decrypter made of them. */
function lettersOf({ password = '' }, family) {
  if (!password.startsWith('non-ascii')) return undefined;
  return /saved again/.test(password) && family.decryptsTo === 'bytes' ? 'garbled' : 'text';
}

/** Everything a form has and the file leaves out is filled in. */
function settingsOf(settings, family, connectProtections) {
  return {
    host: 'localhost',
    port: 25,
    fromEmail: 'gluu@example.org',
    userName: settings.userName === 'none' ? null : (settings.userName ?? 'gluu'),
    password: settings.password === 'none' ? 'none' : 'readable',
    passwordLetters: lettersOf(settings, family),
    passwordTyped: /typed/.test(settings.password ?? ''),
    requiresAuthentication: settings.requiresAuthentication === true,
    requiresSsl: settings.requiresSsl === true,
    connectProtection: oneOf(settings.connectProtection, connectProtections) ?? null,
    trustHost: settings.trustHost === true,
  };
}

/** The code a case ran: oxCore's MailService of that version, its signing twin, or oxTrust's MailUtils. */
function codeOf({ path: name }, family) {
  const codes = {
    sendmail: family.service,
    sendmailsigned: family.signedTest,
    mailutils: family.test,
    'mailutils.sendmail': family.test,
    test: family.test,
    reset: family.reset,
  };
  return codes[String(name).toLowerCase()];
}

/** What the engine says of a case, and why. */
function judge(one, engine) {
  const [family, ...more] = engine.familiesOf(String(one.gluu));
  const code = family && more.length === 0 ? codeOf(one, family) : undefined;
  if (code === undefined) return { word: `no mail code for version ${one.gluu}, path ${one.path}`, rules: [] };
  const { outcome, rules } = engine.outcomeOfCode(code, family, {
    path: 'test',
    settings: settingsOf(one.settings, family, engine.connectProtections),
    seen: seenOf(one, engine),
    jvm: jvmOf(one.jvm),
  });
  return { word: words[outcome] ?? outcome, rules };
}

const describe = ({ gluu, jvm, path: name, settings, mailServer }) =>
  `${gluu} ${jvm} ${name} ${JSON.stringify(settings)} against ${mailServer.description ?? JSON.stringify(mailServer)}`;

function problemOf(data) {
  if (!isObject(data)) return 'it holds no JSON object';
  if (!Array.isArray(data.cases) || data.cases.length === 0) return 'it has no list "cases" with cases in it';
  const broken = data.cases.findIndex(
    (one) => !isObject(one) || !isObject(one.settings) || !isObject(one.mailServer) || typeof one.outcome !== 'string',
  );
  if (broken >= 0) return `case ${broken + 1} lacks settings, mailServer or outcome`;
  return undefined;
}

function read(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    return { problem: `it cannot be read (${error.code})` };
  }
  try {
    const data = JSON.parse(text);
    return { data, problem: problemOf(data) };
  } catch {
    return { problem: 'it is not JSON' }; // the parser's own words quote the file, over several lines
  }
}

/** npm runs us in the project folder; a relative name is meant from where the user stands. */
function resolveFile(name) {
  const places = [process.env.INIT_CWD, process.cwd()].filter(Boolean).map((folder) => path.resolve(folder, name));
  return places.find((file) => fs.existsSync(file)) ?? places[0];
}

/** The engine, bundled from the app's own TypeScript. */
async function loadEngine() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-score-verdict-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: path.join(scripts, '..', 'src-shared', 'verdict', 'measured.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { format: 'es', entryFileNames: 'engine.mjs', codeSplitting: false } },
      },
    });
    return await import(pathToFileURL(path.join(folder, 'engine.mjs')).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function score({ cases }) {
  const engine = await loadEngine();
  const judged = cases.map((one, index) => ({ one, index, ...judge(one, engine) }));
  const wrong = judged.filter(({ one, word }) => word !== one.outcome);
  for (const { one, index, word, rules } of wrong)
    console.log(`${index + 1}: ${describe(one)}: measured ${one.outcome}, verdict ${word} ${rules.join(' ')}`);
  const open = judged.filter(({ word }) => word === 'cannotKnow');
  console.error(`decided: ${cases.length - open.length}/${cases.length}`);
  console.log(`verdict: ${cases.length - wrong.length}/${cases.length}`);
  return wrong.length === 0 ? 0 : 1;
}

const [name, ...more] = process.argv.slice(2);
if (!name || more.length > 0) {
  console.error('usage: npm run -s score:verdict -- FILE');
  process.exitCode = UNUSABLE_FILE;
} else {
  const file = resolveFile(name);
  const { data, problem } = read(file);
  if (problem) console.error(`score:verdict: ${file}: ${problem}`);
  process.exitCode = problem ? UNUSABLE_FILE : await score(data);
}
