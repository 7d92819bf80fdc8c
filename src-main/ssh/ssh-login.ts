import { AppError } from '../app-error';
import { hideFromLog } from '../redact';
import { safeText } from '../safe-text';
import { readKeyFile } from './key-file';
import { LoginAnswers, type LoginTools } from './login-answers';
import type { HopPlan } from './route-plan';
import { findAgent, type KeyboardInteractiveAuthMethod, type LoginAttempt } from './ssh-client';

/** One way to log in; `begin` gives undefined if it cannot be tried. */
interface Way {
  method: 'none' | 'publickey' | 'password' | 'keyboard-interactive';
  begin(): Promise<LoginAttempt | undefined>;
}

const AGENT_LIMIT_MS = 5_000;

/**
 * The login at one SSH server, way after way: first with nothing, which tells what the server takes (RFC 4252 section 5.2),
 * then as the route says, and where the server wants a second factor, with password and questions.
 */
export class SshLogin {
  readonly #answers: LoginAnswers;
  readonly #tried: string[] = [];
  #takes: readonly string[] = [];
  #ways: Way[];
  #fail: (error: unknown) => void = () => {};
  /** Rejects when an answer could not be given: ssh2 waits for it for ever. */
  readonly failed: Promise<never>;

  constructor(
    private readonly plan: HopPlan,
    private readonly tools: LoginTools,
  ) {
    this.#answers = new LoginAnswers(tools, plan.login !== 'password');
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => {});
    this.#ways = [this.#nothing, ...this.#chosen()];
  }

  /** What was tried last; after success, what worked. */
  get method(): string {
    return this.#tried.at(-1) ?? 'no login needed';
  }

  /** The next try. Throws AppError `ssh.login` after the last one, and what the tries themselves throw. */
  async next(methods: string[] | undefined, partial: boolean): Promise<LoginAttempt | undefined> {
    if (methods) this.#takes = methods;
    if (partial) this.#ways = [this.#questions, this.#password];
    for (let way = this.#ways.shift(); way; way = this.#ways.shift()) {
      if (methods && !methods.includes(way.method)) continue;
      const attempt = await way.begin();
      if (attempt) return attempt;
    }
    throw this.refused();
  }

  /** AppError `ssh.login` with all that was tried and what the server takes. */
  refused(detail?: string): AppError {
    const facts = {
      user: this.plan.user,
      tried: this.#tried.join(', ') || `nothing it takes (${this.plan.login})`,
      methods: this.#takes.map(safeText).join(', ') || 'it does not say',
    };
    return new AppError('ssh.login', { at: this.tools.at, facts, ...(detail ? { detail: safeText(detail) } : {}) });
  }

  #chosen(): Way[] {
    const { login, keyFiles } = this.plan;
    if (login === 'agent') return [this.#agent];
    if (login === 'password') return [this.#password, this.#questions];
    if (login === 'interactive') return [this.#questions, this.#password];
    return keyFiles.length === 0 ? [this.#noKey] : keyFiles.map((file) => this.#keyFile(file));
  }

  get #nothing(): Way {
    return { method: 'none', begin: async () => ({ type: 'none', username: this.plan.user }) };
  }

  get #password(): Way {
    const begin = async (): Promise<LoginAttempt> => {
      const password = await this.#answers.password();
      this.#tried.push('password');
      return { type: 'password', username: this.plan.user, password };
    };
    return { method: 'password', begin };
  }

  get #questions(): Way {
    const prompt: KeyboardInteractiveAuthMethod['prompt'] = (name, instruction, _language, prompts, finish) => {
      const answer = async () => {
        const answers = await this.#answers.toPrompts(name, instruction, prompts);
        if (answers === undefined) throw this.refused();
        finish(answers);
      };
      answer().catch(this.#fail);
    };
    const begin = async (): Promise<LoginAttempt> => {
      this.#tried.push('answers to its questions');
      return { type: 'keyboard-interactive', username: this.plan.user, prompt };
    };
    return { method: 'keyboard-interactive', begin };
  }

  get #agent(): Way {
    const missing = (detail: string, cause?: unknown) =>
      new AppError('ssh.noAgent', { at: this.tools.at, detail }, { cause });
    const begin = async (): Promise<LoginAttempt> => {
      if (this.plan.agent === undefined) throw missing('SSH_AUTH_SOCK is not set.');
      const { agent, keys } = await findAgent(this.plan.agent, AGENT_LIMIT_MS).catch((error: Error) => {
        throw missing(safeText(error.message), error);
      });
      this.#tried.push(`agent with ${keys} ${keys === 1 ? 'key' : 'keys'}`);
      return { type: 'agent', username: this.plan.user, agent };
    };
    return { method: 'publickey', begin };
  }

  #keyFile(file: string): Way {
    const begin = async (): Promise<LoginAttempt | undefined> => {
      try {
        const key = await readKeyFile(file, () => this.#passphrase());
        this.#tried.push(`key ${file}`);
        return { type: 'publickey', username: this.plan.user, key };
      } catch (error) {
        // One of several files may be missing or locked while another one opens the door.
        if (!(error instanceof AppError) || this.plan.keyFiles.length === 1) throw error;
        this.#tried.push(`key ${file} (${error.about.facts?.why})`);
        return undefined;
      }
    };
    return { method: 'publickey', begin };
  }

  get #noKey(): Way {
    const why = 'No key file is chosen, and ~/.ssh/config names none for this host.';
    const begin = async () => {
      throw new AppError('ssh.keyUnreadable', { at: this.tools.at, facts: { file: '~/.ssh', why } });
    };
    return { method: 'publickey', begin };
  }

  async #passphrase(): Promise<string | undefined> {
    const secret = await this.tools.secrets.passphrase();
    if (secret !== undefined) hideFromLog(secret);
    return secret;
  }
}
