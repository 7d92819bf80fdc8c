import { environmentLabels, type ServerId, type ServerProfile } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { writeTarget } from '../registry/targets';
import { signalsAround, type Work } from '../work/work';
import { hostLines, labelled } from './box-lines';
import type { BoxLine, Confirm, Question } from './confirm';

/** What a write does, as it is asked about. */
export type WriteAction = 'update' | 'rollback' | 'createTest' | 'removeTest' | 'request' | 'withdraw' | 'purge';

/** What is about to be written, for the question to the user. No secret value is in `lines`. */
interface IntendedWrite {
  profile: ServerProfile;
  action: WriteAction;
  lines: readonly BoxLine[];
}

/** The consent without which main writes to no server. The window can only ask for a write. */
export interface WriteConsent {
  /**
   * Resolves once the user has agreed to this write, with whether they saw its lines: they may have asked to be spared the
   * question. Throws AppError `write.notConfirmed`; nothing was written then.
   */
  ask(write: IntendedWrite, work: Pick<Work, 'signal'>): Promise<boolean>;
  /** A change of the list that weakens a guard, e.g. that a production server may be written to. Throws as `ask` does. */
  askWeakening(question: Question, work: Pick<Work, 'signal'>): Promise<void>;
}

interface Needs {
  confirm: Confirm;
  /** The demo fleet is harmless: its trees live in this process, and go with it. */
  isDemo(id: ServerId): boolean;
}

export function createWriteConsent({ confirm, isDemo }: Needs): WriteConsent {
  const unasked = new Set<string>();

  async function require(question: Question, signal: AbortSignal): Promise<{ boxTicked: boolean }> {
    const answered = await confirm(question, signal);
    if (signal.aborted) throw new AppError('work.cancelled');
    if (!answered.yes) throw new AppError('write.notConfirmed');
    return answered;
  }

  return {
    async ask({ profile, action, lines }, { signal }) {
      if (isDemo(profile.id) || unasked.has(writeTarget(profile))) return false;
      const where = labelled(profile.name, environmentLabels[profile.environment]);
      const question = {
        message: message(`box.write.${action}`, { where }),
        lines: [...hostLines('host', profile.host, [profile.port]), 'gap' as const, ...lines],
        yes: message('box.write.yes', { where }),
      };
      if (profile.environment === 'production') {
        await require(question, signal);
        return true;
      }
      const box = message('box.write.dontAsk');
      const { boxTicked } = await require({ ...question, box }, signal);
      if (boxTicked) unasked.add(writeTarget(profile));
      return true;
    },
    async askWeakening(question, { signal }) {
      await require(question, signal);
    },
  };
}

/** What a work may write to, by its signal; a yes is for the server it was given for, wherever its profile leads by now. */
const heldTo = new WeakMap<AbortSignal, string>();

/** From here on `work` may be done on this server only. */
export const holdTo = ({ signal }: Pick<Work, 'signal'>, profile: ServerProfile): void =>
  void heldTo.set(signal, writeTarget(profile));

/** Throws AppError `write.changed` where the server that was reached is not the one that the user said yes to. */
export function requireHeld(work: Pick<Work, 'signal'>, reached: ServerProfile): void {
  const targets = signalsAround(work).flatMap((signal) => heldTo.get(signal) ?? []);
  if (targets.some((target) => target !== writeTarget(reached))) throw new AppError('write.changed');
}
