import type { ServerFacts } from '../../src-shared/model/gluu';
import { isCancelled, type Task } from '../state/task';

/**
 * Why what reads from a server cannot be shown, as far as its last check tells; undefined where nothing is known to stand in the
 * way. The check's own last stage is for the check alone.
 */
export function whyNotReached(check: Task<ServerFacts> | undefined): string | undefined {
  if (check?.kind !== 'failed' || isCancelled(check) || check.failure.stage === 'Rights') return undefined;
  const { code, facts } = check.failure;
  return code === 'gluu.notSupported'
    ? `Gluu ${facts?.version ?? ''} is not supported.`
    : 'Not reached. Check again first.';
}
