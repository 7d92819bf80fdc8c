import type { Changes, FieldId, OrganizationView } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { connectSteps, reachSteps, updateSteps } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError, unlessBug } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { type NewSecret, type NewSecrets, planChanges } from '../gluu-ldap/change-plan';
import { requireServed } from '../gluu-ldap/discover';
import type { EntryChange } from '../gluu-ldap/entry-change';
import { checkBy } from '../gluu-ldap/guarded-write';
import { type EntryImages, fieldsOf, readEach, readSnapshot, type Snapshot } from '../gluu-ldap/snapshot';
import { encrypt } from '../gluu-ldap/string-encrypter';
import { requireWritable, requireWriting, wantsName } from '../guard/require-writing';
import type { BeforeImages } from '../history/before-images';
import type { History } from '../history/history-log';
import { type HeldSalt, type SaltMeanwhile, saltMeanwhile, usableSalt } from '../reach/known-salt';
import type { Reach, Reached, ReadTogether } from '../reach/reach';
import { readAll, readSettings, type SettingsRead } from '../reach/read-settings';
import type { KnownServers } from '../registry/known-servers';
import type { CallsOf, Work } from '../work/work';
import type { Settle } from '../write/settle';
import { changedSince } from './changed-since';
import { createEntryRights } from './entry-rights';
import type { HoldWatch } from './hold-watch';
import { judgeBy } from './organization-settler';
import { viewOf } from './organization-view';
import { planWarnings } from './plan-warnings';
import type { UpdatePlans } from './plans';
import { encryptedNote, requireShownSalt, secretsIn, unprovedWarnings } from './salt-guard';
import type { Snapshots } from './snapshots';
import { type UpdateEnd, writeAll } from './update';
import { outcomeReporter } from './update-outcome';

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
}: Needs): CallsOf<'organization'> {
  const entryRights = createEntryRights();

  async function show(serverId: ServerId, snapshot: Snapshot, more: Shown = {}): Promise<OrganizationView> {
    const { notWritable, heldSalt = saltMeanwhile(servers, serverId).held } = more;
    const held = await heldSalt(snapshot.tree.saltEvidence);
    const fixed = entryRights.fixedOf(serverId);
    return viewOf(serverId, snapshots.keep(serverId, snapshot), snapshot, held, { notWritable, fixed });
  }

  /** `again`: not as the check that was made right before has read it. */
  async function load(serverId: ServerId, work: Work, again = true): Promise<OrganizationView> {
    work.plan(connectSteps);
    const { meanwhile, held } = saltMeanwhile(servers, serverId);
    const take = async ({ tree, profile }: Reached, read: Promise<SettingsRead>) => {
      requireServed(tree.version, 'settings');
      const { snapshot, reason } = await work.step('Rights', async (note) => {
        const { rights, page } = await read;
        const notWritable = entryRights.take(serverId, await rights);
        note(notWritable ?? message('organization.note.mayWrite'), notWritable !== undefined);
        return { snapshot: { tree, ...(await page) }, reason: notWritable };
      });
      await settle.openBy(profile, 'organization', judgeBy(snapshot));
      return show(serverId, snapshot, { notWritable: reason, heldSalt: held });
    };
    return reach(serverId, work, take, { read: readSettings, meanwhile, ...(again ? {} : { handOn: 'take' }) });
  }

  const outcome = outcomeReporter({ settle, holdWatch, show, load });

  return {
    'organization.load': ({ serverId, again = false }, work) => load(serverId, work, again),

    'organization.changed': ({ serverId, snapshotId }, work) => {
      const loaded = snapshots.get(snapshotId, serverId);
      return reach(serverId, work, async (_reached, now) => changedSince(loaded, await now), {
        read: readAll,
      });
    },

    async 'organization.plan'({ serverId, snapshotId, changes: sent }) {
      const changes: Changes = sent;
      const profile = servers.get(serverId);
      const snapshot = snapshots.get(snapshotId, serverId);
      requireWritable(profile);
      const replaced = fieldsOf(snapshot).filter(
        ({ id, control }) => control === 'secret' && changes.secrets[id]?.kind === 'replace',
      );
      const notEncrypted = Object.fromEntries(replaced.map(({ id }) => [id, message('plan.notEncrypted')]));
      const held =
        replaced.length > 0 ? await usableSalt(servers, serverId, snapshot.tree.saltEvidence, notEncrypted) : undefined;
      const { rows, entries } = planChanges(snapshot, changes, newSecrets(changes, held));
      const typeName = wantsName(profile);
      const { name: serverName } = profile;
      const salt = held && { salt: held.proof };
      const kept = { serverId, rows, entries, loaded: snapshot, ...salt };
      const planId = plans.keep(serverId, { action: 'Update', ...kept });
      return {
        planId,
        serverName,
        environment: profile.environment,
        host: profile.host,
        rows,
        typeName,
        guard: checkBy(snapshot.tree.guard),
        warnings: [...planWarnings(snapshot, changes), ...(held ? unprovedWarnings(held.proof, replaced) : [])],
      };
    },

    async 'organization.update'({ planId, typedName, reason }, work) {
      const plan = plans.get(planId);
      requireWriting(servers.get(plan.serverId), typedName);
      plans.take(planId);
      const { entries, loaded, rollbackOf } = plan;
      const writesSecret = secretsIn(entries).length > 0;
      work.plan([...reachSteps, ...(writesSecret ? [SALT_STEP] : []), ...updateSteps]);
      const write = async (reached: Reached, now: Promise<EntryImages>) => {
        requireServed(reached.tree.version, rollbackOf ? 'rollback' : 'settings');
        requireSamePage(loaded, reached);
        if (writesSecret) {
          await work.step(SALT_STEP, async (note) => note(await requireShownSalt(reached, plan, servers)));
        }
        const update = { entries, reason, loaded, rollbackOf, now };
        const { end, snapshot } = await writeAll(reached, update, { history, beforeImages }, work);
        return { end, snapshot: await (snapshot ?? readAgain(reached, end)) };
      };
      const ended = await reach(plan.serverId, work, write, { read: readEntriesOf(entries) });
      return outcome(plan, ended.end, ended.snapshot, work);
    },
  };
}

