import { EventEmitter } from 'node:events';
import type { Transcript } from './transcript';

/** What a server says it can do, from its answer to EHLO. */
export interface Offer {
  startTls: boolean;
  mechanisms: string[];
  /** Every extension as it was announced (RFC 5321 section 4.1.1.1), without the first line. */
  extensions: readonly string[];
}

interface DialogueOptions {
  requireStartTls: boolean;
  /** A connection, or TLS over it, stands and is about to be read from. */
  connected(): void;
  /** Ends the conversation for this reason. */
  giveUp(error: Error): void;
}

/** What nodemailer logs in place of a password: the user name before it in the PLAIN message, nothing for LOGIN. */
const PLACEHOLDER = '/* secret */';

/**
 * Follows a conversation through nodemailer's transaction log: fills the transcript, pairs replies with commands and reads
 * what the server offers. Emits `reply` with the command it answers, or an empty text for the greeting and for the reply
 * to the message itself.
 */
export class Dialogue extends EventEmitter<{ reply: [asked: string, reply: string] }> {
  readonly #waiting: string[] = [];
  #extensions: string[] = [];
  messageBegun = false;

  constructor(
    private readonly transcript: Transcript,
    private readonly options: DialogueOptions,
  ) {
    super();
  }

  get offer(): Offer {
    const auth = this.#extensions.find((line) => /^AUTH[ =]/i.test(line));
    return {
      startTls: this.#extensions.some((line) => /^STARTTLS$/i.test(line)),
      mechanisms: auth?.toUpperCase().split(/[ =]+/).slice(1).filter(Boolean) ?? [],
      extensions: this.#extensions,
    };
  }

  /** Ends the conversation because the server breaks the protocol. */
  giveUp(why: string): void {
    this.transcript.add('note', why);
    this.options.giveUp(Object.assign(new Error(why), { code: 'EPROTOCOL' }));
  }

  /** The logger for SMTPConnection; `transactionLog` must be on. */
  logger() {
    const note = (entry: unknown, text?: unknown) => this.#hear((entry as { tnx?: string }).tnx, String(text ?? ''));
    const quiet = () => {};
    return {
      level: quiet,
      trace: quiet,
      debug: note,
      info: note,
      // RFC 3207 section 6: what came in clear behind the yes to STARTTLS is dropped by nodemailer. It also means that
      // somebody is in between, or that the server is broken: no reason to go on.
      warn: (entry: unknown) => {
        const { discarded } = entry as { discarded?: number };
        if (discarded) this.giveUp(`${discarded} unencrypted bytes came behind the answer to STARTTLS`);
      },
      error: quiet,
      fatal: quiet,
    };
  }

  #hear(source: string | undefined, text: string): void {
    if (source === 'network' && text.includes('established to')) this.options.connected();
    if (source === 'smtp' && text.startsWith('Connection upgraded')) {
      this.transcript.encrypted = true;
      this.options.connected();
    }
    if (source === 'client') {
      this.#waiting.push(text);
      this.transcript.add('client', withoutPlaceholder(text));
    }
    if (source === 'server') this.#reply(this.#waiting.shift() ?? '', text);
  }

  #reply(asked: string, reply: string): void {
    this.transcript.add('server', reply);
    const isEhlo = /^EHLO /i.test(asked);
    if (isEhlo) this.#extensions = extensionsIn(reply);
    if (asked === 'DATA' && /^[23]/.test(reply)) this.messageBegun = true;
    this.emit('reply', asked, reply);
    if (isEhlo && /^2/.test(reply)) this.#checkStartTls();
  }

  /**
   * nodemailer asks for STARTTLS even where it is not offered. The Gluu Server does not (JavaMail 1.4.7 SMTPTransport.java)
   * and goes on in clear, so a server that would say yes all the same must not pass.
   */
  #checkStartTls(): void {
    if (!this.options.requireStartTls || this.transcript.encrypted || this.offer.startTls) return;
    const offered = this.#extensions.join(', ') || 'nothing';
    this.options.giveUp(Object.assign(new Error(`The server offers: ${offered}`), { code: 'ETLS' }));
  }
}

/** The lines of a reply to EHLO behind the first, which names the server. */
const extensionsIn = (reply: string): string[] =>
  reply
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => /^250[ -](.*)$/.exec(line)?.[1]?.trim() ?? []);

/** A command as it may be shown; a placeholder in Base64 would look like the password. */
function withoutPlaceholder(command: string): string {
  const blob = command.split(' ').at(-1) ?? '';
  const isPlaceholder = Buffer.from(blob, 'base64').toString('utf8').endsWith(PLACEHOLDER);
  return isPlaceholder ? `${command.slice(0, command.length - blob.length)}[password hidden]` : command;
}
