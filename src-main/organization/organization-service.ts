import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../src-shared/failure';
import type { OrganizationView, StoredPassword, UpdateOutcome, Watched } from '../../src-shared/model/organization';
import type { SecretChange, ServerId } from '../../src-shared/model/server';
import { connectSteps, reachSteps, updateSteps } from '../../src-shared/model/work';
import { AppError } from '../app-error';
import { type NewPassword, planChanges } from '../gluu/change-plan';
import { requireSupported } from '../gluu/discover';
import { readSnapshot, type Snapshot } from '../gluu/snapshot';
import { encrypt } from '../gluu/string-encrypter';
import type { BeforeImages } from '../history/before-images';
import type { History } from '../history/history-log';
import { type Handlers, unwatchedWork, type Work } from '../ipc/work';
import { hideFromLog } from '../redact';
import { type HeldSalt, heldSalt, usableSalt } from '../servers/known-salt';
import type { KnownServers } from '../servers/known-servers';
import type { Reach, Reached } from '../servers/reach';
import { mayWrite } from '../servers/rights';
import { changedSince } from './changed-since';
import { type HoldWatch, refreshReverts } from './hold-watch';
import { viewOf } from './organization-view';
import { planWarnings } from './plan-warnings';
import type { UpdatePlan, UpdatePlans } from './plans';
import { encryptedNote, passwordsIn, requireToldSalt, unprovedWarnings } from './salt-guard';
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
  async function show(serverId: ServerId, snapshot: Snapshot, notWritable?: string): Promise<OrganizationView> {
    const held = await heldSalt(servers, serverId, snapshot.tree.saltEvidence);
    return viewOf(serverId, snapshots.keep(serverId, snapshot), snapshot, held, notWritable);
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
      const held =
        changes.smtpPassword.kind === 'replace'
          ? await usableSalt(servers, serverId, snapshot.tree.saltEvidence, NOT_ENCRYPTED)
          : undefined;
      const { rows, entries } = planChanges(snapshot, changes, newPassword(changes.smtpPassword, held));
      const typeName = profile.environment === 'production';
      const { name: serverName } = profile;
      const salt = held && { salt: held.proof };
      const planId = plans.keep(serverId, { serverId, serverName, typeName, entries, loaded: snapshot, ...salt });
      return {
        planId,
        serverName,
        environment: profile.environment,
        host: profile.host,
        rows,
        typeName,
        guard: snapshot.tree.guard.assertion ? 'assertion' : 'weaker',
        warnings: [...planWarnings(snapshot, changes), ...(held ? unprovedWarnings(held.proof) : [])],
      };
    },

    async 'organization.update'({ planId, typedName, reason }, work) {
      const plan = plans.get(planId);
      if (servers.get(plan.serverId).readOnly) throw new AppError('server.readOnly');
      if (plan.typeName && typedName !== plan.serverName) {
        throw new AppError('gluu.nameNotTyped', { facts: { name: plan.serverName } });
      }
      plans.take(planId);
      const { entries, loaded, rollbackOf } = plan;
      const writesPassword = passwordsIn(entries).length > 0;
      work.plan([...reachSteps, ...(writesPassword ? [SALT_STEP] : []), ...updateSteps]);
      const ended = await reach(plan.serverId, work, async (reached) => {
        if (writesPassword) {
          await work.step(SALT_STEP, async (note) => note(await requireToldSalt(reached, plan, servers)));
        }
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

const SALT_STEP = 'Salt';
const NOT_ENCRYPTED = { smtpPassword: 'The new password was not encrypted.' };

/** As `planChanges` takes it. Throws AppError `input.invalid` for a blank one, `gluu.noSalt` for a salt that is too short. */
function newPassword(change: SecretChange, held: HeldSalt | undefined): NewPassword | null | undefined {
  if (change.kind === 'clear') return null;
  if (change.kind === 'keep' || !held) return undefined;
  hideFromLog(change.value);
  return { ciphertext: encrypt(change.value, held.salt), note: encryptedNote(held.proof) };
}

const UNRECORDED =
  'The history file could not be written: the history shows this write as open until the server is loaded again.';

const failureOf = ({ code, about }: AppError): Failure => ({ code, ...about });

/** What a user should know after a save. */
const savedNotes = (view: OrganizationView | undefined): string[] => (view ? (passwordNotes[view.password] ?? []) : []);

const passwordNotes: Partial<Record<StoredPassword, string[]>> = {
  doesNotDecrypt: ['The stored SMTP password does not decrypt with this server’s salt.'],
  doesNotDecryptUnproved: [
    'The stored SMTP password does not decrypt with the salt kept here, which cannot be proved to be this server’s.',
  ],
  decryptsUnproved: [
    'Whether Gluu can decrypt the stored SMTP password is not known: the salt kept here cannot be proved to be this server’s.',
  ],
};
