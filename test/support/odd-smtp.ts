import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A reply, in lines, or an end: `drop` closes, `rst` resets, `hang` says nothing more. */
type OddReply = string | string[];

interface LoginSteps {
  /** Answers for good at the command, or behind the user name, and does not ask for more. */
  answeredAt?: 'command' | 'user';
  reply?: OddReply;
  userPrompt?: string;
  passPrompt?: string;
  prompt?: string;
  challenge?: string;
  ignoresInitialResponse?: boolean;
  /** Of DIGEST-MD5, which proves in a 334 that it knows the password: it does so falsely, or leaves it out and says 235. */
  serverProof?: 'wrong' | 'left out';
}

/** What a mail server says to each command, where it is not what one would expect. */
export interface OddServer {
  greeting?: OddReply;
  ehlo: OddReply;
  helo?: OddReply;
  eol?: string;
  staysOpenAfter421?: boolean;
  starttls?: OddReply;
  /** The final code by method, or an end; a method that is not there is answered 504. Absent: all take the login. */
  auth?: Record<string, number | string>;
  authSteps?: Record<string, LoginSteps>;
  needsLogin?: false | { at: 'mail' | 'rcpt' | 'data'; reply: OddReply };
  mail?: OddReply;
  rcpt?: OddReply;
  dataCommand?: OddReply;
  data?: OddReply;
  rset?: OddReply;
  quit?: OddReply;
}

const linesOf = (reply: OddReply): string[] => (Array.isArray(reply) ? reply : [reply]);
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
/** Of methods that ask so: well-formed ones. */
const challenges: Readonly<Record<string, string>> = {
  'DIGEST-MD5': 'realm="mail.test",nonce="0123456789",qop="auth",algorithm=md5-sess,charset=utf-8',
  NTLM: `NTLMSSP\0\x02${'\0'.repeat(40)}`,
};
const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString('utf8');

