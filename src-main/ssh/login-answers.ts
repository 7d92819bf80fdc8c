import type { SshQuestion } from '../../src-shared/model/ssh';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog, withoutKnown } from '../base/redact';
import { safeText } from '../base/safe-text';
import type { HopSecrets } from './hop-secrets';
import type { LoginClock } from './login-clock';
import type { OpenKey } from './open-key';
import type { AskUser } from './ssh-options';
import type { Prompt } from './ssh2';

export interface LoginTools {
  secrets: HopSecrets;
  ask: AskUser;
  openKey: OpenKey;
  /** Whether somebody is there to be asked: work that nobody watches asks nothing. */
  mayAsk(): boolean;
  signal: AbortSignal;
  clock: LoginClock;
  promptMs: number;
  /** Under which name the server asks. */
  asker: Asker;
  /** Where it is, for failures. */
  at: string;
}

/** The names a question bears; none of them comes from a server. */
export type Asker = Pick<SshQuestion, 'from' | 'wayTo'>;

type Asked = Pick<SshQuestion, 'asks' | 'prompts'> &
  Partial<Pick<SshQuestion, 'name' | 'instruction' | 'keyFile' | 'again'>>;

/** Rounds of questions in one login; a real server asks one or two, PAM three times at most. */
const MAX_ROUNDS = 10;
const MAX_PROMPTS = 10;
/** As ssh(1) does, NumberOfPasswordPrompts. */
const MAX_PASSPHRASES = 3;
/** The word for password in the languages that sshd's and PAM's own prompts are translated to most. */
const ASKS_PASSWORD = /passw|kennwort|mot de passe|contrase|senha|hasło|пароль|密码|密碼|パスワード|암호/i;

/** As pam_unix asks after an expired password was right: each of these questions has "password" in it. */
const WANTS_NEW = /\b(?:new password|required to change your password|password (?:has )?expired)\b/i;

/** Answers what a server asks at the login: with the stored password, once, and with the user for everything else. */
export class LoginAnswers {
  #storedUsed = false;
  #rounds = 0;
  #wantsNewPassword: string | undefined;

  constructor(
    private readonly tools: LoginTools,
    /** Whether the user has to be asked where the stored password was refused. */
    private readonly askAgain: boolean,
  ) {}

  /**
   * The password for the method of that name; undefined where the server wants one without end. Throws AppError
   * `ssh.answerMissing`.
   */
  async password(): Promise<string | undefined> {
    this.#rounds += 1;
    if (this.#rounds > MAX_ROUNDS) return undefined;
    const stored = await this.#stored();
    if (stored !== undefined) return stored;
    const [typed = ''] = await this.#askOrFail({ asks: 'password', prompts: [{ text: '', echo: false }] });
    return typed;
  }

  /** The server's words where it asked for a new password and the user was not asked. */
  get wantsNewPassword(): string | undefined {
    return this.#wantsNewPassword;
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
      const wantsNew = WANTS_NEW.test(`${instruction} ${only.prompt}`);
      // SECURITY: the stored password is not to become the new one.
      const stored = wantsNew ? undefined : await this.#stored();
      if (stored !== undefined) return [stored];
      if (wantsNew && !this.#asksUser) this.#wantsNewPassword = only.prompt;
      if (!this.#asksUser) return undefined;
    }
    // A server may say again what it was told in the round before.
    const said = withoutKnown([name, instruction, ...prompts.map(({ prompt }) => prompt)]).map(safeText);
    const [shownName = '', shownInstruction = '', ...texts] = said;
    const shown = prompts.map(({ echo }, index) => ({ text: texts[index] ?? '', echo: echo ?? false }));
    return this.#askOrFail({ asks: 'questions', name: shownName, instruction: shownInstruction, prompts: shown });
  }

  /** Whether a question for a password goes to the user, and not just once more to the stored one. */
  get #asksUser(): boolean {
    return !this.#storedUsed || this.askAgain;
  }

  /** The passphrase stored for a key file. */
  async storedPassphrase(keyFile: string): Promise<string | undefined> {
    const stored = await this.tools.secrets.passphrase(keyFile);
    if (stored !== undefined) hideFromLog(stored);
    return stored;
  }

  /** Has the user open a key file, in three tries. Gives undefined if nobody could or would. */
  async openKey<Key>(
    keyFile: string,
    open: (passphrase: string) => Promise<Key | undefined>,
  ): Promise<Key | undefined> {
    for (let tries = 0; tries < MAX_PASSPHRASES; tries += 1) {
      const prompts = [{ text: '', echo: false }];
      const answers = await this.#ask({ asks: 'passphrase', keyFile, prompts, ...(tries > 0 ? { again: true } : {}) });
      if (!answers?.[0]) return undefined;
      const key = await open(answers[0]);
      if (key !== undefined) return key;
    }
    return undefined;
  }

  async #stored(): Promise<string | undefined> {
    if (this.#storedUsed) return undefined;
    const stored = await this.tools.secrets.password();
    if (stored === undefined) return undefined;
    hideFromLog(stored);
    this.#storedUsed = true;
    return stored;
  }

  async #askOrFail(asked: Asked): Promise<string[]> {
    const { asker, at, mayAsk } = this.tools;
    const watched = mayAsk();
    const answers = await this.#ask(asked);
    if (answers) return answers;
    const hop = asker.wayTo === undefined ? asker.from : message('ssh.hop.jump', { hop: asker.from });
    const why = message(watched ? 'ssh.unanswered.watched' : 'ssh.unanswered.background');
    throw new AppError('ssh.answerMissing', { at, facts: { hop, why } });
  }

  async #ask(asked: Asked): Promise<string[] | undefined> {
    const { ask, mayAsk, clock, signal, promptMs, asker } = this.tools;
    if (!mayAsk()) return undefined;
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(promptMs)]);
    const answers = await clock.pausedFor(() => ask({ name: '', instruction: '', ...asker, ...asked }, inTime));
    if (answers?.length !== asked.prompts.length) return undefined;
    answers.forEach((answer, index) => {
      if (!asked.prompts[index]?.echo) hideFromLog(answer);
    });
    return answers;
  }
}