interface Shown {
  notWritable?: Message | undefined;
  heldSalt?: SaltMeanwhile['held'];
}

const SALT_STEP = 'Salt';

/**
 * Another version may have taken the place of the one that was read, and what was planned for one page means nothing on another.
 * Throws AppError `gluu.snapshotGone`.
 */
function requireSamePage(loaded: Snapshot, { tree }: Pick<Reached, 'tree'>): void {
  if (tree.page !== loaded.tree.page) throw new AppError('gluu.snapshotGone');
}

/** Reads the entries that are to be changed. */
function readEntriesOf(changes: readonly EntryChange[]): ReadTogether<EntryImages> {
  const ids = changes.map(({ entry }) => entry);
  return (session, where) => readEach(session, where, ids);
}

/** As `planChanges` takes them. Throws AppError `input.invalid` for a blank one, `gluu.noSalt` for a salt that is too short. */
function newSecrets({ secrets }: Changes, held: HeldSalt | undefined): NewSecrets {
  const changed = new Map<FieldId, NewSecret | null>();
  for (const [id, change] of Object.entries(secrets)) {
    if (change?.kind === 'clear') changed.set(id, null);
    if (change?.kind !== 'replace' || !held) continue;
    hideFromLog(change.value);
    changed.set(id, { ciphertext: encrypt(change.value, held.salt), note: encryptedNote(held.proof) });
  }
  return changed;
}

/** What the server holds after the attempt; undefined if it can no longer be asked on this connection. */
async function readAgain({ session, tree }: Reached, end: UpdateEnd): Promise<Snapshot | undefined> {
  if (end.kind === 'unknown') return undefined;
  return readSnapshot(session, tree).catch(unlessBug);
}
