// What a scripted server shows to JavaMail, command by command, as the facts the verdict reads.
import { ScriptedServer } from './scripted-server.mjs';

/** How often a 334 is answered; that of DIGEST-MD5 which holds the server's proof comes besides. */
const LOGIN_LINES = { LOGIN: 2, PLAIN: 0, 'DIGEST-MD5': 1, NTLM: 1 };
const INITIAL_RESPONSES = ['PLAIN', 'NTLM'];

/** Reads one reply as JavaMail does: its code, its lines, or how the connection ended. */
function readReply(server, { isLastLine, isGarbled, codeOf }) {
  const lines = [];
  for (;;) {
    const { line, end } = server.line();
    if (end) return { end, lines, code: -1 };
    lines.push(line);
    if (isLastLine(line)) return { lines, code: codeOf(lines[0]), isGarbled: isGarbled(lines[0]) };
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

/** A message of type 2 holds a nonce of eight bytes at 24 (Ntlm.java); a challenge of DIGEST-MD5 names its nonce. */
const usableChallenge = {
  NTLM: (text) => Buffer.from(text, 'base64').length >= 32,
  'DIGEST-MD5': (text) => /\bnonce=/.test(Buffer.from(text, 'base64')),
};

/** The file gives a challenge that is not the server's usual one as a prompt, or DIGEST-MD5's without its base64. */
function spoilsChallenge(method, { prompt, challenge }) {
  const usable = usableChallenge[method];
  if (usable !== undefined && typeof prompt === 'string') return !usable(prompt.slice(4).trim());
  return method === 'DIGEST-MD5' && /\brealm=""/.test(challenge ?? ''); // DigestMD5.java asks it for its first realm
}

/** Whether the server's proof that it knows the password is another than JavaMail expects. */
const provesWrongly = (proof) => typeof proof === 'string' && !/^(left out|right)/.test(proof);

/** The servers of the file verify nothing of NTLM, and nothing of what they answer before it comes. */
const verifies = (method, { answeredAt }) => method === 'PLAIN' || (method !== 'NTLM' && answeredAt === undefined);

/** STARTTLS that nobody asked for, after a 530 to AUTH. The servers of the file speak no TLS, so it cannot lead on. */
function startTlsUnasked(ask) {
  const { end, code } = ask('STARTTLS');
  if (end === 'hang') return 'silent';
  return code === 220 ? 'wantsTls' : 'failed';
}

/** How the login ends; `silent` and `failed` as in the engine. A 235 counts wherever it comes. */
function logIn({ ask }, about, method, rightPassword, { acceptedCodes }) {
  const steps = about.authSteps?.[method] ?? {};
  const judge = ({ end, code }) => {
    if (end) return end === 'hang' ? 'silent' : 'failed';
    if (acceptedCodes.login.includes(code)) return 'accepted';
    return rightPassword ? 'failed' : 'refused';
  };
  const goesOn = ({ end, code }) => !end && acceptedCodes.prompt.includes(code);
  let reply = ask(INITIAL_RESPONSES.includes(method) ? `AUTH ${method} message` : `AUTH ${method}`);
  if (!reply.end && reply.code === 530) return startTlsUnasked(ask);
  if (goesOn(reply) && spoilsChallenge(method, steps)) return 'failed';
  for (let line = 0; line < LOGIN_LINES[method] && goesOn(reply); line += 1) reply = ask('message');
  if (method === 'DIGEST-MD5' && goesOn(reply)) {
    if (provesWrongly(steps.serverProof)) return 'failed';
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
    const { end, code, isGarbled } = ask(command);
    if (end) return { answer: end === 'hang' ? 'silent' : 'closed' };
    if (accepted.includes(code)) continue;
    const last = isGarbled ? ['QUIT'] : ['RSET', 'QUIT'];
    return { answer: code >= 400 || code < 200 ? 'refused' : 'otherCode', ...goodbye(...last) };
  }
  return { answer: 'accepted', ...goodbye('QUIT') };
}

/**
 * The facts of one connection to a server of the file. `wantsLogin`: Requires Authentication is on. `rightPassword`: for the
 * bytes that are right in the encoding in which the server compares. `verifies` comes with the facts: whether it compares.
 */
export function factsOf(about, { wantsLogin, rightPassword, takesLatin1 }, engine) {
  const connection = connect(about, rightPassword, engine);
  const greeting = connection.read();
  // What comes and does not end is a greeting to a client that speaks TLS first, and silence to any other.
  if (greeting.end === 'hang' && about.greeting !== 'hang')
    return { reach: 'open', firstWord: 'greeting', hello: 'silent' };
  if (greeting.end === 'hang') return { reach: 'open', firstWord: 'silent' };
  if (greeting.code !== 220) return { reach: 'open', firstWord: 'other' };
  const facts = { reach: 'open', firstWord: 'greeting', needsTls: false, takesLatin1 };
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
    facts.verifies = verifies(choice, about.authSteps?.[choice] ?? {});
    const answer = logIn(connection, about, choice, rightPassword, engine);
    facts.credentials = takesLatin1 && facts.verifies && answer === 'accepted' ? 'refused' : answer;
    if (answer !== 'accepted') return facts;
  }
  const loggedIn = wantsLogin && choice !== 'none';
  return { ...facts, tried: { encrypted: false, loggedIn, ...handOver(connection, engine) } };
}

/** No server of the file speaks TLS, so one that lists STARTTLS refuses it where the file does not say what it answers. */
function startTlsOf({ starttls }) {
  if (starttls === 'hang') return 'silent';
  return /^220/.test(starttls ?? '') ? 'accepted' : 'refused';
}
