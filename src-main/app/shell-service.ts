import type { FirstView } from '../../src-shared/contract/app-calls';
import type { ShellCallName } from '../../src-shared/contract/wire';
import type { KeptWork } from '../../src-shared/model/app';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { Confirm, Question } from '../guard/confirm';
import type { AppLock } from '../work/app-lock';
import type { Handlers } from '../work/work';

interface Needs {
  lock: AppLock;
  zoom(step: 'in' | 'out' | 'reset'): void;
  copy(text: string): void;
  /** Whether a person just pressed something in the window; each press counts once. */
  isAsked(): boolean;
  confirm: Confirm;
  /** What the first window may show before the core is there. */
  firstView: Promise<FirstView | undefined>;
}

/** As much of a text as is read in a box. */
const SHOWN = 500;
/** A window that crashes again so soon may do so because of what it shows: it goes on with what was typed alone. */
const SOON_MS = 60_000;

/** The calls that main answers itself: about the window, and what outlasts the core. */
export function shellService({ lock, zoom, copy, isAsked, confirm, firstView }: Needs): Pick<Handlers, ShellCallName> {
  let work: KeptWork = { drafts: {} };
  let view: Promise<FirstView | undefined> | undefined = firstView;
  let shownAt = Number.NEGATIVE_INFINITY;
  lock.onLock(() => {
    view = undefined;
    work = { drafts: {} };
  });
  /** Asks for what nobody pressed anything for: a screen reader may press a button without any event of the system. */
  async function requirePress(question: Question, signal: AbortSignal): Promise<void> {
    if (isAsked()) return;
    const { yes } = await confirm(question, signal);
    if (!yes) throw new AppError('write.notConfirmed');
  }

  return {
    'app.lock': async () => lock.lock(),
    'app.blanked': async (work) => lock.blanked(work),
    'app.unlock': () => lock.unlock(),
    async 'app.keepWork'(now) {
      work = now;
    },
    async 'app.takeWork'() {
      const again = Date.now() - shownAt < SOON_MS;
      if (work.shown) shownAt = Date.now();
      return again ? { drafts: work.drafts } : work;
    },
    async 'app.firstView'() {
      const now = view;
      view = undefined; // a later window would take for new what is old by then
      return now;
    },
    async 'app.zoom'({ step }) {
      zoom(step);
    },
    async 'app.copy'({ text }, { signal }) {
      const lines = [message('box.copy.begins', { n: text.length }), { quoted: text.slice(0, SHOWN) }];
      const asked = { message: message('box.copy.question'), lines, yes: message('word.copy') };
      await requirePress(asked, signal);
      copy(text);
    },
  };
}
