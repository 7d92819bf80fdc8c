import { AppError } from '../../../src-main/base/app-error';
import type { GluuTree } from '../../../src-main/gluu-ldap/discover';
import { type Connected, type ConnectTarget, connect } from '../../../src-main/ldap/connect';
import { createWork } from '../../../src-main/work/work';
import type { Failure } from '../../../src-shared/model/failure';
import type { Step } from '../../../src-shared/model/work';
import { foundTree } from '../../support/found-tree';

export const me = 'cn=directory manager,o=gluu';
export const password = 'correct horse battery';

/** Generous: a test that reaches one of them has failed. */
const patient = { connectMs: 10_000, operationMs: 15_000 };
/** For servers that never answer: short enough to wait for. */
export const shortLimits = { connectMs: 700, operationMs: 700 };

export interface Ran {
  connected?: Omit<Connected, 'session'>;
  tree?: Partial<GluuTree>;
  failure?: Failure;
  steps: Step[];
  /** How many times the password was asked for. */
  asked: number;
  /** Everything that would reach the window. */
  shown: string;
}

interface Watching {
  password?: string;
  limits?: typeof patient;
  /** Cancels when it resolves. */
  cancelWhen?: Promise<unknown>;
  /** What is done once the session stands; finding the Gluu tree if nothing else is said. */
  use?: (session: Connected['session']) => Promise<unknown>;
}

/** Connects, looks for the Gluu tree and closes, as a call does; gives what the window would get. Rejects for a bug. */
export async function runConnect(
  target: Partial<ConnectTarget> & { port: number },
  { password: typed = password, limits = patient, cancelWhen, use }: Watching = {},
): Promise<Ran> {
  const cancel = new AbortController();
  void cancelWhen?.then(() => cancel.abort());
  let steps: Step[] = [];
  const work = createWork(cancel.signal, (now) => {
    steps = now;
  });
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return typed;
  };
  const run = async () => {
    const wanted = { host: '127.0.0.1', mode: 'plain' as const, bindDn: me, ...target };
    const { session, ...connected } = await connect(wanted, ask, work, limits);
    try {
      const tree = await work.step('Gluu tree', async () =>
        use ? await use(session).then(() => undefined) : await foundTree(session),
      );
      return { connected, ...(tree ? { tree } : {}) };
    } finally {
      await session.close();
    }
  };
  const outcome = await run().catch((error: unknown) => {
    if (error instanceof AppError) return { failure: { code: error.code, ...error.about } };
    throw error;
  });
  return { ...outcome, steps, asked, shown: JSON.stringify({ ...outcome, steps }) };
}

/** The states of the stages, in their order, e.g. `Name done`. */
export const stages = ({ steps }: Ran): string[] => steps.map(({ name, state }) => `${name} ${state}`);
