import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tuning } from '../../src-main/console/tuning';
import type { Work } from '../../src-main/work/work';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ChangePlan, OrganizationView, RollbackOutcome, UpdateOutcome } from '../../src-shared/model/organization';
import {
  isProduction,
  type LdapMode,
  type ServerDraft,
  type ServerId,
  type ServerProfile,
} from '../../src-shared/model/server';
import { changesOf, type TestChanges } from './changes';
import { say } from './english';
import { keepSecret, keepServer } from './kept-server';
import { serverDraft } from './server-draft';
import { makeTemporaryFolder } from './temporary-folder';
import { startTestConsole, type TestConsole, type TestConsoleOptions, watchedWork } from './test-console';

export interface KeptServer {
  host?: string;
  port: number;
  mode: LdapMode;
  bindDn: string;
  /** Null: the keychain holds none. */
  password: string | null;
  salt?: string | null;
  /** The SHA-256 of the certificate that it is trusted by. */
  pin?: string | undefined;
  profile?: Partial<ServerDraft> | undefined;
}

/** A console with one server in its list, and the calls about that server. */
export interface ServerConsole extends TestConsole {
  serverId: ServerId;
  profile(): Promise<ServerProfile>;
  /** Keeps another salt for the server, as a console that did not prove it; undefined: none. */
  enterSalt(salt: string | undefined): Promise<void>;
  /** The lines of the history file. */
  historyText(): string;
  trust(sha256: string, typedName?: string): Promise<void>;
  check(): Promise<ServerFacts>;
  load(work?: Work): Promise<OrganizationView>;
  /** Plans upon a view; by default upon a fresh one. */
  plan(changes: TestChanges, view?: OrganizationView): Promise<ChangePlan>;
  update(plan: ChangePlan, options?: { work?: Work; typedName?: string; reason?: string }): Promise<UpdateOutcome>;
  /** Plans, and updates at once. */
  save(
    changes: TestChanges,
    options?: { view?: OrganizationView; work?: Work; reason?: string },
  ): Promise<UpdateOutcome>;
  /** Plans the rollback of a write; by default of the last. */
  rollback(historyId?: string): Promise<RollbackOutcome>;
  /** Rolls a write back, by default the last, with the reason that is offered. */
  rollBack(historyId?: string): Promise<UpdateOutcome>;
  /** Settles a write by reading the server, and gives how it ended. */
  verify(historyId: string): Promise<HistoryEntry['outcome'] | undefined>;
  /** Ends this console, lets something happen, and starts the next run on its files. */
  again(meanwhile?: () => unknown, tuning?: Tuning): Promise<ServerConsole>;
}

/** Starts a console that knows one server from an earlier run; production may be written to unless its profile is read-only. */
export async function startServerConsole(
  { host = '127.0.0.1', port, mode, bindDn, password, salt, pin, profile: about }: KeptServer,
  options: TestConsoleOptions,
): Promise<ServerConsole> {
  const { folder = makeTemporaryFolder('console'), keychain = new Map<string, string>() } = options;
  mkdirSync(folder, { recursive: true });
  const usual = { name: 'Test server', environment: 'test', readOnly: false } as const;
  const draft = serverDraft({ ...usual, host, port, mode, bindDn, ...about });
  const kept = { pin, bindPassword: password ?? undefined, salt: salt ?? undefined };
  const profile = await keepServer({ folder, keychain }, draft, kept);
  // Nobody looks again by himself unless a test says so: its connections are those of its calls.
  const tuning = { holdWaits: { refreshMs: 3_600_000, againMs: 100 }, ...options.tuning };
  const console = await startOn(profile, { ...options, folder, keychain, tuning });
  if (isProduction(draft) && !draft.readOnly)
    await console.must('server.setReadOnly', { serverId: console.serverId, readOnly: false });
  return console;
}

async function startOn(profile: ServerProfile, options: TestConsoleOptions): Promise<ServerConsole> {
  const console = await startTestConsole(options);
  const { calls, keychain, history, folder } = console;
  const { id: serverId } = profile;

  const load = (work = watchedWork()) => calls['organization.load']({ serverId }, work);
  const plan: ServerConsole['plan'] = async (changes, view) => {
    const { snapshotId } = view ?? (await load());
    return calls['organization.plan']({ serverId, snapshotId, changes: changesOf(changes) }, watchedWork());
  };
  const update: ServerConsole['update'] = ({ planId }, { work = watchedWork(), typedName, reason } = {}) =>
    calls['organization.update']({ planId, typedName, reason }, work);
  const rollback: ServerConsole['rollback'] = (historyId = history.list()[0]?.id ?? '') =>
    calls['history.rollback']({ serverId, historyId }, watchedWork());

  return {
    ...console,
    serverId,
    async profile() {
      const found = (await console.must('server.list')).find(({ id }) => id === serverId);
      if (!found) throw new Error('the server is gone');
      return found;
    },
    enterSalt: (salt) => keepSecret(keychain, profile, 'salt', salt),
    historyText: () => readFileSync(path.join(folder, 'history.jsonl'), 'utf8'),
    trust: async (sha256, typedName) => {
      await calls['server.trust']({ serverId, sha256, typedName }, watchedWork());
    },
    check: () => calls['server.check']({ serverId }, watchedWork()),
    load,
    plan,
    update,
    save: async (changes, { view, ...rest } = {}) => update(await plan(changes, view), rest),
    rollback,
    rollBack: async (historyId) => {
      const found = await rollback(historyId);
      if (found.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(found)}`);
      return update(found.plan, { reason: say(found.reason) });
    },
    async again(meanwhile, tuning = options.tuning) {
      await console.close();
      await meanwhile?.();
      return startOn(profile, { ...options, ...(tuning ? { tuning } : {}) });
    },
    verify: async (historyId) => (await calls['history.verify']({ serverId, historyId }, watchedWork())).outcome,
  };
}
