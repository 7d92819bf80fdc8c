// A mail server as the file of login runs describes it: what it says to each command, as lines or as `drop`, `rst`, `hang`.

const ENDS = ['drop', 'rst', 'hang'];
const DONE = '235 2.7.0 Accepted';
const PROMPTS = { user: '334 VXNlcm5hbWU6', pass: '334 UGFzc3dvcmQ6' };
const METHODS = { LOGIN: 235, PLAIN: 235, 'DIGEST-MD5': 235, NTLM: 235 };
const linesOf = (reply) => (Array.isArray(reply) ? reply : [reply]).map(said);

/** What a bare number is said as. */
const said = (value) => (typeof value === 'number' ? `${value} as scripted` : value);

/** JavaMail's own line ends: it looks behind a CR for an LF, so a CR at the end of what came does not end a line yet. */
const LINE_END = /\r\r?\n|\n|\r(?=[^\r]|\r[\s\S])/;
const LAST_LINE_END = /\r\r?\n|\n|\r|$/;

/** The server of one connection. `rightPassword`: whether the login that is sent is the right one. */
export class ScriptedServer {
  #about;
  #rightPassword;
  #loggedIn = false;
  #wantsText = false;
  /** What comes next in a login: a function of nothing, or undefined. */
  #login;
  /** What the server sent and nobody read yet. */
  #unread = '';
  /** `open`, or how the connection ended. */
  #state = 'open';

  constructor(about, rightPassword) {
    this.#about = about;
    this.#rightPassword = rightPassword;
    this.#say(about.greeting ?? '220 mail.test ESMTP');
  }

  /** Takes one line of the client. */
  take(line) {
    if (this.#state !== 'open') return;
    if (this.#wantsText && line !== '.') return;
    const reply = this.#answer(line);
    if (reply !== undefined) this.#say(reply);
  }

  /** The server's next line; after its last one, how the connection ended. */
  line() {
    const isClosed = this.#state === 'drop' && this.#unread !== '';
    const end = (isClosed ? LAST_LINE_END : LINE_END).exec(this.#unread);
    if (!end) return { end: this.#state === 'open' ? 'hang' : this.#state };
    const line = this.#unread.slice(0, end.index);
    this.#unread = this.#unread.slice(end.index + end[0].length);
    return { line };
  }

  #say(reply) {
    if (ENDS.includes(reply)) {
      this.#state = reply;
      return;
    }
    const { eol = '\r\n', staysOpenAfter421 } = this.#about;
    for (const line of linesOf(reply)) this.#unread += `${line}${eol}`;
    if (/^421/.test(linesOf(reply)[0]) && !staysOpenAfter421) this.#state = 'drop';
  }

  #leave() {
    this.#say(this.#about.quit ?? '221 2.0.0 bye');
    if (this.#state === 'open') this.#state = 'drop';
  }

  #answer(line) {
    const about = this.#about;
    if (this.#wantsText) {
      this.#wantsText = false;
      return about.data ?? '250 2.0.0 queued';
    }
    if (this.#login) return this.#login();
    const [verb, argument = '', initial] = line.split(' ');
    switch (verb) {
      case 'EHLO':
        return about.ehlo;
      case 'HELO':
        return about.helo ?? '250 mail.test';
      case 'AUTH':
        return this.#auth(argument, initial !== undefined);
      case 'STARTTLS':
        return about.starttls ?? '502 5.5.1 not implemented';
      case 'MAIL':
        return this.#wants('mail') ?? about.mail ?? '250 2.1.0 OK';
      case 'RCPT':
        return this.#wants('rcpt') ?? about.rcpt ?? '250 2.1.5 OK';
      case 'DATA':
        return this.#wants('data') ?? this.#beginText();
      case 'RSET':
        return about.rset ?? '250 2.0.0 OK';
      case 'QUIT':
        return this.#leave();
      default:
        return '500 5.5.1 what';
    }
  }

  #beginText() {
    const dataCommand = this.#about.dataCommand ?? '354 go ahead';
    this.#wantsText = /^354/.test(linesOf(dataCommand)[0]);
    return dataCommand;
  }

  #wants(at) {
    const { needsLogin } = this.#about;
    return needsLogin && needsLogin.at === at && !this.#loggedIn ? needsLogin.reply : undefined;
  }

  #auth(method, hasInitial) {
    const auth = this.#about.auth ?? METHODS;
    if (auth[method] === undefined) return '504 5.5.4 Unrecognized authentication type';
    const steps = this.#about.authSteps?.[method] ?? {};
    const last = (right = this.#rightPassword) => this.#finish(auth[method], steps, right);
    if (steps.answeredAt === 'command') return last(method !== 'PLAIN' || this.#rightPassword);
    const asks = {
      LOGIN: () => this.#ask(steps.userPrompt ?? PROMPTS.user, () => this.#loginName(steps, last)),
      PLAIN: () =>
        hasInitial && !steps.ignoresInitialResponse ? last() : this.#ask(steps.prompt ?? '334 ', () => last()),
      'DIGEST-MD5': () => this.#ask(steps.prompt ?? '334 challenge', () => this.#proof(steps, last)),
      NTLM: () => this.#ask(steps.prompt ?? '334 challenge', () => last(true)),
    };
    return asks[method] ? asks[method]() : last();
  }

  #loginName(steps, last) {
    return steps.answeredAt === 'user' ? last(true) : this.#ask(steps.passPrompt ?? PROMPTS.pass, () => last());
  }

  /** A server that proves that it knows the password does so in a 334 of its own. */
  #proof({ serverProof }, last) {
    return /^left out/.test(serverProof ?? '') ? last() : this.#ask('334 proof', last);
  }

  #ask(prompt, next) {
    this.#login = next;
    return prompt;
  }

  #finish(result, { reply }, isRight) {
    this.#login = undefined;
    if (result !== 235) return ENDS.includes(result) ? result : (reply ?? result);
    if (!isRight) return '535 5.7.8 Authentication credentials invalid';
    this.#loggedIn = true;
    return reply ?? DONE;
  }
}
