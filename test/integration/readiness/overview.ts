import path from 'node:path';
import { createReach } from '../../../src-main/reach/reach';
import type { ReadinessLimits } from '../../../src-main/readiness/read-facts';
import { readinessService } from '../../../src-main/readiness/readiness-service';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { unwatchedWork, type Work } from '../../../src-main/work/work';
import type { Readiness, ReadinessLink, ReadinessLinkId } from '../../../src-shared/model/readiness';
import { ServerId } from '../../../src-shared/model/server';
import type { MailTested } from '../../../src-shared/readiness/readiness-facts';
import { memoryKeychain } from '../../support/fake-keychain';
import { type GluuTreeOptions, gluuTree } from '../../support/gluu-tree';
import { type Slapd, type SlapdOptions, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

export const salt = 'abcdefghijklMNOPQRST0123';

interface OverviewOptions {
  tree: GluuTreeOptions;
  slapd?: SlapdOptions;
  /** Null: none is stored. */
  salt?: string | null;
  asReader?: boolean;
  lastTest?: MailTested;
  limits?: ReadinessLimits;
}

/** The services of main with one server in their list, whose readiness can be asked for. */
export interface Overview {
  slapd: Slapd;
  check(work?: Work): Promise<Readiness>;
  stop(): Promise<void>;
}

export async function startOverview(options: OverviewOptions): Promise<Overview> {
  const { version } = options.tree;
  const slapd = await startSlapd({ version, ldif: gluuTree(options.tree), ...options.slapd });
  const folder = makeTemporaryFolder('overview');
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(memoryKeychain());
  const account = options.asReader ? slapd.reader : { dn: slapd.bindDn, password: slapd.password };
  const target = { host: '127.0.0.1', port: slapd.port, mode: 'plain', bindDn: account.dn } as const;
  const profile = await registry.add({
    name: 'gluu-test',
    group: '',
    environment: 'test',
    notes: '',
    readOnly: false,
    route: { kind: 'direct' } as const,
    ...target,
  });
  const serverId = ServerId.parse(profile.id);
  await secrets.put(serverId, 'bindPassword', account.password, target);
  const usedSalt = options.salt === undefined ? salt : options.salt;
  if (usedSalt !== null) await secrets.put(serverId, 'salt', usedSalt, target);
  const servers = knownServers(registry, secrets, () => {});
  const { lastTest, limits } = options;
  const calls = readinessService({
    servers,
    reach: createReach(servers, () => {}),
    places: { allow: async () => {} },
    ...(lastTest ? { lastTest: () => lastTest } : {}),
    ...(limits ? { limits } : {}),
  });
  return {
    slapd,
    check: (work = unwatchedWork()) => calls['readiness.check']({ serverId }, work),
    stop: async () => {
      await slapd.stop();
      removeTemporaryFolder(folder);
    },
  };
}

/** One link of a chain. */
export function linkOf(chain: Readiness, id: ReadinessLinkId): ReadinessLink {
  const link = chain.links.find((each) => each.id === id);
  if (!link) throw new Error(`no link ${id}`);
  return link;
}
