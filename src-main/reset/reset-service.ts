import { viewOfRun } from '../../src-shared/model/reset';
import type { ServerId } from '../../src-shared/model/server';
import { reachSteps } from '../../src-shared/model/work';
import { message } from '../../src-shared/texts/message';
import { AppError, unlessBug } from '../base/app-error';
import { log } from '../files/log';
import { requireServed } from '../gluu-ldap/discover';
import { requireWritable, requireWriting } from '../guard/require-writing';
import type { Reached } from '../reach/reach';
import { type CallsOf, unwatchedWork, type Work } from '../work/work';
import { purgeRequests, readPending } from './pending-requests';
import { previewOf } from './preview';
import { requestReset } from './real-request';
import { rehearse } from './rehearse';
import type { ResetContext } from './reset-context';
import { factsStep, reachSettled } from './reset-steps';
import { withdrawRequest } from './withdraw-request';

export interface ResetService {
  calls: CallsOf<'reset'>;
  /**
   * For the start of the app: tries each server that has a run of open end once, and settles what can be read. Never throws
   * for what a server does; what stays open is settled by the next call that reaches the server. `end` ends it early.
   */
  recover(end?: AbortSignal): Promise<void>;
}

const arrivals = { inbox: { good: true }, spam: { good: false }, notYet: {} } as const;

/** Builds the calls of the reset test. */
export function resetService(context: ResetContext): ResetService {
  const { servers, runs } = context;
  const reach = <T>(serverId: ServerId, work: Work, use: (reached: Reached) => Promise<T>) =>
    reachSettled(context, serverId, work, use);

  const calls: CallsOf<'reset'> = {
    async 'reset.preview'({ serverId, personInum, linkForm }, work) {
      work.plan([...reachSteps, 'Person']);
      return reach(serverId, work, async (reached) =>
        previewOf(reached, await factsStep(reached, personInum, work), linkForm, context),
      );
    },

    'reset.rehearse': (input, work) => rehearse(input, context, work),

    'reset.request': (input, work) => requestReset(input, context, work),

    async 'reset.withdraw'({ serverId, runId, reason }, work) {
      requireWritable(servers.get(serverId));
      runs.get(serverId, runId);
      work.plan([...reachSteps, 'Compare', 'Write', 'Read back']);
      return reach(serverId, work, (reached) =>
        withdrawRequest(runs.get(serverId, runId), reason, reached, context, work),
      );
    },

    async 'reset.arrived'({ serverId, runId, where }) {
      runs.get(serverId, runId);
      const event = { kind: 'arrived' as const, text: message(`reset.event.arrived.${where}`), ...arrivals[where] };
      return viewOfRun(await runs.note(serverId, runId, { event }));
    },

    async 'reset.pending'({ serverId }, work) {
      work.plan([...reachSteps, 'Requests']);
      return reach(serverId, work, (reached) =>
        work.step('Requests', async (say) => {
          const view = await readPending(reached, context);
          say(message('reset.step.requests', { n: view.requests.length, more: view.more ? 'yes' : 'no' }));
          return view;
        }),
      );
    },

    async 'reset.purge'(input, work) {
      requireWriting(servers.get(input.serverId), input.typedName);
      work.plan([...reachSteps, 'Compare', 'Write', 'Read back']);
      return reach(input.serverId, work, async (reached) => {
        requireServed(reached.tree.version, 'purge');
        const outcome = await purgeRequests(reached, input, context, work);
        // What was removed counts more than the list afterwards.
        const pending = outcome.failure ? undefined : await readPending(reached, context).catch(unlessBug);
        return pending ? { ...outcome, pending } : outcome;
      });
    },

    'reset.runs': async ({ serverId }) => runs.list(serverId).map(viewOfRun),
  };

  return {
    calls,
    async recover(end) {
      for (const serverId of runs.serversWithOpenRuns()) {
        if (end?.aborted) return;
        try {
          await reach(serverId, unwatchedWork(end), async () => {});
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          log.info(`A reset test stays open until its server is reached: ${error.code}`);
        }
      }
    },
  };
}
