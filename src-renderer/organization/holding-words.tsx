import { useSay } from '../ui/texts-store';
import type { Holding } from './organization-store';

/**
 * What is known of a saved change over the server's own refresh; nothing where that puts nothing back. Up to 3.1.2 Gluu writes
 * back a whole copy of the entry once a minute, with what it read some seconds before.
 */
export function HoldingWords({ watched, held }: Holding) {
  const say = useSay();
  return watched ? <p>{say(`organization.holding.${held ?? 'waiting'}`)}</p> : null;
}
