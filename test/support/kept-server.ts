import path from 'node:path';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { targetOf } from '../../src-main/registry/targets';
import { toStored } from '../../src-main/secrets/keychain';
import { type SecretKind, serverSecrets } from '../../src-main/secrets/server-secrets';
import type { ServerDraft, ServerProfile } from '../../src-shared/model/server';
import { memoryKeychain } from './fake-keychain';

/** Puts a server's secret into what a keychain holds, or takes it out, as an earlier run of the console left it. */
export async function keepSecret(
  keychain: Map<string, string>,
  profile: ServerProfile,
  kind: SecretKind,
  secret: string | undefined,
): Promise<void> {
  const set = async (account: string, value: string) => void keychain.set(account, toStored(value));
  const remove = async (account: string) => void keychain.delete(account);
  const secrets = serverSecrets({ ...memoryKeychain(), set, remove });
  if (secret === undefined) await secrets.remove(profile.id, kind);
  else await secrets.put(profile.id, kind, secret, targetOf(profile));
}

/** A server with its secrets as an earlier run of the console left it in `folder` and in the keychain. */
export async function keepServer(
  { folder, keychain }: { folder: string; keychain: Map<string, string> },
  draft: ServerDraft,
  { pin, ...secrets }: { pin?: string | undefined } & Partial<Record<SecretKind, string | undefined>>,
): Promise<ServerProfile> {
  const trusted = pin === undefined ? {} : { pin: { sha256: pin, acceptedAt: new Date().toISOString() } };
  const profile = await openServerRegistry(path.join(folder, 'servers.json')).add({ ...draft, ...trusted });
  for (const [kind, secret] of Object.entries(secrets)) {
    if (secret !== undefined) await keepSecret(keychain, profile, kind as SecretKind, secret);
  }
  return profile;
}
