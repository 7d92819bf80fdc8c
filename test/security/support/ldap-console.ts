import path from 'node:path';
import type { Snapshot } from '../../../src-main/gluu-ldap/snapshot';
import { openBeforeImages } from '../../../src-main/history/before-images';
import { openHistory } from '../../../src-main/history/history-log';
import { createHoldWatch } from '../../../src-main/organization/hold-watch';
import { organizationService } from '../../../src-main/organization/organization-service';
import { organizationSettler } from '../../../src-main/organization/organization-settler';
import type { UpdatePlan } from '../../../src-main/organization/plans';
import { IdStore } from '../../../src-main/organization/snapshots';
import { createReach } from '../../../src-main/reach/reach';
import { createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry, trustPlace } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { createKeyFiles } from '../../../src-main/servers/key-files';
import { createSaveServer, type Reachable } from '../../../src-main/servers/save-server';
import { serverService } from '../../../src-main/servers/server-service';
import { unwatchedWork, type Work } from '../../../src-main/work/work';
import { createSettle } from '../../../src-main/write/settle';
import type { ServerFacts } from '../../../src-shared/model/gluu';
import type { Changes, OrganizationView, UpdateOutcome } from '../../../src-shared/model/organization';
import { type LdapMode, ServerId, type ServerProfile } from '../../../src-shared/model/server';
import { memoryKeychain } from '../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

interface Where {
  host?: string;
  port: number;
  mode: LdapMode;
  bindDn: string;
  /** Null: the keychain holds none. */
  password: string | null;
  pin?: string;
}

/** The services of main with one server in their list, wherever that is and however it is encrypted. */
export interface LdapConsole {
  serverId: ServerId;
  profile(): ServerProfile;
  trust(sha256: string, typedName?: string): Promise<void>;
  /** What the overview does with every server again and again. */
  check(): Promise<ServerFacts>;
  load(work?: Work): Promise<OrganizationView>;
  /** Plans upon a fresh view, and updates at once. */
  save(values: Changes['values'], options?: { work?: Work; view?: OrganizationView }): Promise<UpdateOutcome>;
  close(): void;
}

export async function openConsole({ password, pin, ...where }: Where): Promise<LdapConsole> {
  const folder = makeTemporaryFolder('console');
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(memoryKeychain());
  const target = { host: '127.0.0.1', ...where };
  const about = { name: 'Meadow', group: '', environment: 'test', notes: '', readOnly: false } as const;
  const profile = await registry.add({ ...about, ...target, route: { kind: 'direct' } });
  const serverId = ServerId.parse(profile.id);
  if (pin !== undefined) await registry.pin(serverId, { sha256: pin, acceptedAt: new Date().toISOString() }, profile);
  if (password !== null) await secrets.put(serverId, 'bindPassword', password, target);

  const writing = createAllowedWriting(() => {});
  const servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const refused = new Map<string, string>();
  const reach = createReach(servers, (profile, sha256) => refused.set(trustPlace(profile), sha256));
  const history = await openHistory(path.join(folder, 'history.jsonl'));
  const settle = createSettle({ reach, history }, { organization: organizationSettler });
  // Later than any test, so that the only connections are those of the calls.
  const waits = { refreshMs: 3_600_000, againMs: 3_600_000 };
  const holdWatch = createHoldWatch({ reach, history, tell: () => {}, alarm: () => {}, waits });
  const keyFiles = createKeyFiles(
    async () => undefined,
    async () => [],
  );
  const quiet = { onChange: () => {}, forget: async () => {} };
  const reachThrough = (entered: Reachable) => createReach(entered, () => {});
  const save = createSaveServer({ registry, secrets, servers, keyFiles, reachThrough, ...quiet });
  const serverCalls = serverService({ registry, secrets, servers, reach, refused, save, writing, ...quiet });
  const beforeImages = openBeforeImages(path.join(folder, 'before-images.json'), memoryKeychain());
  const kept = { beforeImages, snapshots: new IdStore<Snapshot>(), plans: new IdStore<UpdatePlan>() };
  const calls = organizationService({ servers, reach, history, settle, holdWatch, ...kept });

  const load = (work = unwatchedWork()) => calls['organization.load']({ serverId }, work);
  return {
    serverId,
    profile: () => registry.get(serverId),
    trust: async (sha256, typedName) =>
      void (await serverCalls['server.trust']({ serverId, sha256, typedName }, unwatchedWork())),
    check: () => serverCalls['server.check']({ serverId }, unwatchedWork()),
    load,
    save: async (values, { work = unwatchedWork(), view } = {}) => {
      const { snapshotId } = view ?? (await load());
      const changes: Changes = { values, secrets: {} };
      const { planId } = await calls['organization.plan']({ serverId, snapshotId, changes }, unwatchedWork());
      return calls['organization.update']({ planId, typedName: undefined, reason: undefined }, work);
    },
    close: () => removeTemporaryFolder(folder),
  };
}
