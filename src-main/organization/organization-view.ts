import type { OrganizationView } from '../../src-shared/model/organization';
import type { ConfigEntry } from '../../src-shared/model/organization-fields';
import type { ServerId } from '../../src-shared/model/server';
import { readJson } from '../gluu-ldap/json-text';
import { keyStoreOf, unreadOldKeys } from '../gluu-ldap/smtp-configuration';
import { fieldsOf, fieldView, type Snapshot } from '../gluu-ldap/snapshot';
import { judgePassword, passwordMark } from '../gluu-ldap/stored-password';
import { type HeldSalt, stateOf } from '../reach/known-salt';

const whyFixed: Record<ConfigEntry, string> = {
  appliance: 'This account can read the appliance entry, but not write it.',
  organization: 'This account can read the organization entry, but not write it.',
  oxauth: 'This account can read the oxAuth entry, but not write it.',
};

const RAW_SHOWN = 20_000;

/** The window's picture of a snapshot: values, oddities and what stands in the way; no secret and no ciphertext. */
export function viewOf(
  serverId: ServerId,
  snapshotId: string,
  snapshot: Snapshot,
  held: HeldSalt | undefined,
  { notWritable, fixed }: { notWritable: string | undefined; fixed: readonly ConfigEntry[] },
): OrganizationView {
  const { tree, smtp, entries } = snapshot;
  const fields = Object.fromEntries(
    fieldsOf(tree.version).map((field) => [
      field.id,
      { ...fieldView(field, snapshot), ...(fixed.includes(field.entry) ? { fixed: whyFixed[field.entry] } : {}) },
    ]),
  );
  const oxauthText = entries.oxauth.values.get('oxWebKeysSettings')?.[0];
  const oxauth = oxauthText === undefined ? undefined : readJson(oxauthText);
  const oldKeys = unreadOldKeys(smtp);
  const storedPassword = smtp.kind === 'json' ? smtp.settings.password : null;
  return {
    serverId,
    snapshotId,
    loadedAt: snapshot.readAt,
    version: tree.version,
    fields: fields as OrganizationView['fields'],
    names: snapshot.managerGroupName ? { managerGroup: snapshot.managerGroupName } : {},
    smtpAbsent: smtp.kind === 'absent',
    ...(oldKeys.length > 0 ? { smtpOldKeys: oldKeys } : {}),
    password: judgePassword(storedPassword, held, tree.version).password,
    ...(storedPassword ? { passwordMark: passwordMark(storedPassword, held?.salt) } : {}),
    keyStore: keyStoreOf(smtp),
    salt: stateOf(held),
    ...(smtp.kind === 'broken' ? { brokenSmtp: { why: smtp.why, raw: maskPassword(smtp.raw) } } : {}),
    ...(oxauth && !oxauth.ok && oxauthText !== undefined
      ? { brokenOxauth: { why: oxauth.why, raw: oxauthText.slice(0, RAW_SHOWN) } }
      : {}),
    ...(notWritable === undefined ? {} : { notWritable }),
    guard: tree.guard.assertion ? 'assertion' : 'weaker',
  };
}

/** A broken JSON text is shown as it is, but for what stands after its key "password". */
function maskPassword(raw: string): string {
  const cut = raw.length > RAW_SHOWN ? `${raw.slice(0, RAW_SHOWN)}…` : raw;
  return cut.replace(/("password"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^,}\s]*)/gi, '$1"hidden"');
}
