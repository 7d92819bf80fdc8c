import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { saltWords, whyUnproved } from '../../src-shared/messages/salt-words';
import type { SaltProof, SaltState } from '../../src-shared/model/salt';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { EntryChange } from '../gluu-ldap/entry-change';
import { decrypt } from '../gluu-ldap/string-encrypter';
import { contradicted, heldSalt, stateOf } from '../reach/known-salt';
import type { Reached } from '../reach/reach';
import type { KnownServers } from '../registry/known-servers';
import type { UpdatePlan } from './plans';

/** A secret that is written, encrypted. */
export interface WrittenSecret {
  field: FieldDefinition;
  ciphertext: string;
}

/** The secrets that these changes leave on the server; none that is cleared or left alone, and no copy of another. */
export const secretsIn = (entries: readonly EntryChange[]): WrittenSecret[] =>
  entries
    .flatMap(({ attributes }) => attributes)
    .flatMap((attribute): { field: FieldDefinition | null; after: unknown }[] =>
      attribute.kind === 'members'
        ? [...attribute.members.values()]
        : [{ field: attribute.field, after: attribute.after[0] }],
    )
    .flatMap(({ field, after }) =>
      field?.control === 'secret' && !field.isCopy && typeof after === 'string' && after
        ? { field, ciphertext: after }
        : [],
    );

/** What the change list says of a password that is encrypted with a salt that is not contradicted. */
export const encryptedNote = (proof: SaltProof): Message =>
  message(proof.kind === 'proved' ? 'plan.encrypted.proved' : 'plan.encrypted.unproved');

/** What is to be read before Update where the salt is not proved. */
export const unprovedWarnings = (proof: SaltProof, fields: readonly FieldDefinition[]): Message[] =>
  proof.kind === 'unproved'
    ? [
        message('plan.saltUnproved', {
          fields: { list: fields.map(({ label }) => label), as: 'plain' },
          why: whyUnproved(proof.why),
        }),
      ]
    : [];

/**
 * The last look at the salt before a write that leaves a secret on the server, from what was read of it when it was reached. Says
 * what it found. Throws AppError `gluu.saltContradicted`, and `gluu.saltChanged` where the change list said something better
 * of the salt, or a secret was encrypted with one that is no longer kept here.
 */
export async function requireShownSalt(
  { tree }: Pick<Reached, 'tree'>,
  { serverId, salt: told, entries, rollbackOf }: UpdatePlan,
  servers: Pick<KnownServers, 'secret'>,
): Promise<Message> {
  const held = await heldSalt(servers, serverId, tree.saltEvidence);
  const now = stateOf(held);
  const written = secretsIn(entries);
  if (now.kind === 'contradicted')
    throw contradicted(
      now,
      Object.fromEntries(written.map(({ field }) => [field.id, message('plan.notWritten', { field: field.label })])),
    );
  const encryptedSo = (stored: string) => held !== undefined && decrypt(stored, held.salt) !== undefined;
  const isOther = rollbackOf === undefined && !written.every(({ ciphertext }) => encryptedSo(ciphertext));
  if (isOther || (now.kind !== 'proved' && now.kind !== told?.kind)) {
    const words = (state: SaltState | undefined) => (state ? saltWords(state) : message('salt.notLookedAt'));
    const changed = { told: words(told), now: isOther && held ? message('salt.another') : words(now) };
    throw new AppError('gluu.saltChanged', { facts: changed });
  }
  return saltWords(now);
}
