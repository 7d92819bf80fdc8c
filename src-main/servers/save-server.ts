import { randomUUID } from 'node:crypto';
import type { SavedServer } from '../../src-shared/contract/server-calls';
import { contradictedSentence } from '../../src-shared/messages/salt-words';
import type { Failure } from '../../src-shared/model/failure';
import type { SaltProof } from '../../src-shared/model/salt';
import type { SecretChange, ServerDraft, ServerId, ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { proveSalt } from '../gluu-ldap/salt-proof';
import { contradicted } from '../reach/known-salt';
import type { Reach } from '../reach/reach';
import { type KnownServers, secretTargetOf } from '../registry/known-servers';
import { type Given, type Learnt, type ServerRegistry, stillLearnt } from '../registry/server-registry';
import {
  isSameTarget,
  type SecretKind,
  type SecretTarget,
  type ServerSecrets,
  secretKinds,
} from '../secrets/server-secrets';
import type { Handlers, Work } from '../work/work';
import type { KeyFiles } from './key-files';

/** What reaching a server takes of the list. */
export type Reachable = Pick<KnownServers, 'get' | 'secretFor'>;

interface Needs {
  registry: ServerRegistry;
  secrets: ServerSecrets;
  servers: KnownServers;
  /** The way to servers that are not in the list, or not as they are there. */
  reachThrough(servers: Reachable): Reach;
  keyFiles: KeyFiles;
  onChange(): void;
}
type SecretChanges = Record<SecretKind, SecretChange>;

/**
 * Saves a server and its secrets. A salt that was entered is first proved against the server with exactly what was entered
 * beside it. Throws AppError `gluu.saltContradicted` with the sentence for the field, and `write.changed` where `given` does
 * not hold, and then nothing is saved; a server that cannot be asked is saved.
 */
export type SaveServer = (
  input: Parameters<Handlers['server.save']>[0],
  work: Work,
  more?: {
    /** What was learnt of a new server where it was found. */
    learnt?: Learnt;
    given?: Given;
  },
) => Promise<SavedServer>;

/** Saves what the form holds, in this order: the salt is proved, then the profile and its secrets are kept. */
export function createSaveServer({ registry, secrets, servers, reachThrough, keyFiles, onChange }: Needs): SaveServer {
  /** What will be in the list. */
  function entered(serverId: ServerId | undefined, draft: ServerDraft, learnt: Learnt): ServerProfile {
    const id = serverId ?? (randomUUID() as ServerId);
    return { ...draft, id, ...(serverId ? stillLearnt(registry.get(serverId), draft) : learnt) };
  }

  /** The secrets as they will be once they are saved: a typed one is for the place to which the profile leads now. */
  async function enteredSecrets(profile: ServerProfile, changes: SecretChanges): Promise<Reachable> {
    const bound = new Map<SecretKind, SecretTarget | undefined>();
    for (const kind of secretKinds) bound.set(kind, await servers.secretTarget(profile, kind));
    async function read(kind: SecretKind, target: SecretTarget | undefined): Promise<string> {
      const change = changes[kind];
      if (change.kind === 'clear' || !target) throw new AppError('secret.missing');
      if (change.kind === 'keep') return secrets.read(profile.id, kind, target);
      const typedFor = bound.get(kind);
      if (!typedFor || !isSameTarget(typedFor, target)) throw new AppError('secret.bound');
      return change.value;
    }
    await read('bindPassword', bound.get('bindPassword')); // without one nobody is asked, and nothing is connected to
    return {
      get: () => profile,
      async secretFor(_, kind, way) {
        const value = await read(kind, secretTargetOf(profile, kind, way));
        hideFromLog(value);
        return value;
      },
    };
  }

  async function proofOf(salt: string, profile: ServerProfile, changes: SecretChanges, work: Work): Promise<SaltProof> {
    try {
      const reach = reachThrough(await enteredSecrets(profile, changes));
      return await reach(profile.id, work, async ({ tree }) => proveSalt(salt, tree.saltEvidence));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'work.cancelled') throw error;
      const { certificate: _certificate, hostKey: _hostKey, ...about } = error.about;
      return { kind: 'unproved', why: { kind: 'unreached', failure: { code: error.code, ...about } } };
    }
  }

  /** Gives why the server could not be asked, if so. Throws AppError `gluu.saltContradicted`, `work.cancelled`. */
  async function requireOwnSalt(
    profile: ServerProfile,
    changes: SecretChanges,
    work: Work,
  ): Promise<Failure | undefined> {
    if (changes.salt.kind !== 'replace') return undefined;
    const { value } = changes.salt;
    hideFromLog(value);
    const proof = await proofOf(value, profile, changes, work);
    if (proof.kind === 'contradicted') throw contradicted(proof, { 'salt.value': contradictedSentence(proof) });
    return proof.kind === 'unproved' && proof.why.kind === 'unreached' ? proof.why.failure : undefined;
  }

  async function keepSecret(profile: ServerProfile, kind: SecretKind, change: SecretChange): Promise<void> {
    const target = change.kind === 'replace' ? await servers.secretTarget(profile, kind) : undefined;
    if (change.kind === 'replace' && target) await secrets.put(profile.id, kind, change.value, target);
    if (change.kind === 'clear') await secrets.remove(profile.id, kind);
  }

  /** The profile is on disk already; a keychain that refuses must not lose it. */
  async function keepSecrets(profile: ServerProfile, changes: SecretChanges): Promise<Failure | undefined> {
    try {
      for (const kind of secretKinds) await keepSecret(profile, kind, changes[kind]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.toFailure();
    }
    return undefined;
  }

  return async ({ serverId, copyOf, draft, ...changes }, work, { learnt = {}, given } = {}) => {
    const before = serverId ?? copyOf;
    await keyFiles.check(draft.route, before && servers.get(before).route);
    const next = entered(serverId, draft, learnt);
    const unreached = await requireOwnSalt(next, changes, work);
    work.commit();
    const { id, ...added } = next;
    const profile = await (serverId ? registry.update(serverId, draft, given) : registry.add(added, id, given));
    const secretFailure = await keepSecrets(profile, changes);
    await servers.lookAtSecrets(profile.id);
    onChange();
    return {
      server: servers.summary(profile.id),
      ...(secretFailure ? { secretFailure } : {}),
      ...(unreached ? { unreached } : {}),
    };
  };
}
