import {
  createSshRoutes,
  type RouteGuard,
  type SshLimits,
  type SshRoutes,
  type SshSecrets,
} from '../../../src-main/ssh/ssh-routes';
import { createWork, type Work } from '../../../src-main/work/work';
import type { SshQuestion } from '../../../src-shared/model/ssh';
import type { Step } from '../../../src-shared/model/work';
import { type InEnglish, inEnglish } from '../../support/english';
import { openHere } from '../../support/open-here';

export interface Watched {
  work: Work;
  steps(): InEnglish<Step[]>;
  cancel(): void;
}

/** A Work whose steps can be looked at and which can be cancelled. */
export function watchedWork(): Watched {
  const cancel = new AbortController();
  let steps: Step[] = [];
  const work = createWork(cancel.signal, (now) => {
    steps = now;
  });
  return { work, steps: () => inEnglish(steps), cancel: () => cancel.abort() };
}

/** Every place is confirmed. */
export const everywhere: RouteGuard = { allow: async () => {}, check: () => {} };

/** Nothing is stored. */
export const noSecrets: SshSecrets = { password: async () => undefined, passphrase: async () => undefined };

/** Routes whose user answers nothing unless `answers` are given; `asked` gathers the questions. */
export function routesOf(home: string, answers?: string[], limits: Partial<SshLimits> = {}, openKey = openHere) {
  const asked: Omit<SshQuestion, 'questionId'>[] = [];
  const routes: SshRoutes = createSshRoutes({
    openKey,
    home,
    limits,
    guard: everywhere,
    ask: async (question) => {
      asked.push(question);
      return answers;
    },
  });
  return { routes, asked };
}

/** What an AppError says, in English, or undefined if the promise was kept. */
export async function failureOf(promise: Promise<unknown>): Promise<Record<string, unknown> | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('about' in error)) throw error;
    return inEnglish({ code: error.code, ...(error.about as object) });
  }
}
