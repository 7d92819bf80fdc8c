import type { ServerFacts } from '../../src-shared/model/gluu';
import { type Message, message } from '../../src-shared/texts/message';
import { isCancelled, type Task } from '../state/task';

/**
 * Why what reads from a server cannot be shown, as far as its last check tells; undefined where nothing is known to stand in the
 * way. The check's own last stage is for the check alone.
 */
export function whyNotReached(check: Task<ServerFacts> | undefined): Message | undefined {
  if (check?.kind !== 'failed' || isCancelled(check) || check.failure.stage === 'Rights') return undefined;
  const { code, facts } = check.failure;
  return code === 'gluu.notSupported'
    ? message('servers.notSupported', { version: facts?.version ?? '' })
    : message('servers.notReached');
}
