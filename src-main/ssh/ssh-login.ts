import type { FailureCode } from '../../src-shared/model/failure';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { safeText } from '../base/safe-text';
import { findAgent, keyOnDemand } from './key-agents';
import { type LockedKey, readKeyFile, readPublicKey, stillLocked, unreadable } from './key-file';
import { LoginAnswers, type LoginTools } from './login-answers';
import { loginFailure, whyNotKey } from './login-failure';
import type { HopPlan } from './route-plan';
import { mustChange } from './ssh-failure';
import type { Agent, KeyboardInteractiveAuthMethod, LoginAttempt, ParsedKey } from './ssh2';

/** One way to log in; `begin` gives undefined if it cannot be tried. */
interface Way {
  method: 'none' | 'publickey' | 'password' | 'keyboard-interactive';
  begin(): Promise<LoginAttempt | undefined>;
}

const AGENT_LIMIT_MS = 5_000;

const isSameKey = (one: ParsedKey, other: ParsedKey): boolean => one.getPublicSSH().equals(other.getPublicSSH());
type ChooseKeys = (held: readonly ParsedKey[]) => readonly ParsedKey[];
const includesKey = (keys: readonly ParsedKey[], key: ParsedKey): boolean => keys.some((each) => isSameKey(each, key));

/**
 * The login at one SSH server, way after way: first with nothing, which tells what the server takes (RFC 4252 section 5.2),
 * then as the route says or, at a jump host, as ssh(1) does; where the server wants a second factor, with password and questions.
 */
export class SshLogin {
  readonly #answers: LoginAnswers;
  readonly #tried: Message[] = [];
  /** None is offered twice: sshd ends the connection after six tries (sshd_config(5), MaxAuthTries). */
  readonly #offered: ParsedKey[] = [];
  #takes: readonly string[] = [];
  #triedKeys = false;
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
  get method(): Message {
    return this.#tried.at(-1) ?? message('ssh.method.none');
  }

  /** The next try. Throws AppError `ssh.login` after the last one, and what the tries themselves throw. */
  async next(methods: string[] | undefined, partial: boolean): Promise<LoginAttempt | undefined> {
    if (methods) this.#takes = methods;
    if (partial) this.#ways = [this.#questions, this.#password];
    for (let way = this.#ways.shift(); way; way = this.#ways.shift()) {
      if (methods && !methods.includes(way.method)) continue;
      const attempt = await way.begin();
      if (attempt) this.#triedKeys ||= way.method === 'publickey';
      if (attempt) return attempt;
    }
    throw this.refused();
  }

