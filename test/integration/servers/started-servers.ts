import path from 'node:path';
import { createReach } from '../../../src-main/reach/reach';
import { createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry, trustPlace } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { createKeyFiles } from '../../../src-main/servers/key-files';
import { createSaveServer } from '../../../src-main/servers/save-server';
import { serverService } from '../../../src-main/servers/server-service';
import { memoryKeychain } from '../../support/fake-keychain';

/** The part of main that keeps servers, on a keychain in memory. */
export function startServers(folder: string) {
  const keychain = memoryKeychain();
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(keychain);
  const writing = createAllowedWriting(() => {});
  const servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const refused = new Map<string, string>();
  const keyFiles = createKeyFiles(
    async () => undefined,
    async () => [],
  );
  const quietly = { onChange: () => {}, forget: async () => {} };
  const reachThrough = (entered: Parameters<typeof createReach>[0]) => createReach(entered, () => {});
  const save = createSaveServer({ registry, secrets, servers, keyFiles, reachThrough, ...quietly });
  const reach = createReach(servers, (profile, sha256) => refused.set(trustPlace(profile), sha256));
  const calls = serverService({ registry, secrets, servers, reach, refused, save, writing, ...quietly });
  return { keychain, registry, secrets, servers, calls };
}
