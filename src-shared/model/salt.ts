import type { Words } from '../texts/message';
import type { Failure } from './failure';

/**
 * The values of oxTrust's own configuration that setup encrypts with the server's salt, under the same names from 2.4.4 to
 * 4.5 (community-edition-setup, templates/oxtrust-config.json).
 */
export const saltWitnesses = ['idpBindPassword', 'oxAuthClientPassword'] as const;
export type SaltWitness = (typeof saltWitnesses)[number];

/** Why a value says nothing of a salt. `notEncrypted`: it cannot be a ciphertext of Gluu, whatever the salt. */
export type WitnessSilence = 'absent' | 'empty' | 'notEncrypted';

/** Why a salt can be neither proved nor contradicted. */
export type Unproved =
  | { kind: 'unreached'; failure: Failure }
  | { kind: 'noEntry' }
  | { kind: 'noAttribute' }
  | { kind: 'several'; count: number }
  | { kind: 'broken'; why: Words }
  /** The values of `by` decrypt to a damaged text, those of `opened` as they should. */
  | { kind: 'damaged'; by: SaltWitness[]; opened: SaltWitness[] }
  | { kind: 'silent'; witnesses: Record<SaltWitness, WitnessSilence> };

/** What a server's own configuration says of a salt. `opened`: values that decrypt with it although those of `by` do not. */
export type SaltProof =
  | { kind: 'proved'; by: SaltWitness[] }
  | { kind: 'contradicted'; by: SaltWitness[]; opened: SaltWitness[] }
  | { kind: 'unproved'; why: Unproved };

/** The same for the salt that is kept for a server; `none`: no salt is known here. */
export type SaltState = SaltProof | { kind: 'none' };
