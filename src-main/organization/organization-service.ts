import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../src-shared/failure';
import type { OrganizationView, UpdateOutcome, Watched } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { connectSteps, reachSteps, updateSteps } from '../../src-shared/model/work';
import { AppError } from '../app-error';
import { planChanges } from '../gluu/change-plan';
import { requireSupported } from '../gluu/discover';
import { readSnapshot, type Snapshot } from '../gluu/snapshot';
import { encrypt } from '../gluu/string-encrypter';
import type { BeforeImages } from '../history/before-images';
import type { History } from '../history/history-log';
import { type Handlers, unwatchedWork, type Work } from '../ipc/work';
import { hideFromLog } from '../redact';
import { knownSalt } from '../servers/known-salt';
import type { KnownServers } from '../servers/known-servers';
import type { Reach, Reached } from '../servers/reach';
import { mayWrite } from '../servers/rights';
import { changedSince } from './changed-since';
import { type HoldWatch, refreshReverts } from './hold-watch';
import { viewOf } from './organization-view';
import { planWarnings } from './plan-warnings';
import type { UpdatePlan, UpdatePlans } from './plans';
import type { Settle } from './settle';
import type { Snapshots } from './snapshots';
import { fieldsIn, type WriteEnd, writeAll } from './update';

interface Needs {
  servers: KnownServers;
  reach: Reach;
  history: History;
  beforeImages: BeforeImages;
  snapshots: Snapshots;
  plans: UpdatePlans;
  settle: Settle;
  holdWatch: HoldWatch;
}
type OrganizationCalls = Pick<Handlers, Extract<keyof Handlers, `organization.${string}`>>;

/** How long after a write of open end it is read again, in ms. After that the settling goes on in the background. */
const VERIFY_PAUSES = [300, 1500, 4000];

/** The calls of Organization Configuration: load, plan, update. */
export function organizationService({
  servers,
  reach,
  history,
  beforeImages,
  snapshots,
  plans,
  settle,
  holdWatch,
}: Needs): OrganizationCalls {
  const saltOf = (serverId: ServerId) => knownSalt(servers, serverId);

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

    'organization.changed': ({ serverId, snapshotId }, work) => {
      const loaded = snapshots.get(snapshotId, serverId);
      return reach(serverId, work, (reached) => changedSince(loaded, reached));
    },

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
      const planId = plans.keep(serverId, { serverId, serverName: profile.name, typeName, entries, loaded: snapshot });
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
        const { entries, loaded, rollbackOf } = plan;
        const end = await writeAll(reached, { entries, reason, loaded, rollbackOf }, { history, beforeImages }, work);
        return { end, snapshot: await readAgain(reached, end) };
      });
      return outcome(plan, ended.end, ended.snapshot, work);
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
    plan: UpdatePlan,
    end: WriteEnd,
    snapshot: Snapshot | undefined,
    work: Work,
  ): Promise<UpdateOutcome> {
    const { serverId } = plan;
    if (end.kind === 'unknown') return verify(plan, end.historyId, failureOf(end.why), work);
    const view = snapshot ? await show(serverId, snapshot) : undefined;
    switch (end.kind) {
      case 'saved':
        return {
          kind: 'saved',
          check: end.check,
          view: view ?? (await load(serverId, unwatchedWork())),
          notes: [...savedNotes(view), ...(end.unrecorded ? [UNRECORDED] : [])],
          ...watched(plan.serverId, end.historyId, view),
        };
      case 'conflict':
        return { kind: 'conflict', rows: end.rows, view: view ?? (await load(serverId, unwatchedWork())) };
      case 'notSaved':
        return { kind: 'notSaved', failure: failureOf(end.why), saved: end.saved, ...(view ? { view } : {}) };
    }
  }

  function watched(serverId: ServerId, historyId: string, view: OrganizationView | undefined): { watched?: Watched } {
    if (!view || !refreshReverts(view.version)) return {};
    return { watched: { historyId, until: holdWatch.begin(serverId, historyId) } };
  }

  /** Reads a server again until it is known how a write ended, a few times now and then in the background. */
  async function verify(plan: UpdatePlan, historyId: string, failure: Failure, work: Work): Promise<UpdateOutcome> {
    const { serverId } = plan;
    const verdict = await work.step('Verify', async (note) => {
      note('the answer was lost; the server is read again');
      for (const [index, wait] of VERIFY_PAUSES.entries()) {
        await pause(wait);
        // A server that was too slow to answer may be about to write.
        const mayStillCome = failure.code === 'ldap.noReply' && index < VERIFY_PAUSES.length - 1;
        const found = await settle.byReading(serverId, historyId, mayStillCome);
        if (found.kind !== 'unreachable' && found.kind !== 'notYet') return found;
      }
      note('not reached; goes on in the background', true);
      return undefined;
    });
    switch (verdict?.kind) {
      case 'saved': {
        const view = await show(serverId, verdict.snapshot);
        const notes = ['Confirmed by reading the server again.', ...savedNotes(view)];
        return { kind: 'saved', check: verdict.check, view, notes, ...watched(serverId, historyId, view) };
      }
      case 'notSaved':
        return { kind: 'notSaved', failure, saved: [], view: await show(serverId, verdict.snapshot) };
      case 'partly': {
        const saved = plan.entries.filter(({ dn }) => verdict.savedDns.includes(dn)).flatMap(fieldsIn);
        return { kind: 'notSaved', failure, saved, view: await show(serverId, verdict.snapshot) };
      }
      default:
        settle.inBackground(serverId, historyId);
        return { kind: 'unknown', failure, historyId };
    }
  }
}

const UNRECORDED =
  'The history file could not be written: the history shows this write as open until the server is loaded again.';

const failureOf = ({ code, about }: AppError): Failure => ({ code, ...about });

/** What a user should know after a save. */
function savedNotes(view: OrganizationView | undefined): string[] {
  if (!view) return [];
  return view.password === 'doesNotDecrypt'
    ? ['The stored SMTP password does not decrypt with this server’s salt.']
    : [];
}