/** Whether an answer to DIGEST-MD5 is that of this password, and what proves to the client that it is known (RFC 2831). */
function judgeDigest(answer: string, password: string, challenge: string): { isRight: boolean; proof: string } {
  const fields = Object.fromEntries(
    [...answer.matchAll(/([a-z-]+)="?([^",]*)"?/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const md5 = (...parts: (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();
  const hex = (...parts: (string | Buffer)[]) => md5(...parts).toString('hex');
  const { username, realm, nonce, cnonce, nc, qop, response } = fields;
  const encoding = challenge.includes('charset=utf-8') ? 'utf8' : 'latin1';
  const key = hex(md5(Buffer.from(`${username}:${realm}:${password}`, encoding)), `:${nonce}:${cnonce}`);
  const answered = (a2: string) => hex([key, nonce, nc, cnonce, qop, hex(`${a2}:${fields['digest-uri']}`)].join(':'));
  const isOwnNonce = challenge.includes(`nonce="${nonce}"`);
  return { isRight: isOwnNonce && response === answered('AUTHENTICATE'), proof: answered('') };
}

/** One connection to an odd server; `login`: what it takes, in UTF-8. */
class Session {
  #loggedIn = false;
  #wantsText = false;
  #next: ((line: string) => OddReply | undefined) | undefined;
  #isSilent = false;
  #rest = '';

  constructor(
    private readonly socket: Socket,
    private readonly about: OddServer,
    private readonly login: { userName: string; password: string },
  ) {
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      const lines = (this.#rest + chunk.toString('latin1')).split('\r\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#hear(line);
    });
    this.#say(about.greeting ?? '220 mail.test ESMTP');
  }

  #say(reply: OddReply | undefined): void {
    if (reply === undefined || this.#isSilent) return;
    this.#isSilent = reply === 'drop' || reply === 'rst' || reply === 'hang';
    if (reply === 'drop') this.socket.end();
    if (reply === 'rst') this.socket.resetAndDestroy();
    if (this.#isSilent) return;
    const { eol = '\r\n', staysOpenAfter421 } = this.about;
    const lines = linesOf(reply);
    this.socket.write(lines.map((line) => `${line}${eol}`).join(''));
    if (lines[0]?.startsWith('421') && !staysOpenAfter421) this.#say('drop');
  }

  #hear(line: string): void {
    if (this.#isSilent || (this.#wantsText && line !== '.')) return;
    this.#say(this.#answer(line));
    if (line === 'QUIT' && !this.#isSilent) this.socket.end();
  }

  #answer(line: string): OddReply | undefined {
    const { about } = this;
    if (this.#wantsText) {
      this.#wantsText = false;
      return about.data ?? '250 2.0.0 queued';
    }
    if (this.#next) return this.#next(line);
    const answers: Record<string, () => OddReply | undefined> = {
      EHLO: () => about.ehlo,
      HELO: () => about.helo ?? '250 mail.test',
      STARTTLS: () => about.starttls ?? '502 5.5.1 not implemented',
      AUTH: () => this.#auth(line.split(' ').slice(1)),
      MAIL: () => this.#wants('mail') ?? about.mail ?? '250 2.1.0 OK',
      RCPT: () => this.#wants('rcpt') ?? about.rcpt ?? '250 2.1.5 OK',
      DATA: () => this.#wants('data') ?? this.#beginText(),
      RSET: () => about.rset ?? '250 2.0.0 OK',
      QUIT: () => about.quit ?? '221 2.0.0 bye',
    };
    return (answers[line.split(/[ :]/)[0] ?? ''] ?? (() => '500 5.5.1 what'))();
  }

  #wants(at: string): OddReply | undefined {
    const { needsLogin } = this.about;
    return needsLogin && needsLogin.at === at && !this.#loggedIn ? needsLogin.reply : undefined;
  }

  #beginText(): OddReply {
    const reply = this.about.dataCommand ?? '354 go ahead';
    this.#wantsText = linesOf(reply)[0]?.startsWith('354') ?? false;
    return reply;
  }

  #ask(prompt: string, next: (line: string) => OddReply | undefined): string {
    this.#next = next;
    return prompt;
  }

  #auth([method = '', initial]: string[]): OddReply {
    const { auth, authSteps = {} } = this.about;
    const end = auth ? auth[method] : 235;
    if (end === undefined) return '504 5.5.4 Unrecognized authentication type';
    const steps = authSteps[method] ?? {};
    const finish = (userName = '', password = '') => {
      this.#next = undefined;
      if (end !== 235) return steps.reply ?? (typeof end === 'number' ? `${end} as scripted` : end);
      if (userName !== this.login.userName || password !== this.login.password)
        return '535 5.7.8 Authentication credentials invalid';
      this.#loggedIn = true;
      return steps.reply ?? '235 2.7.0 Accepted';
    };
    if (steps.answeredAt === 'command') return finish();
    const ofMessage = (message: string) => finish(...fromBase64(message).split('\0').slice(1));
    const ofDigest = (message: string) => {
      const { userName, password } = this.login;
      const { proof, isRight } = judgeDigest(fromBase64(message), password, fromBase64(prompt.slice(4)));
      const last = () => (isRight ? finish(userName, password) : finish());
      if (steps.serverProof === 'left out' || !isRight) return last();
      const said = `rspauth=${steps.serverProof === 'wrong' ? '0'.repeat(32) : proof}`;
      return this.#ask(`334 ${base64(said)}`, last);
    };
    const prompt = steps.prompt ?? `334 ${base64(steps.challenge ?? challenges[method] ?? '')}`;
    switch (method) {
      case 'LOGIN':
        return this.#ask(steps.userPrompt ?? '334 VXNlcm5hbWU6', (user) =>
          steps.answeredAt === 'user'
            ? finish()
            : this.#ask(steps.passPrompt ?? '334 UGFzc3dvcmQ6', (pass) => finish(fromBase64(user), fromBase64(pass))),
        );
      case 'PLAIN':
        if (initial !== undefined && !steps.ignoresInitialResponse) return ofMessage(initial);
        return this.#ask(steps.prompt ?? '334 ', ofMessage);
      case 'DIGEST-MD5':
        return this.#ask(prompt, ofDigest);
      // The answer of NTLM was not looked at in the measured runs either.
      default:
        return this.#ask(prompt, () => finish(this.login.userName, this.login.password));
    }
  }
}

/** Starts an odd mail server on a free port of 127.0.0.1. The caller stops it. */
export async function startOddSmtp(about: OddServer, login: { userName: string; password: string }) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    new Session(socket, about, login);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    async stop() {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
