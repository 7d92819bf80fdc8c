import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { place } from '../net/tcp';
import { isUnwatched, type Work } from '../work/work';
import { secretsFor } from './hop-secrets';
import type { HopPlan } from './route-plan';
import { Slots } from './slots';
import type { LinkTools, SshLink } from './ssh-link';
import type { AskUser, SshSecrets } from './ssh-options';

/** One stage of connecting, told to everybody who waits for it. */
interface Phase {
  name: string;
  /** What is shown beside it once it is done. */
  note: Promise<Message>;
  done(note: Message): void;
  failed(error: unknown): void;
}

function createPhase(name: string): Phase {
  let [done, failed]: [Phase['done'], Phase['failed']] = [() => {}, () => {}];
  const note = new Promise<Message>((resolve, reject) => {
    [done, failed] = [resolve, reject];
  });
  note.catch(() => {});
  return { name, note, done, failed };
}

/** With what the configuration says for that host and is not followed. */
const noted = ({ notFollowed: [first, ...more] = [] }: HopPlan, note: Message): Message =>
  first === undefined
    ? note
    : more.reduce(
        (before, remark) => message('note.remarkMore', { note: before, remark }),
        message('note.remark', { note, remark: first }),
      );

export interface ConnectionTools extends Pick<LinkTools, 'hostKeys' | 'ask' | 'openKey' | 'limits'> {
  /** For the last host alone. */
  secrets: SshSecrets;
  /** Places for handshakes at one SSH host. */
  handshakesAt(host: string): Slots;
  /** Hears once when the connection is over or was never made. */
  onOver(): void;
}

/**
 * One SSH connection with its jump hosts, shared by all who want it. It is made once, also if several ask at the same time,
 * and given up if all of them cancel; it is closed when nobody has used it for some time.
 */
export class RouteConnection {
  readonly slots: Slots;
  readonly #abort = new AbortController();
  readonly #phases: Phase[];
  readonly #link: Promise<SshLink>;
  readonly #made: SshLink[] = [];
  #waiting = 0;
  /** How many of those are work that a user watches. */
  #watching = 0;
  /** Aborts when the last of them goes. */
  #left = new AbortController();
  #isMade = false;
  #isOver = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly plan: readonly HopPlan[],
    private readonly tools: ConnectionTools,
  ) {
    this.slots = new Slots(tools.limits.channels);
    const jumps = plan.slice(0, -1).map((hop) => `SSH jump ${place(hop)}`);
    this.#phases = [...jumps, 'SSH', 'SSH login'].map(createPhase);
    this.#link = this.#connect();
    this.#link.catch(() => this.close());
  }

  /** Waits for the connection in steps of `work`. Throws what connecting throws, with the step's name. */
  async link(work: Work): Promise<SshLink> {
    const watches = isUnwatched(work) ? 0 : 1;
    this.#waiting += 1;
    this.#watching += watches;
    try {
      work.planFirst(this.#phases.map(({ name }) => name));
      for (const { name, note } of this.#phases) await work.step(name, async (tell) => tell(await note));
      return await this.#link;
    } finally {
      this.#waiting -= 1;
      this.#watching -= watches;
      if (this.#watching === 0) this.#withdrawQuestions();
      if (this.#waiting === 0 && !this.#isMade) this.close();
      this.#watchIdleness();
    }
  }

  /** Ends the connection, or the attempt to make it. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#idle);
    this.#abort.abort();
    for (const link of this.#made.splice(0).reverse()) link.close();
    this.tools.onOver();
  }

  /** A question goes with the last who could answer it, also where work that nobody watches goes on waiting. */
  readonly #ask: AskUser = (question, signal) => this.tools.ask(question, AbortSignal.any([signal, this.#left.signal]));

  #withdrawQuestions(): void {
    this.#left.abort();
    this.#left = new AbortController();
  }

  async #connect(): Promise<SshLink> {
    const { signal } = this.#abort;
    const { secrets, ...tools } = this.tools;
    const [plan, phases] = [this.plan, this.#phases];
    const [first, last] = [plan[0], plan.at(-1)];
    if (!first || !last) throw new Error('a route has at least one host');
    const giveBack = await this.tools.handshakesAt(place(first)).take(signal);
    let current = phases[0];
    try {
      const { greet } = await import('./ssh-link'); // ssh2 is large, and most starts need none
      let before: SshLink | undefined;
      for (const [index, hop] of plan.entries()) {
        current = phases[index];
        const greeted = await greet(hop, before, {
          ...tools,
          ...(hop === last ? {} : { wayTo: last }),
          secrets: secretsFor(hop, plan, secrets),
          ask: this.#ask,
          mayAsk: () => this.#watching > 0,
          signal,
        });
        if (hop === last) {
          // The route may name an alias: here stands what it is.
          current?.done(noted(hop, greeted.hostKey));
          current = phases.at(-1);
        }
        const { link, method } = await greeted.logIn();
        this.#keep(link);
        const how = message('note.sshLogin', { user: hop.user, method });
        current?.done(hop === last ? how : noted(hop, how));
        before = link;
      }
      if (signal.aborted || !before) throw new AppError('work.cancelled');
      this.#isMade = true;
      return before;
    } catch (error) {
      for (const phase of phases) phase.failed(error);
      throw error;
    } finally {
      giveBack();
    }
  }

  #keep(link: SshLink): void {
    this.#made.push(link);
    void link.client.ending.then(() => this.close());
  }

  /** Looks again and again, since channels come and go: closes what had none open for the whole time. */
  #watchIdleness(): void {
    clearTimeout(this.#idle);
    if (this.#isOver) return;
    this.#idle = setTimeout(() => {
      if (this.slots.taken === 0 && this.#waiting === 0) this.close();
      else this.#watchIdleness();
    }, this.tools.limits.idleMs);
    this.#idle.unref();
  }
}
