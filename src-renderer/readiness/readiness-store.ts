import { create } from 'zustand';
import type { Readiness } from '../../src-shared/model/readiness';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { answerOf } from '../../src-shared/readiness/answer';
import { message } from '../../src-shared/texts/message';
import { serverRemoved } from '../state/servers-store';
import { runTask, type Task } from '../state/task';

interface ReadinessStore {
  chains: Partial<Record<ServerId, Task<Readiness>>>;
}

/** The last look at each server's way from "forgot password" to a new one. */
export const useReadiness = create<ReadinessStore>(() => ({ chains: {} }));

/** The look that counts, by server: one that began before something changed does not. */
const current = new Map<ServerId, object>();

/** Looks at the whole chain; nothing is written and no mail is sent. */
export async function checkReadiness({ id, name }: Pick<ServerSummary, 'id' | 'name'>): Promise<void> {
  if (useReadiness.getState().chains[id]?.kind === 'running') return;
  const look = {};
  current.set(id, look);
  await runTask(
    'readiness.check',
    { serverId: id },
    {
      label: message('readiness.work'),
      serverName: name,
      endText: (chain) => (chain ? answerOf(chain) : message('readiness.notChecked')),
      endedBadly: ({ can }) => can === 'no',
    },
    (task) => {
      if (current.get(id) === look) useReadiness.setState(({ chains }) => ({ chains: { ...chains, [id]: task } }));
    },
  );
}

/** What it rests on has changed: the overview looks again, at once where it is shown. */
export function forgetReadiness(serverId: ServerId): void {
  current.delete(serverId);
  useReadiness.setState(({ chains: { [serverId]: _, ...chains } }) => ({ chains }));
}
serverRemoved.on(forgetReadiness);
