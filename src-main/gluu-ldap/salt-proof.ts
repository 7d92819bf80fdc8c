import { type SaltProof, type SaltWitness, saltWitnesses, type WitnessSilence } from '../../src-shared/model/salt';
import type { Message } from '../../src-shared/texts/message';
import type { LdapEntry } from '../ldap/ldap-entry';
import { readJson } from './json-text';
import { decrypt, decryptBytes, isCiphertext } from './string-encrypter';

/** What a server's own configuration holds to judge a salt by. Ciphertexts: it stays in main. */
export type SaltEvidence =
  | { kind: 'noEntry' }
  | { kind: 'noAttribute' }
  | { kind: 'several'; count: number }
  | { kind: 'broken'; why: Message }
  | { kind: 'read'; witnesses: ReadonlyMap<SaltWitness, unknown> };

/** Takes it out of the entry of oxTrust's configuration; undefined is an entry that is not there or not to be seen. */
export function saltEvidence(entry: LdapEntry | undefined): SaltEvidence {
  if (!entry) return { kind: 'noEntry' };
  const [text, ...more] = entry.values('oxTrustConfApplication');
  if (text === undefined) return { kind: 'noAttribute' };
  if (more.length > 0) return { kind: 'several', count: more.length + 1 };
  const json = readJson(text);
  if (!json.ok) return { kind: 'broken', why: json.why };
  return { kind: 'read', witnesses: new Map(saltWitnesses.map((name) => [name, json.members.get(name)])) };
}

/**
 * Judges a salt by the values that are encrypted with this server's own. It is proved if one of them decrypts to sane text
 * and none speaks against it. One value that does not decrypt contradicts it, even where the other does: then the server's
 * configuration was written with two salts or holds plain text of that shape, and which of the two cannot be seen from here. A
 * damaged text contradicts it too, unless the other value decrypts. Throws AppError `gluu.noSalt` for a salt that is too
 * short to be one.
 */
export function proveSalt(salt: string, evidence: SaltEvidence): SaltProof {
  if (evidence.kind !== 'read') return { kind: 'unproved', why: evidence };
  const said = saltWitnesses.map((name) => [name, testimony(evidence.witnesses.get(name), salt)] as const);
  const those = (word: Testimony) => said.filter(([, found]) => found === word).map(([name]) => name);
  const [opened, damaged, against] = [those('opens'), those('damaged'), those('contradicts')];
  const by = opened.length === 0 ? saltWitnesses.filter((name) => [...against, ...damaged].includes(name)) : against;
  if (by.length > 0) return { kind: 'contradicted', by, opened };
  if (damaged.length > 0) return { kind: 'unproved', why: { kind: 'damaged', by: damaged, opened } };
  if (opened.length > 0) return { kind: 'proved', by: opened };
  const witnesses = Object.fromEntries(said) as Record<SaltWitness, WitnessSilence>;
  return { kind: 'unproved', why: { kind: 'silent', witnesses } };
}

/**
 * `damaged`: the padding is sound, and what it leaves is no password. By chance that is the salt of another server; but it is
 * also a password in Latin-1, and one that Gluu before 4.2.3 read byte by byte and saved again.
 */
export type Testimony = 'opens' | 'damaged' | 'contradicts' | WitnessSilence;

/** What one stored value says of a salt. The plain text is looked at here and goes nowhere. Throws as `proveSalt`. */
export function testimony(stored: unknown, salt: string): Testimony {
  if (stored === undefined || stored === null) return 'absent';
  if (typeof stored !== 'string') return 'notEncrypted';
  if (stored.trim() === '') return 'empty';
  const plain = decrypt(stored, salt);
  if (plain !== undefined && isSane(plain)) return 'opens';
  if (decryptBytes(stored, salt)?.length) return 'damaged';
  return isCiphertext(stored) ? 'contradicts' : 'notEncrypted';
}

/**
 * Whether a text can be a password that somebody chose. The padding of DES passes by chance for one wrong salt in 255, and
 * leaves seven random bytes or more: those are UTF-8 without a control or unassigned character once in some 300 times.
 */
const isSane = (plain: string): boolean => plain.trim() !== '' && /^[^\p{Cc}\p{Cn}\p{Co}]+$/u.test(plain);
