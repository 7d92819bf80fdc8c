import { type ServedChange, whyNotServed } from '../../src-shared/gluu/pages/served-versions';
import type { ServerSummary } from '../../src-shared/model/server';
import { useChecks } from '../state/check-store';
import { useSay } from '../ui/texts-store';
import { READ_ONLY } from './writing';

/** Why this change is not made on a server: as `useWhyNotWritable`, or its version is not served for it. */
export function useWhyNotChanged(
  server: Pick<ServerSummary, 'id' | 'readOnly'>,
  change: ServedChange,
): string | undefined {
  const notWritable = useWhyNotWritable(server);
  const check = useChecks(({ checks }) => checks[server.id]);
  const say = useSay();
  const notServed = check?.kind === 'done' ? whyNotServed(check.value.version, change) : undefined;
  return notWritable ?? (notServed && say(notServed));
}

/**
 * Why nothing can be written to a server, as far as its profile and its last check tell; undefined where nothing is known to
 * stand in the way.
 */
export function useWhyNotWritable({ id, readOnly }: Pick<ServerSummary, 'id' | 'readOnly'>): string | undefined {
  const say = useSay();
  const check = useChecks(({ checks }) => checks[id]);
  if (readOnly) return say(READ_ONLY);
  return check?.kind === 'done' && check.value.rights === 'none' ? say('servers.noWriteAccess') : undefined;
}
