import * as z from '../../src-shared/base/zod';
import type { CallName } from '../../src-shared/contract/contract';
import type { PlanRow } from '../../src-shared/model/organization';
import { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { changeLines } from '../guard/box-text';
import type { CoreHandlers } from '../work/work';

const MAX_KEPT = 50;
const OnServer = z.object({ serverId: ServerId });
const ChangeList = z.object({
  planId: z.string(),
  rows: z.array(z.custom<PlanRow>((row) => typeof row === 'object' && row !== null && 'label' in row)),
});

/** As a rollback answers. */
const WithChangeList = z.object({ plan: ChangeList });

interface KeptList {
  serverId: ServerId;
  /** What the plan would be called in a question. */
  action: 'Update' | 'Rollback';
  lines: string[];
}

/**
 * Keeps every change list that leaves the core under its plan's id, whichever call made it, so that what the user confirms is
 * what the window was shown. The oldest go when 50 are kept. `linesOf` throws AppError `gluu.snapshotGone`.
 */
export function keptChangeLists(handlers: CoreHandlers): { calls: CoreHandlers; linesOf(planId: string): KeptList } {
  const kept = new Map<string, KeptList>();

  function keep(input: unknown, answer: unknown): void {
    const on = OnServer.safeParse(input);
    const update = ChangeList.safeParse(answer);
    const rollback = WithChangeList.safeParse(answer);
    const list = update.data ?? rollback.data?.plan;
    if (!on.success || !list) return;
    const action = update.success ? 'Update' : 'Rollback';
    kept.set(list.planId, { serverId: on.data.serverId, action, lines: list.rows.flatMap(linesOf) });
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
  }

  const keeping = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (input: unknown, work: never) => {
      const answer: unknown = await (handle as (input: unknown, work: never) => Promise<unknown>)(input, work);
      keep(input, answer);
      return answer;
    },
  ]) as [CallName, unknown][];
  return {
    calls: Object.fromEntries(keeping) as unknown as CoreHandlers,
    linesOf(planId) {
      const found = kept.get(planId);
      if (!found) throw new AppError('gluu.snapshotGone');
      return found;
    },
  };
}

const linesOf = ({ label, before, after }: PlanRow): string[] => changeLines(label, before, after);
