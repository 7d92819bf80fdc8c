import { rollbackOffer } from '../../src-shared/history/rollback-offer';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { FieldId, FieldValue, RollbackOutcome } from '../../src-shared/model/organization';
import { type Message, message } from '../../src-shared/texts/message';
import { requireServed } from '../gluu-ldap/discover';
import type { EntryChange } from '../gluu-ldap/entry-change';
import { decodeField, decodeMember } from '../gluu-ldap/field-codec';
import { checkBy } from '../gluu-ldap/guarded-write';
import type { PageRead } from '../gluu-ldap/snapshot';
import { decrypt } from '../gluu-ldap/string-encrypter';
import { requireWritable, wantsName } from '../guard/require-writing';
import type { BeforeImages } from '../history/before-images';
import type { History } from '../history/history-log';
import { contradicted, type HeldSalt, heldSalt, stateOf } from '../reach/known-salt';
import type { Reach, Reached } from '../reach/reach';
import { readAll } from '../reach/read-settings';
import type { KnownServers } from '../registry/known-servers';
import type { CallsOf } from '../work/work';
import type { Settle } from '../write/settle';
import { judgeBy } from './organization-settler';
import { planWarnings } from './plan-warnings';
import type { UpdatePlans } from './plans';
import { noRollback, planRollback } from './rollback';
import { secretsIn, unprovedWarnings, type WrittenSecret } from './salt-guard';

interface Needs {
  servers: KnownServers;
  reach: Reach;
  history: History;
  beforeImages: BeforeImages;
  plans: UpdatePlans;
  settle: Settle;
}

/**
 * The call that plans a rollback. It reads the server and writes nothing: what it plans is carried out by
 * `organization.update`, with its guards, its read-back and a place of its own in the history.
 */
export function rollbackService({
  servers,
  reach,
  history,
  beforeImages,
  plans,
  settle,
}: Needs): Pick<CallsOf<'history'>, 'history.rollback'> {
  async function find(serverId: HistoryEntry['serverId'], historyId: string): Promise<HistoryEntry> {
    const isSought = (entry: HistoryEntry) => entry.id === historyId && entry.serverId === serverId;
    const known = history.get(historyId) ?? (history.isWhole() ? undefined : (await history.all()).find(isSought));
    if (!known || !isSought(known)) throw noRollback(message('history.noRollback.notKept'));
    return known;
  }

  return {
    async 'history.rollback'({ serverId, historyId }, work): Promise<RollbackOutcome> {
      const profile = servers.get(serverId);
      requireWritable(profile);
      await find(serverId, historyId);
      const compare = async ({ tree, profile }: Reached, now: Promise<PageRead>) => {
        requireServed(tree.version, 'rollback');
        const read = await work.step('Compare', async () => ({ tree, ...(await now) }));
        await settle.openBy(profile, 'organization', judgeBy(read));
        return read;
      };
      const snapshot = await reach(serverId, work, compare, { read: readAll });
      const entry = await find(serverId, historyId);
      const offer = rollbackOffer(entry, [snapshot.tree.page]);
      if (offer.kind === 'impossible') throw noRollback(offer.why);

      const found = await planRollback(entry, snapshot, (place) => beforeImages.open(historyId, place));
      if (found.kind === 'conflict') return found;
      if (found.rows.length === 0) return { kind: 'nothing' };
      const typeName = wantsName(profile);
      const { name: serverName, environment, host } = profile;
      const { rows, entries } = found;
      const comesBack = secretsIn(entries).length > 0;
      const held = comesBack ? await heldSalt(servers, serverId, snapshot.tree.saltEvidence) : undefined;
      if (held?.proof.kind === 'contradicted') throw contradicted(held.proof);
      const salt = comesBack ? { salt: stateOf(held) } : {};
      const kept = { serverId, rows, entries, loaded: snapshot, rollbackOf: historyId, ...salt };
      const planId = plans.keep(serverId, { action: 'Rollback', ...kept });
      const guard = checkBy(snapshot.tree.guard);
      const warnings = [
        ...planWarnings(snapshot, changesIn(entries)),
        ...removals(entries),
        ...(comesBack ? secretWarnings(entries, held) : []),
      ];
      return {
        kind: 'plan',
        plan: { planId, serverName, environment, host, rows, typeName, guard, warnings },
        reason: message('history.rollback.reason', { time: { at: entry.time, as: 'moment' } }),
      };
    },
  };
}

/** What is put back, as the values the user would have to type for it. */
function changesIn(entries: readonly EntryChange[]): Parameters<typeof planWarnings>[1] {
  const values: Partial<Record<FieldId, FieldValue>> = {};
  for (const attribute of entries.flatMap(({ attributes }) => attributes)) {
    if (attribute.kind === 'values') {
      values[attribute.field.id] = decodeField(attribute.field, attribute.after).value;
      continue;
    }
    for (const { field, after } of attribute.members.values()) {
      if (field && !field.isCopy && field.control !== 'secret') values[field.id] = decodeMember(field, after);
    }
  }
  return { values, secrets: {} };
}

/** What the user reads before previous secrets are put back, byte for byte. Nothing is encrypted for that. */
function secretWarnings(entries: readonly EntryChange[], held: HeldSalt | undefined): Message[] {
  const secrets = secretsIn(entries);
  const ofSalt = held
    ? unprovedWarnings(
        held.proof,
        secrets.map(({ field }) => field),
      )
    : [];
  return [...secrets.flatMap((secret) => secretWarning(secret, held)), ...ofSalt];
}

function secretWarning({ field: { label: field }, ciphertext }: WrittenSecret, held: HeldSalt | undefined): Message[] {
  if (!held) return [message('plan.previous.unknown', { field })];
  if (decrypt(ciphertext, held.salt) !== undefined) return [];
  return [message(held.proof.kind === 'proved' ? 'plan.previous.otherSalt' : 'plan.previous.oneIsWrong', { field })];
}

const removals = (entries: readonly EntryChange[]): Message[] =>
  entries
    .flatMap(({ attributes }) => attributes)
    .flatMap((attribute) =>
      attribute.kind === 'members' && attribute.removes
        ? [message('plan.removed', { attribute: attribute.attribute })]
        : [],
    );
