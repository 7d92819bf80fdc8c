import path from 'node:path';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { createAllowedWriting } from '../../../src-main/servers/allowed-writing';
import { createKeyFiles } from '../../../src-main/servers/key-files';
import { knownServers } from '../../../src-main/servers/known-servers';
import { createReach } from '../../../src-main/servers/reach';
import { createSaveServer } from '../../../src-main/servers/save-server';
import { openServerRegistry, trustPlace } from '../../../src-main/servers/server-registry';
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
