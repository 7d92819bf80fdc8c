import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../src-shared/failure';
import type { OrganizationView, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { connectSteps, reachSteps, updateSteps } from '../../src-shared/model/work';
import { AppError } from '../app-error';
import { type EntryChange, planChanges } from '../gluu/change-plan';
import { requireSupported } from '../gluu/discover';
import { readSnapshot, type Snapshot } from '../gluu/snapshot';
import { encrypt } from '../gluu/string-encrypter';
import { compareVersions } from '../gluu/version-markers';
import type { History } from '../history/history-log';
import { type Handlers, unwatchedWork, type Work } from '../ipc/work';
import { hideFromLog } from '../redact';
import type { KnownServers } from '../servers/known-servers';
import type { Reach, Reached } from '../servers/reach';
import { mayWrite } from '../servers/rights';
import { viewOf } from './organization-view';
import { planWarnings } from './plan-warnings';
import type { Settle } from './settle';
import { Kept, type Snapshots } from './snapshots';
import { type WriteEnd, writeAll } from './update';

interface Needs {
  servers: KnownServers;
  reach: Reach;
  history: History;
  snapshots: Snapshots;
  settle: Settle;
}
interface KeptPlan {
  serverId: ServerId;
  serverName: string;
  typeName: boolean;
  entries: EntryChange[];
}
type OrganizationCalls = Pick<Handlers, Extract<keyof Handlers, `organization.${string}`>>;

/** How long after a write of open end it is read again, in ms. After that the settling goes on in the background. */
const VERIFY_PAUSES = [300, 1500, 4000];

/** The calls of Organization Configuration: load, plan, update. */
export function organizationService({ servers, reach, history, snapshots, settle }: Needs): OrganizationCalls {
  const plans = new Kept<KeptPlan>();

  /** The salt, or undefined if none is known; a locked keychain must not hide everything else. */
  async function saltOf(serverId: ServerId): Promise<string | undefined> {
    try {
      return await servers.secret(serverId, 'salt');
    } catch (error) {
      if (error instanceof AppError && /^(secret|keychain)\./.test(error.code)) return undefined;
      throw error;
    }
  }

  async function show(serverId: ServerId, snapshot: Snapshot, notWritable?: string): Promise<OrganizationView> {
    return viewOf(serverId, snapshots.keep(serverId, snapshot), snapshot, await saltOf(serverId), notWritable);
  }

  async function whyNotWritable({ profile, session, tree }: Reached): Promise<string | undefined> {
    if (profile.readOnly) return 'This server is read-only in this console.';
    const { allowed } = await mayWrite(session, tree.applianceDn);
    return allowed ? undefined : 'This account may read the configuration, not write it.';
  }

  async function load(serverId: ServerId, work: Work): Promise<OrganizationView> {
    work.plan(connectSteps);
    return reach(serverId, work, async (reached) => {
      requireSupported(reached.tree.version);
      const { snapshot, reason } = await work.step('Rights', async (note) => {
        const notWritable = await whyNotWritable(reached);
        note(notWritable ?? 'may change the configuration', notWritable !== undefined);
        return { snapshot: await readSnapshot(reached.session, reached.tree), reason: notWritable };
      });
      await settle.withSnapshot(serverId, snapshot);
      return show(serverId, snapshot, reason);
    });
  }

  async function encryptedPassword(serverId: ServerId, plain: string): Promise<string> {
    hideFromLog(plain);
    const salt = await saltOf(serverId);
    if (salt === undefined) throw new AppError('gluu.noSalt');
    return encrypt(plain, salt);
  }

  return {
    'organization.load': ({ serverId }, work) => load(serverId, work),

    async 'organization.plan'({ serverId, snapshotId, changes }) {
      const profile = servers.get(serverId);
      const snapshot = snapshots.get(snapshotId, serverId);
      if (profile.readOnly) throw new AppError('server.readOnly');
      const { smtpPassword } = changes;
      const password =
        smtpPassword.kind === 'keep'
          ? undefined
          : smtpPassword.kind === 'clear'
            ? null
            : await encryptedPassword(serverId, smtpPassword.value);
      const { rows, entries } = planChanges(snapshot, changes, password);
      const typeName = profile.environment === 'production';
      const planId = plans.keep(serverId, { serverId, serverName: profile.name, typeName, entries });
      return {
        planId,
        serverName: profile.name,
        environment: profile.environment,
        host: profile.host,
        rows,
        typeName,
        guard: snapshot.tree.guard.assertion ? 'assertion' : 'weaker',
        warnings: planWarnings(snapshot, changes),
      };
    },

    async 'organization.update'({ planId, typedName, reason }, work) {
      const plan = plans.get(planId);
      if (servers.get(plan.serverId).readOnly) throw new AppError('server.readOnly');
      if (plan.typeName && typedName !== plan.serverName) {
        throw new AppError('gluu.nameNotTyped', { facts: { name: plan.serverName } });
      }
      plans.take(planId);
      work.plan([...reachSteps, ...updateSteps]);
      const ended = await reach(plan.serverId, work, async (reached) => {
        const end = await writeAll(reached, { entries: plan.entries, reason }, history, work);
        return { end, snapshot: await readAgain(reached, end) };
      });
      return outcome(plan.serverId, ended.end, ended.snapshot, work);
    },
  };

  /** What the server holds after the attempt; undefined if it can no longer be asked on this connection. */
  async function readAgain({ session, tree }: Reached, end: WriteEnd): Promise<Snapshot | undefined> {
    if (end.kind === 'unknown') return undefined;
    return readSnapshot(session, tree).catch((error: unknown) => {
      if (error instanceof AppError) return undefined;
      throw error;
    });
  }

  async function outcome(
    serverId: ServerId,
    end: WriteEnd,
    snapshot: Snapshot | undefined,
    work: Work,
  ): Promise<UpdateOutcome> {
    if (end.kind === 'unknown') return verify(serverId, end.historyId, failureOf(end.why), work);
    const view = snapshot ? await show(serverId, snapshot) : undefined;
    switch (end.kind) {
      case 'saved':
        return {
          kind: 'saved',
          check: end.check,
          view: view ?? (await load(serverId, unwatchedWork())),
          notes: savedNotes(view),
        };
      case 'conflict':
        return { kind: 'conflict', rows: end.rows, view: view ?? (await load(serverId, unwatchedWork())) };
      case 'notSaved':
        return { kind: 'notSaved', failure: failureOf(end.why), saved: end.saved, ...(view ? { view } : {}) };
    }
  }

  /** Reads a server again until it is known how a write ended, a few times now and then in the background. */
  async function verify(serverId: ServerId, historyId: string, failure: Failure, work: Work): Promise<UpdateOutcome> {
    const verdict = await work.step('Verify', async (note) => {
      note('the answer was lost; the server is read again');
      for (const wait of VERIFY_PAUSES) {
        await pause(wait);
        const found = await settle.byReading(serverId, historyId);
        if (found.kind !== 'unreachable') return found;
      }
      note('not reached; goes on in the background', true);
      return undefined;
    });
    switch (verdict?.kind) {
      case 'saved': {
        const view = await show(serverId, verdict.snapshot);
        const notes = ['Confirmed by reading the server again.', ...savedNotes(view)];
        return { kind: 'saved', check: verdict.check, view, notes };
      }
      case 'notSaved':
        return { kind: 'notSaved', failure, saved: [], view: await show(serverId, verdict.snapshot) };
      default:
        settle.inBackground(serverId, historyId);
        return { kind: 'unknown', failure, historyId };
    }
  }
}

const failureOf = ({ code, about }: AppError): Failure => ({ code, ...about });

/** What a user should know after a save on this version (oxTrust StatusCheckerTimer, gluu-facts of 3.1.2 and older). */
function savedNotes(view: OrganizationView | undefined): string[] {
  if (!view) return [];
  const notes: string[] = [];
  if (compareVersions(view.version.least, '3.1.2') <= 0) {
    notes.push('Gluu 3.1.2 refreshes this entry once a minute and may put an old copy back. Check again in a minute.');
  }
  if (view.password === 'doesNotDecrypt')
    notes.push('The stored SMTP password does not decrypt with this server’s salt.');
  return notes;
}
