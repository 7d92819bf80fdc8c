import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { cut, type Sends } from './mutators';
import type { Random } from './random';

/** So many turns of the event loop without a word from the client: it will say no more. Turns, unlike time, repeat. */
const QUIET_TURNS = 12;

export interface ReplayOptions {
  /** The first piece goes out before the client says anything. */
  speaksFirst: boolean;
  /** How often the client has to be silent before the next piece comes all the same. */
  quietTurns?: number;
  /** Puts in what only the client's last words tell, e.g. the tag that an answer has to repeat. */
  worded?(text: string): string;
}

/**
 * Plays a server over its end of a connection: each time the client says something, or has nothing more to say, the next
 * piece goes out, cut as the network may cut it. Behind the last one the connection is ended or broken, or it stays open
 * until the client ends it. Resolves when the connection is closed.
 */
export async function replay(
  socket: Duplex,
  sends: Sends,
  random: Random,
  { speaksFirst, quietTurns = QUIET_TURNS, worded }: ReplayOptions,
): Promise<void> {
  let heard = speaksFirst ? 1 : 0;
  let quiet = 0;
  socket.on('data', () => {
    heard += 1;
    quiet = 0;
  });
  socket.on('error', () => {}); // a client that breaks off has made up its mind
  socket.once('end', () => socket.end());
  const untilAsked = async (times: number) => {
    for (quiet = 0; heard === 0 && quiet < times && !socket.destroyed; quiet += 1) await turn();
    heard = 0;
  };
  for (const bytes of sends) {
    await untilAsked(quietTurns);
    const said = worded ? Buffer.from(worded(Buffer.from(bytes).toString('latin1')), 'latin1') : bytes;
    for (const piece of cut(said, random)) {
      if (!socket.writable) break;
      socket.write(piece);
      if (random.chance(0.5)) await turn();
    }
  }
  await untilAsked(quietTurns);
  if (random.chance(0.3)) socket.destroy();
  else socket.end();
  for (quiet = 0; !socket.destroyed && quiet < quietTurns; quiet += 1) await turn();
  socket.destroy();
}
