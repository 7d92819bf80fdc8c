// What a scripted server shows to JavaMail, command by command, as the facts the verdict reads.
import { ScriptedServer } from './scripted-server.mjs';

const LOGIN_LINES = { LOGIN: 2, PLAIN: 0, 'DIGEST-MD5': 1, NTLM: 1 };

/** Reads one reply as JavaMail does: its code, its lines, or how the connection ended. */
function readReply(server, { isLastLine, codeOf }) {
  const lines = [];
  for (;;) {
    const { line, end } = server.line();
    if (end) return { end, lines, code: -1 };
    lines.push(line);
    if (isLastLine(line)) return { lines, code: codeOf(lines[0]) };
  }
}

/** A connection of JavaMail to the server. */
function connect(about, rightPassword, engine) {
  const server = new ScriptedServer(about, rightPassword);
  const read = () => readReply(server, engine);
  const ask = (line) => {
    server.take(line);
    return read();
  };
  return { read, ask };
}

/** A challenge JavaMail cannot use: it has no form of its own in the file, only another prompt. */
const spoilsChallenge = (method, steps) => ['DIGEST-MD5', 'NTLM'].includes(method) && steps?.prompt !== undefined;

/** How the login ends; `silent` and `failed` as in the engine. */
function logIn({ ask }, about, method, rightPassword, { acceptedCodes }) {
  const ended = ({ end }) => (end === 'hang' ? 'silent' : 'failed');
  const judge = (reply) => {
    if (reply.end) return ended(reply);
    if (acceptedCodes.login.includes(reply.code)) return 'accepted';
    if (reply.code === 530) return 'wantsTls';
    return rightPassword ? 'failed' : 'refused';
  };
  let reply = ask(method === 'PLAIN' ? 'AUTH PLAIN message' : `AUTH ${method}`);
  for (let line = 0; line < LOGIN_LINES[method]; line += 1) {
    if (reply.end || reply.code !== 334) return reply.code === 235 ? 'failed' : judge(reply);
    if (line === 0 && spoilsChallenge(method, about.authSteps?.[method])) return 'failed';
    reply = ask('message');
  }
  if (method === 'DIGEST-MD5' && reply.code === 334) {
    if (about.authSteps?.[method]?.serverProof === 'wrong') return 'failed';
    reply = ask('');
  }
  return judge(reply);
}

/** MAIL, RCPT, DATA, the text, RSET and QUIT. */
function handOver({ ask }, { acceptedCodes }) {
  const commands = [
    ['MAIL FROM', acceptedCodes.sender],
    ['RCPT TO', acceptedCodes.recipient],
    ['DATA', acceptedCodes.data],
    ['.', acceptedCodes.text],
  ];
  const goodbye = (...asked) => {
    for (const command of asked) {
      const { end } = ask(command);
      if (end === 'hang') return { goodbye: 'silent' };
      if (end === 'rst') return { goodbye: 'reset' };
    }
    return { goodbye: 'answered' };
  };
  for (const [command, accepted] of commands) {
    const { end, code } = ask(command);
    if (end) return { answer: end === 'hang' ? 'silent' : 'closed' };
    if (accepted.includes(code)) continue;
    return { answer: code >= 400 || code < 200 ? 'refused' : 'otherCode', ...goodbye('RSET', 'QUIT') };
  }
  return { answer: 'accepted', ...goodbye('QUIT') };
}

/** The facts of one connection to a server of the file. `wantsLogin`: Requires Authentication is on. */
export function factsOf(about, { wantsLogin, rightPassword }, engine) {
  const connection = connect(about, rightPassword, engine);
  const greeting = connection.read();
  if (greeting.end === 'hang') return { reach: 'open', firstWord: 'silent' };
  if (greeting.code !== 220) return { reach: 'open', firstWord: 'other' };
  const facts = { reach: 'open', firstWord: 'greeting', needsTls: false };
  let { end, code, lines } = connection.ask('EHLO');
  if (end === 'hang') return { ...facts, hello: 'silent' };
  const isExtended = code === 250;
  if (!isExtended) ({ end, code } = connection.ask('HELO'));
  if (end === 'hang') return { ...facts, hello: 'silent' };
  if (end || code !== 250) return { ...facts, hello: 'refused' };
  const extensions = isExtended ? engine.extensionsOf(lines) : new Map();
  const choice = engine.loginChoice(extensions);
  Object.assign(facts, {
    startTls: extensions.has('STARTTLS') ? startTlsOf(about) : 'notOffered',
    loginInClear: { none: 'none', noMethod: 'unusable' }[choice] ?? 'usable',
  });
  if (wantsLogin && choice === 'noMethod') return facts;
  if (wantsLogin && choice !== 'none') {
    facts.credentials = logIn(connection, about, choice, rightPassword, engine);
    if (facts.credentials !== 'accepted') return facts;
  }
  const loggedIn = wantsLogin && choice !== 'none';
  return { ...facts, tried: { encrypted: false, loggedIn, ...handOver(connection, engine) } };
}

const startTlsOf = ({ starttls }) => (starttls === undefined || /^220/.test(starttls) ? 'accepted' : 'refused');
