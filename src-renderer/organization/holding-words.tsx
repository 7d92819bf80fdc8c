import type { Held, Holding } from './organization-store';

/** What is known of a saved change over the server's own refresh; nothing where that puts nothing back. */
export function HoldingWords({ watched, held }: Holding) {
  return watched ? <p>{words(held)}</p> : null;
}

/** Up to 3.1.2 Gluu writes back a whole copy of the entry once a minute, with what it read some seconds before. */
function words(held: Held | undefined): string {
  switch (held) {
    case undefined:
      return 'Gluu may overwrite this within a minute; it will be checked again then.';
    case 'held':
      return 'Still there after Gluu’s own refresh.';
    case 'lost':
      return 'After Gluu’s own refresh the server holds other values. Look at them and make the change again.';
    case 'unknown':
      return 'After Gluu’s own refresh the server could not be read. Reload to see whether it is still there.';
  }
}
