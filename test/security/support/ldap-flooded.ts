import { type ConnectTarget, connect } from '../../../src-main/ldap/connect';
import { filter } from '../../../src-main/ldap/ldap-session';
import { unwatchedWork } from '../../../src-main/work/work';
import type { Failure } from '../../../src-shared/model/failure';
import { runConnect } from '../../integration/ldap/run-connect';
import { asProgram } from '../../support/as-program';

export interface Flood {
  /** A directory that behaves; one session with it stands all the time. */
  friendly: ConnectTarget & { password: string };
  /** Ports of servers that do not, met one after the other. */
  hostile: number[];
}

/** What one hostile server did to the program that met it. */
export interface Flooded {
  failure?: Failure;
  ms: number;
  /** The longest time the program had no time for anything else, in ms, as far as it was busy itself. */
  stallMs: number;
  /** How much memory grew while it went on, in MB. */
  grownMb: number;
  /** What the session with the friendly directory read afterwards. */
  otherSession: string | undefined;
  runtime: 'Node' | 'Electron';
}

const runtime = process.versions.electron ? 'Electron' : 'Node';
const megabyte = 1024 * 1024;

/** Watches the event loop and the memory until it is stopped. Another program's share of the processor does not count. */
function watch() {
  const before = process.memoryUsage().rss;
  let peak = before;
  let stall = 0;
  let last = { at: performance.now(), busy: process.cpuUsage() };
  const look = () => {
    const at = performance.now();
    const { user, system } = process.cpuUsage(last.busy);
    stall = Math.max(stall, Math.min(at - last.at, (user + system) / 1000));
    last = { at, busy: process.cpuUsage() };
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 5);
  return () => {
    look();
    clearInterval(timer);
    return { stallMs: stall, grownMb: (peak - before) / megabyte };
  };
}

async function meet(port: number, other: Awaited<ReturnType<typeof connect>>['session']): Promise<Flooded> {
  const began = performance.now();
  const stop = watch();
  const { failure } = await runConnect(
    { port },
    { use: (session) => session.children('o=gluu', filter.present('objectClass'), ['uid', 'oxSmtpConfiguration']) },
  );
  const ms = performance.now() - began;
  const cost = stop();
  const entry = await other.read('o=gluu', ['o']);
  return { ...(failure ? { failure } : {}), ms, ...cost, otherSession: entry?.first('o'), runtime };
}

/** Runs as a program of its own, in Node or in Electron: an uncaught error would end it before it tells anything. */
await asProgram(async ({ friendly, hostile }: Flood) => {
  const { session } = await connect(friendly, async () => friendly.password, unwatchedWork());
  // What the first use of anything costs is not what is measured.
  await session.read('o=gluu', ['o']);
  const flooded: Flooded[] = [];
  for (const port of hostile) flooded.push(await meet(port, session));
  await session.close();
  return flooded;
});
