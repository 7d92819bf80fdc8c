import { COMPARE_SALT, saltWords, whyUnproved } from '../../src-shared/messages/salt-words';
import { fieldOf } from '../../src-shared/model/organization-fields';
import type { SaltProof, SaltState } from '../../src-shared/model/salt';
import { AppError } from '../base/app-error';
import type { EntryChange } from '../gluu-ldap/change-plan';
import { readSaltEvidence } from '../gluu-ldap/discover';
import { decrypt } from '../gluu-ldap/string-encrypter';
import { contradicted, heldSalt, stateOf } from '../reach/known-salt';
import type { Reached } from '../reach/reach';
import type { KnownServers } from '../registry/known-servers';
import type { UpdatePlan } from './plans';

/** The ciphertexts that these changes write as the SMTP password; none where it is cleared or left alone. */
export const passwordsIn = (entries: readonly EntryChange[]): string[] =>
  entries
    .flatMap(({ attributes }) => attributes)
    .flatMap((attribute) => (attribute.kind === 'members' ? [...attribute.members.values()] : []))
    .filter(({ field }) => field !== null && fieldOf(field).control === 'secret')
    .flatMap(({ after }) => (typeof after === 'string' && after ? after : []));

/** What the change list says of a password that is encrypted with a salt that is not contradicted. */
export const encryptedNote = (proof: SaltProof): string =>
  proof.kind === 'proved'
    ? 'Encrypted with this server’s salt, read back and decrypted after the write.'
    : 'Encrypted with the salt kept here.';

/** What is to be read before Update where the salt is not proved. */
export const unprovedWarnings = (proof: SaltProof): string[] =>
  proof.kind === 'unproved'
    ? [
        `It cannot be proved that the salt kept here is this server’s. If it is another one, Gluu cannot decrypt the SMTP password. ${whyUnproved(proof.why)} ${COMPARE_SALT}`,
      ]
    : [];

/**
 * The last look at the salt before a write that leaves an SMTP password on the server, from what that server holds now. Says
 * what it found. Throws AppError `gluu.saltContradicted`, and `gluu.saltChanged` where the change list told something better
 * of the salt, or the password was encrypted with one that is no longer kept here.
 */
export async function requireToldSalt(
  { session, tree }: Reached,
  { serverId, salt: told, entries, rollbackOf }: UpdatePlan,
  servers: Pick<KnownServers, 'secret'>,
): Promise<string> {
  const held = await heldSalt(servers, serverId, await readSaltEvidence(session, tree));
  const now = stateOf(held);
  if (now.kind === 'contradicted') throw contradicted(now, { smtpPassword: 'The SMTP password was not written.' });
  const encryptedSo = (stored: string) => held !== undefined && decrypt(stored, held.salt) !== undefined;
  const isOther = rollbackOf === undefined && !passwordsIn(entries).every(encryptedSo);
  if (isOther || (now.kind !== 'proved' && now.kind !== told?.kind)) {
    const words = (state: SaltState | undefined) => (state ? saltWords(state) : 'It was not looked at.');
    const changed = { told: words(told), now: isOther && held ? 'Another salt is kept here.' : words(now) };
    throw new AppError('gluu.saltChanged', { facts: changed });
  }
  return saltWords(now);
}
