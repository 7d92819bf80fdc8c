import { type Contradicted, contradictedWords } from '../../src-shared/messages/salt-words';
import type { SaltProof, SaltState } from '../../src-shared/model/salt';
import { type ServerId, saltProblem } from '../../src-shared/model/server';
import type { Message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { later } from '../base/later';
import { proveSalt, type SaltEvidence } from '../gluu-ldap/salt-proof';
import type { KnownServers } from '../registry/known-servers';

/** The salt kept for a server with what the server's own configuration says of it. Never leaves main; its state may. */
export interface HeldSalt {
  salt: string;
  proof: SaltProof;
}

/** A server's salt that is looked for while the server is asked: a keychain may take as long. */
export interface SaltMeanwhile {
  /** Begins to look for it. */
  meanwhile(): void;
  /** As `heldSalt`. */
  held(evidence: SaltEvidence): Promise<HeldSalt | undefined>;
}

export function saltMeanwhile(servers: Pick<KnownServers, 'secret'>, serverId: ServerId): SaltMeanwhile {
  let begun: Promise<string> | undefined;
  return {
    meanwhile() {
      begun = later(servers.secret(serverId, 'salt'));
    },
    held: (evidence) => heldSalt(servers, serverId, evidence, begun),
  };
}

/**
 * A server's salt, judged, as `begun` finds it; undefined if none is known, or one that cannot be any: a locked keychain must not
 * hide everything else. Throws only for bugs.
 */
export async function heldSalt(
  servers: Pick<KnownServers, 'secret'>,
  serverId: ServerId,
  evidence: SaltEvidence,
  begun?: Promise<string>,
): Promise<HeldSalt | undefined> {
  try {
    const salt = await (begun ?? servers.secret(serverId, 'salt'));
    return saltProblem(salt) ? undefined : { salt, proof: proveSalt(salt, evidence) };
  } catch (error) {
    if (error instanceof AppError && /^(secret|keychain)\./.test(error.code)) return undefined;
    throw error;
  }
}

/** What the proof says of a stored salt; `none` where none is stored. */
export const stateOf = (held: HeldSalt | undefined): SaltState => held?.proof ?? { kind: 'none' };

/**
 * The salt for a use that needs one. Throws AppError `gluu.noSalt` if none is stored, `gluu.saltContradicted` if it is not this
 * server's, both with these `fields`, and what the keychain throws.
 */
export async function usableSalt(
  servers: Pick<KnownServers, 'secret'>,
  serverId: ServerId,
  evidence: SaltEvidence,
  fields?: Record<string, Message>,
): Promise<HeldSalt> {
  const salt = await servers.secret(serverId, 'salt').catch((error: unknown) => {
    const isMissing = error instanceof AppError && error.code === 'secret.missing';
    throw isMissing ? new AppError('gluu.noSalt', fields ? { fields } : {}, { cause: error }) : error;
  });
  const proof = proveSalt(salt, evidence);
  if (proof.kind === 'contradicted') throw contradicted(proof, fields);
  return { salt, proof };
}

/** The refusal of a salt that is not this server's, with the sentences for it; `fields` as in Failure. */
export function contradicted(proof: Contradicted, fields?: Record<string, Message>): AppError {
  return new AppError('gluu.saltContradicted', { facts: contradictedWords(proof), ...(fields ? { fields } : {}) });
}
