import type { AddressSeen, Ending } from '../../src-shared/model/probe';
import { message, verbatim } from '../../src-shared/texts/message';
import { type Connection, thisComputer } from '../net/network';
import { type Address, place } from '../net/tcp';
import type { ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import { endingOf, StageEnd } from './stage-end';

/** A large provider gives some ten addresses; more would only be a burden on the other side. */
const MAX_ADDRESSES = 8;
const OTHERS_MS = 2000;

/**
 * Looks the name up and connects to all its addresses at once, since one may work where another does not. Gives the
 * connection to the first in the system's order that works, and closes the others. Throws StageEnd.
 */
export async function connectAll(run: ProbeRun, request: ProbeRequest): Promise<Connection> {
  const { network = thisComputer, host, port } = request;
  const addresses = await run.stage('Name', async ({ note }) => {
    const found = await network.lookUp(host, run.signal, run.limits.connectMs);
    note(verbatim(found.map(({ address }) => address).join(', ')));
    return found.slice(0, MAX_ADDRESSES);
  });
  return run.stage('Connect', async ({ note }) => {
    const tried = await tryAll(run, request, addresses);
    run.seen.addresses = tried.map(({ seen }) => seen);
    const [first, ...others] = tried.flatMap(({ socket }) => socket ?? []);
    for (const other of others) other.destroy();
    if (!first) throw new StageEnd(worst(tried.map(({ seen }) => seen)), 'Connect');
    run.signal.addEventListener('abort', () => first.destroy(), { once: true });
    const address = tried.find(({ socket }) => socket === first)?.seen.address ?? host;
    run.seen.address = address;
    if (first.localAddress !== undefined) run.seen.localAddress = first.localAddress;
    const failed = tried.filter(({ socket }) => !socket).map(({ seen }) => seen.address);
    const to = place({ host: address, port });
    if (failed.length > 0)
      note(message('mail.note.notAll', { place: to, failed: { list: failed, as: 'plain' } }), true);
    else note(verbatim(to));
    return first;
  });
}

interface Tried {
  seen: AddressSeen;
  socket?: Connection;
}

/** All addresses at once. Once one of them works, the others get a little time more: they must not hold up the probe. */
async function tryAll(run: ProbeRun, request: ProbeRequest, addresses: readonly Address[]): Promise<Tried[]> {
  const enough = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tries = addresses.map(async (address) => {
    const tried = await tryAddress(run, request, address, enough.signal);
    if (tried.socket) timer ??= setTimeout(() => enough.abort(), OTHERS_MS);
    return tried;
  });
  try {
    return await Promise.all(tries);
  } finally {
    clearTimeout(timer);
  }
}

async function tryAddress(
  run: ProbeRun,
  { network = thisComputer, host, port }: ProbeRequest,
  { address, family }: Address,
  enough: AbortSignal,
): Promise<Tried> {
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  const signal = AbortSignal.any([run.signal, enough]);
  try {
    const { socket } = await network.connect([{ address, family }], { host, port }, signal, run.limits.connectMs);
    return { seen: { address, family, ms: ms() }, socket };
  } catch (error) {
    const isEnough = enough.aborted && !run.signal.aborted;
    const ending: Ending = isEnough
      ? { kind: 'late', limitMs: ms(), whole: false }
      : endingOf(error, run.limits.connectMs);
    return { seen: { address, family, ms: ms(), ending } };
  }
}

/** Of several addresses that all failed, the ending that says most: an answer more than silence, silence more than no way. */
function worst(addresses: readonly AddressSeen[]): Ending {
  const endings = addresses.flatMap(({ ending }) => ending ?? []);
  const answered = endings.find((ending) => ending.kind === 'error' && /^(ECONNREFUSED|ECONNRESET)$/.test(ending.code));
  const found = answered ?? endings.find(({ kind }) => kind === 'late') ?? endings[0];
  return found ?? { kind: 'error', code: 'ENOTFOUND' };
}
