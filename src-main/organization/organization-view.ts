import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import type { EntryId, OrganizationView, StoredBeside, StoredSecret } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { checkBy } from '../gluu-ldap/guarded-write';
import { unreadOldKeys } from '../gluu-ldap/smtp-configuration';
import type { SmtpFound } from '../gluu-ldap/smtp-stores';
import {
  brokenIn,
  fieldsOf,
  fieldView,
  type Snapshot,
  smtpOf,
  storedMailSettings,
  storedSecret,
} from '../gluu-ldap/snapshot';
import { judgePassword, passwordMark } from '../gluu-ldap/stored-password';
import { type HeldSalt, stateOf } from '../reach/known-salt';

const RAW_SHOWN = 20_000;

/** The window's picture of a snapshot: values, oddities and what stands in the way; no secret and no ciphertext. */
export function viewOf(
  serverId: ServerId,
  snapshotId: string,
  snapshot: Snapshot,
  held: HeldSalt | undefined,
  { notWritable, fixed }: { notWritable: Message | undefined; fixed: readonly EntryId[] },
): OrganizationView {
  const { tree } = snapshot;
  const fields = fieldsOf(snapshot);
  const secrets = fields.filter(({ control }) => control === 'secret');
  const labels = new Map(tree.page.entries.map(({ id, label }) => [id, label]));
  const why = (entry: EntryId) => message('organization.fixed', { entry: labels.get(entry) ?? entry });
  const smtp = smtpOf(snapshot);
  const settings = storedMailSettings(snapshot);
  const oldKeys = unreadOldKeys(smtp);
  return {
    serverId,
    snapshotId,
    loadedAt: snapshot.readAt,
    version: tree.version,
    fields: Object.fromEntries(
      fields.map((field) => [
        field.id,
        { ...fieldView(field, snapshot), ...(fixed.includes(field.entry) ? { fixed: why(field.entry) } : {}) },
      ]),
    ),
    names: snapshot.names,
    smtpAbsent: settings.kind === 'absent',
    ...(oldKeys.length > 0 ? { smtpOldKeys: oldKeys } : {}),
    secrets: Object.fromEntries(secrets.map((field) => [field.id, secretView(field, snapshot, held)])),
    stored: besideIn(settings),
    salt: stateOf(held),
    broken: Object.fromEntries(
      [...brokenIn(snapshot)].map(([attribute, text]) => [
        attribute,
        {
          why: text.why,
          raw: hidden(
            text.raw,
            secrets.filter((field) => field.attribute === attribute),
          ),
        },
      ]),
    ),
    ...(notWritable === undefined ? {} : { notWritable }),
    guard: checkBy(tree.guard),
  };
}

function besideIn(found: SmtpFound): StoredBeside {
  if (found.kind !== 'read') return {};
  const { requiresSsl, connectProtectionStored, keyStore, keyStorePassword } = found.settings;
  return { requiresSsl, connectProtectionStored, keyStore, keyStorePassword };
}

function secretView(field: FieldDefinition, snapshot: Snapshot, held: HeldSalt | undefined): StoredSecret {
  const stored = storedSecret(field, snapshot) ?? null;
  return {
    state: judgePassword(stored, held, snapshot.tree.version).password,
    ...(stored ? { mark: passwordMark(stored, held?.salt) } : {}),
  };
}

/** A text in quotes of either kind, a list or an object, or none of these; and all behind it in the same line. */
const SECRET = /(?:"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|[[{][^\]}]*[\]}]?)?[^,}\n]*/.source;

/**
 * A broken JSON text is shown as it is, but for what stands after the keys of secrets, up to where the next value may begin: where
 * quotes or a colon are missing, that is more than the secret.
 */
function hidden(raw: string, secrets: readonly FieldDefinition[]): string {
  const cut = raw.length > RAW_SHOWN ? `${raw.slice(0, RAW_SHOWN)}…` : raw;
  const keys = secrets.map(({ key = '' }) => key).join('|');
  return keys ? cut.replace(new RegExp(`((?:${keys})["']?\\s*[:=]?\\s*)${SECRET}`, 'gi'), '$1"hidden"') : cut;
}
