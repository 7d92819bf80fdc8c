import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connect } from '../../../src-main/ldap/connect';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { unwatchedWork } from '../../../src-main/work/work';
import { asProgram } from '../../support/as-program';
import type { HelperFiles } from '../../support/helper-files';
import { keepServer } from '../../support/kept-server';
import { serverDraft } from '../../support/server-draft';
import { makeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole } from '../../support/test-console';

/** What is done again and again, how often before the first look and how often before the second. */
export interface Cycles {
  what: 'sessions' | 'mails' | 'polls';
  warmUp: number;
  counted: number;
  atOnce: number;
  /** The most that it may hold after a round, as a multiple of what it held before. */
  growth: number;
  ldap: { port: number; ldapsPort: number; bindDn: string; password: string; pin: string };
  helpers: HelperFiles;
  smtp: { port: number; userName: string; password: string; pin: string };
}

/** What the process holds while nothing goes on. */
export interface Held {
  files: number;
  /** Resident, and in use by JavaScript. */
  memoryMb: number;
  heapMb: number;
  /** Listeners of the process itself, and whatever keeps its event loop alive. */
  listeners: number;
}

type Cycle = (index: number) => Promise<unknown>;

const PROFILES = 100;
const kinds = ['files', 'listeners', 'heapMb', 'memoryMb'] as const;
/** What is left behind is left behind in each round; what the process took once, however late, is not. */
const ROUNDS = 3;

/** Logs in and closes, over LDAPS and over StartTLS by turns. */
const sessions =
  ({ ldap }: Cycles): Cycle =>
  async (index) => {
    const mode = index % 2 === 0 ? 'ldaps' : 'startTls';
    const port = mode === 'ldaps' ? ldap.ldapsPort : ldap.port;
    const target = { host: '127.0.0.1', port, mode, bindDn: ldap.bindDn, pin: ldap.pin } as const;
    const { session } = await connect(target, async () => ldap.password, unwatchedWork());
    await session.close();
  };

/** Sends oxTrust's test message, every fourth time over STARTTLS: with all the TLS versions tried, that is ten times the work. */
const mails =
  ({ smtp: { port, pin, ...login } }: Cycles): Cycle =>
  async (index) => {
    const way = index % 4 === 0 ? ({ security: 'startTls', pin } as const) : ({ security: 'none' } as const);
    const who = { fromName: 'Gluu Meadow', from: 'gluu@example.org', to: 'grace@example.org' };
    const settings = { host: '127.0.0.1', port, login, clearTextConsent: true, ...way, ...who };
    const { delivery } = await testMailServer(settings, 'send', unwatchedWork());
    if (!delivery) throw new Error('the message was not delivered');
  };

async function polls({ ldap, helpers }: Cycles): Promise<Cycle> {
  const { ldapsPort: port, bindDn, password, pin } = ldap;
  const kept = { folder: makeTemporaryFolder('cycles'), keychain: new Map<string, string>() };
  const ids: string[] = [];
  for (let number = 1; number <= PROFILES; number += 1) {
    const draft = serverDraft({ name: `Server ${number}`, host: '127.0.0.1', port, bindDn });
    ids.push((await keepServer(kept, draft, { pin, bindPassword: password })).id);
  }
  const console = await startTestConsole({ ...kept, helpers });
  return (index) => console.must('server.check', { serverId: ids[index % PROFILES] });
}

/** Does it that often, so many at once. */
async function repeat(times: number, atOnce: number, cycle: Cycle): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let index = next++; index < times; index = next++) await cycle(index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function held(): Promise<Held> {
  // Sockets close, and timers that were ended go, in turns of their own.
  for (let turn = 0; turn < 5; turn += 1) {
    await pause(200);
    collect();
  }
  const { rss, heapUsed } = process.memoryUsage();
  return {
    files: readdirSync('/proc/self/fd').length,
    memoryMb: rss / 1024 / 1024,
    heapMb: heapUsed / 1024 / 1024,
    listeners:
      process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0) +
      process.getActiveResourcesInfo().length,
  };
}

await asProgram(async (cycles: Cycles) => {
  const { what, warmUp, counted, atOnce, growth } = cycles;
  const cycle = await { sessions, mails, polls }[what](cycles);
  await repeat(warmUp, atOnce, cycle);
  let before: Held;
  let after = await held();
  let round = 0;
  do {
    before = after;
    await repeat(counted, atOnce, cycle);
    after = await held();
    round += 1;
  } while (round < ROUNDS && kinds.some((kind) => after[kind] > before[kind] * growth));
  return { before, after };
});
