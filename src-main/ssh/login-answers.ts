import { AppError } from '../app-error';
import { hideFromLog } from '../redact';
import { safeText } from '../safe-text';
import type { LoginClock } from './login-clock';
import type { Prompt } from './ssh-client';
import type { AskUser, SshSecrets } from './ssh-options';

export interface LoginTools {
  secrets: SshSecrets;
  ask: AskUser;
  signal: AbortSignal;
  clock: LoginClock;
  promptMs: number;
  /** `user@host` of the server, for questions. */
  from: string;
  /** Where it is, for failures. */
  at: string;
}

/** Rounds of questions in one login; a real server asks one or two, PAM three times at most. */
const MAX_ROUNDS = 10;
const MAX_PROMPTS = 10;
/** The word for password in the languages that sshd's and PAM's own prompts are translated to most. */
const ASKS_PASSWORD = /passw|kennwort|mot de passe|contrase|senha|hasło|пароль|密码|密碼|パスワード|암호/i;

/** Answers what a server asks at the login: with the stored password, once, and with the user for everything else. */
export class LoginAnswers {
  #storedUsed = false;
  #rounds = 0;

  constructor(
    private readonly tools: LoginTools,
    /** Whether the user has to be asked where the stored password was refused. */
    private readonly askAgain: boolean,
  ) {}

  /** The password for the method of that name. Throws AppError `ssh.answerMissing`. */
  async password(): Promise<string> {
    const stored = await this.#stored();
    if (stored !== undefined) return stored;
    const [typed = ''] = await this.#ask([{ text: `Password of ${this.tools.from}`, echo: false }], '', '');
    return typed;
  }

  /**
   * The answers to one round of questions (RFC 4256 section 3.2). Gives undefined where only the refused password could be
   * said again, or where the server asks without end. Throws AppError `ssh.answerMissing`.
   */
  async toPrompts(name: string, instruction: string, prompts: readonly Prompt[]): Promise<string[] | undefined> {
    this.#rounds += 1;
    if (this.#rounds > MAX_ROUNDS || prompts.length > MAX_PROMPTS) return undefined;
    const [only] = prompts;
    if (prompts.length === 1 && only && !only.echo && ASKS_PASSWORD.test(only.prompt)) {
      const stored = await this.#stored();
      if (stored !== undefined) return [stored];
      if (this.#storedUsed && !this.askAgain) return undefined;
    }
    const shown = prompts.map(({ prompt, echo }) => ({ text: safeText(prompt), echo: echo ?? false }));
    return this.#ask(shown, name, instruction);
  }

  async #stored(): Promise<string | undefined> {
    if (this.#storedUsed) return undefined;
    const stored = await this.tools.secrets.password();
    if (stored === undefined) return undefined;
    hideFromLog(stored);
    this.#storedUsed = true;
    return stored;
  }

  async #ask(prompts: { text: string; echo: boolean }[], name: string, instruction: string): Promise<string[]> {
    const { ask, clock, signal, promptMs, from, at } = this.tools;
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(promptMs)]);
    const question = { from, name: safeText(name), instruction: safeText(instruction), prompts };
    const answers = await clock.pausedFor(() => ask(question, inTime));
    if (answers?.length !== prompts.length) throw new AppError('ssh.answerMissing', { at });
    answers.forEach((answer, index) => {
      if (!prompts[index]?.echo) hideFromLog(answer);
    });
    return answers;
  }
}