  /** What `loginFailure` makes of all that was tried. */
  refused(detail?: string): AppError {
    const { at } = this.tools;
    const [tried, triedKeys, takes] = [this.#tried, this.#triedKeys, this.#takes];
    return loginFailure({ at, plan: this.plan, tried, triedKeys, takes, detail });
  }

  #chosen(): Way[] {
    const { login, keyFiles, ownKey } = this.plan;
    const keys = keyFiles.map((file) => this.#keyFile(file));
    if (login === 'agent') return [this.#agent];
    if (login === 'password') return [this.#password, this.#questions];
    if (login === 'interactive') return [this.#questions, this.#password];
    if (login === 'key') return keys.length === 0 ? [this.#noKey] : keys;
    // The order of ssh(1), PreferredAuthentications; the key the profile names goes first, as with its option -i.
    const first = ownKey === undefined ? [] : keys.splice(0, 1);
    return [...first, this.#agent, ...keys, this.#questions, this.#password];
  }

  get #nothing(): Way {
    return { method: 'none', begin: async () => ({ type: 'none', username: this.plan.user }) };
  }

  get #password(): Way {
    const begin = async (): Promise<LoginAttempt | undefined> => {
      const password = await this.#answers.password();
      if (password === undefined) return undefined;
      this.#tried.push(message('ssh.method.password'));
      return { type: 'password', username: this.plan.user, password };
    };
    return { method: 'password', begin };
  }

  get #questions(): Way {
    const prompt: KeyboardInteractiveAuthMethod['prompt'] = (name, instruction, _language, prompts, finish) => {
      const answer = async () => {
        const answers = await this.#answers.toPrompts(name, instruction, prompts);
        if (answers === undefined) throw mustChange(this.#answers, this.tools.at, this.plan.user) ?? this.refused();
        finish(answers);
      };
      answer().catch(this.#fail);
    };
    const begin = async (): Promise<LoginAttempt> => {
      this.#tried.push(message('ssh.method.questions'));
      return { type: 'keyboard-interactive', username: this.plan.user, prompt };
    };
    return { method: 'keyboard-interactive', begin };
  }

  get #agent(): Way {
    const begin = async (): Promise<LoginAttempt | undefined> => {
      const { agent, keys } = await this.#agentWith(await this.#agentKeys());
      this.#offered.push(...keys);
      const none = this.plan.onlyKeyFiles && keys.length === 0;
      this.#tried.push(none ? message('ssh.method.agentNone') : message('ssh.method.agent', { n: keys.length }));
      return { type: 'agent', username: this.plan.user, agent };
    };
    return { method: 'publickey', begin: this.#orNext(begin, ['ssh.noAgent'], () => message('ssh.method.noAgent')) };
  }

  /** The agent with the keys that are chosen of it. Throws AppError `ssh.noAgent`. */
  async #agentWith(choose: ChooseKeys): Promise<{ agent: Agent; keys: readonly ParsedKey[] }> {
    if (this.plan.agent === undefined)
      throw new AppError('ssh.noAgent', { at: this.tools.at, reason: message('failure.reason.noAgentNamed') });
    return findAgent(this.plan.agent, AGENT_LIMIT_MS, choose).catch((error: Error) => {
      throw new AppError('ssh.noAgent', { at: this.tools.at, detail: safeText(error.message) }, { cause: error });
    });
  }

  /** Which keys of an agent are offered, in the order of ssh(1): those of the key files first, with IdentitiesOnly no others. */
  async #agentKeys(): Promise<ChooseKeys> {
    const { keyFiles, onlyKeyFiles = false } = this.plan;
    const files = (await Promise.all(keyFiles.map(readPublicKey))).filter((key) => key !== undefined);
    return (held) => {
      const left = held.filter((key) => !includesKey(this.#offered, key));
      const named = files.flatMap((file) => left.filter((key) => isSameKey(key, file)));
      return [...new Set(onlyKeyFiles ? named : [...named, ...left])];
    };
  }

  /** The agent where it holds that key. Throws AppError `ssh.noAgent`. */
  async #agentHolding(publicKey: ParsedKey): Promise<Agent | undefined> {
    const { agent, keys } = await this.#agentWith((held) => held.filter((key) => isSameKey(key, publicKey)));
    return keys.length > 0 ? agent : undefined;
  }

  #keyFile(file: string): Way {
    const begin = async (): Promise<LoginAttempt | undefined> => {
      const key = await readKeyFile(file, this.tools.openKey);
      const publicKey = 'open' in key ? key.publicKey : key;
      if (publicKey && includesKey(this.#offered, publicKey)) return undefined;
      if (publicKey) this.#offered.push(publicKey);
      if ('open' in key) return this.#lockedKey(file, key);
      return key.isPrivateKey() ? this.#offer(file, key) : this.#publicKey(file, key);
    };
    return {
      method: 'publickey',
      begin: this.#orNext(begin, ['ssh.keyUnreadable', 'ssh.passphrase'], whyNotKey(file)),
    };
  }

  /** A public key names one that the agent holds, as IdentityFile may in ssh_config(5). */
  async #publicKey(file: string, key: ParsedKey): Promise<LoginAttempt> {
    const agent = await this.#agentHolding(key).catch((error: AppError) => {
      throw unreadable(file, message('ssh.key.publicNoAgent', { reason: briefly(error) }));
    });
    if (!agent) throw unreadable(file, message('ssh.key.publicNotInAgent'));
    return this.#bySignature(file, agent);
  }

  #bySignature(file: string, agent: Agent): LoginAttempt {
    this.#tried.push(message('ssh.method.keyInAgent', { file }));
    return { type: 'agent', username: this.plan.user, agent };
  }

  /** With the passphrase that is stored, by the agent, or with the user's once the server would take the key. */
  async #lockedKey(file: string, { open: openWith, publicKey }: LockedKey): Promise<LoginAttempt> {
    const { clock, signal } = this.tools;
    const open = (passphrase: string) => clock.pausedFor(() => openWith(passphrase, signal));
    const stored = await this.#answers.storedPassphrase(file);
    if (stored !== undefined) {
      const key = await open(stored);
      if (!key) throw stillLocked(file, message('ssh.key.storedPassphrase'));
      return this.#offer(file, key);
    }
    const agent = publicKey && (await this.#agentHolding(publicKey).catch(() => undefined));
    if (agent) return this.#bySignature(file, agent);
    const byUser = async () => {
      const key = await this.#answers.openKey(file, open);
      if (!key) throw stillLocked(file, message('ssh.key.locked'));
      return key;
    };
    if (!publicKey || !this.tools.mayAsk()) return this.#offer(file, await byUser());
    const { username, type } = { username: this.plan.user, type: 'agent' } as const;
    const place = this.#tried.push(message('ssh.method.key', { file })) - 1;
    const whenWanted = () =>
      byUser().catch((error: AppError) => {
        this.#tried[place] = whyNotKey(file)(error);
        if (!this.#hasOthers) this.#fail(error);
        throw error;
      });
    return { type, username, agent: keyOnDemand(publicKey, whenWanted) };
  }

  #offer(file: string, key: ParsedKey): LoginAttempt {
    this.#tried.push(message('ssh.method.key', { file }));
    return { type: 'publickey', username: this.plan.user, key };
  }

  /** Where one of several ways cannot be gone, another one may open the door. */
  #orNext(
    begin: () => Promise<LoginAttempt | undefined>,
    codes: readonly FailureCode[],
    asTried: (error: AppError) => Message,
  ) {
    return async (): Promise<LoginAttempt | undefined> => {
      try {
        return await begin();
      } catch (error) {
        if (!(error instanceof AppError) || !codes.includes(error.code) || !this.#hasOthers) throw error;
        this.#tried.push(asTried(error));
        return undefined;
      }
    };
  }

  /** Whether a key that cannot be used is not the end yet. */
  get #hasOthers(): boolean {
    return this.plan.login === 'jump' || (this.plan.login === 'key' && this.plan.keyFiles.length > 1);
  }

  get #noKey(): Way {
    const why = message('ssh.key.noneChosen');
    const begin = async () => {
      throw new AppError('ssh.keyUnreadable', { at: this.tools.at, facts: { file: '~/.ssh', why } });
    };
    return { method: 'publickey', begin };
  }
}
