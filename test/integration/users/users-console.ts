import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type History, openHistory } from '../../../src-main/history/history-log';
import { tellingEnds } from '../../../src-main/history/telling-ends';
import { createReach } from '../../../src-main/reach/reach';
import { createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { testUserSettler } from '../../../src-main/users/test-user-settler';
import { type UserCalls, userService } from '../../../src-main/users/user-service';
import { unwatchedWork, type Work } from '../../../src-main/work/work';
import { createSettle } from '../../../src-main/write/settle';
import { type ServerDraft, ServerId } from '../../../src-shared/model/server';
import { selfSigned } from '../../support/certificates';
import { memoryKeychain } from '../../support/fake-keychain';
import { gluuNames } from '../../support/gluu-names';
import { type GluuTreeOptions, gluuTree } from '../../support/gluu-tree';
import type { LdifEntry } from '../../support/ldif';
import { type Slapd, type SlapdOptions, startSlapd } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

export const names = gluuNames();
export const personDn = (last: string): string => `inum=${names.orgInum}!0000!${last},${names.peopleDn}`;

/** A person's record; `last` is the end of the inum, e.g. `0000.0001`. */
export function person(last: string, attributes: Record<string, string | string[]>): LdifEntry {
  return {
    dn: personDn(last),
    attributes: {
      objectClass: ['top', 'gluuPerson', 'gluuCustomPerson'],
      inum: `${names.orgInum}!0000!${last}`,
      ...attributes,
    },
  };
}

export interface UsersConsole {
  slapd: Slapd;
  proxy: TcpProxy;
  serverId: ServerId;
  calls: UserCalls;
  history: History;
  historyText(): string;
  /** The ids of servers whose history was said to be new. */
  told: string[];
  call<N extends keyof UserCalls>(
    name: N,
    input: Omit<Parameters<UserCalls[N]>[0], 'serverId'>,
    work?: Work,
  ): ReturnType<UserCalls[N]>;
  stop(): Promise<void>;
}

/** The calls about people with one server in the list: a slapd of its own over LDAPS, through a proxy that tells its requests apart. */
export async function startUsersConsole(
  options: {
    tree?: Partial<GluuTreeOptions>;
    slapd?: SlapdOptions;
    profile?: Partial<ServerDraft>;
    asReader?: boolean;
  } = {},
): Promise<UsersConsole> {
  const version = options.tree?.version ?? '3.1.2';
  const own = await selfSigned();
  const slapd = await startSlapd({ version, ldif: gluuTree({ version, ...options.tree }), tls: own, ...options.slapd });
  const plain = options.profile?.mode === 'plain';
  const proxy = await startProxy(slapd.port, plain ? {} : { tls: own });
  const folder = makeTemporaryFolder('users');
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(memoryKeychain());
  const account = options.asReader ? slapd.reader : { dn: slapd.bindDn, password: slapd.password };
  const target = { host: '127.0.0.1', port: proxy.port, mode: plain ? 'plain' : 'ldaps', bindDn: account.dn } as const;
  const profile = await registry.add({
    name: 'Test server',
    group: '',
    environment: 'test',
    notes: '',
    readOnly: false,
    route: { kind: 'direct' } as const,
    ...target,
    ...options.profile,
  });
  const serverId = ServerId.parse(profile.id);
  await registry.pin(serverId, { sha256: own.sha256, acceptedAt: new Date().toISOString() }, profile);
  await secrets.put(serverId, 'bindPassword', account.password, target);
  const writing = createAllowedWriting(() => {});
  if (!options.profile?.readOnly) writing.allow(profile);
  const servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const historyFile = path.join(folder, 'history.jsonl');
  const told: string[] = [];
  const history = tellingEnds(await openHistory(historyFile), (id) => told.push(id));
  const reach = createReach(servers, () => {});
  const calls = userService({
    servers,
    reach,
    history,
    settle: createSettle({ reach, history }, { testUser: testUserSettler }),
  });
  return {
    slapd,
    proxy,
    serverId,
    calls,
    history,
    told,
    historyText: () => readFileSync(historyFile, 'utf8'),
    call: (name, input, work = unwatchedWork()) =>
      (calls[name] as (input: unknown, work: Work) => never)({ serverId, ...input }, work),
    stop: async () => {
      await proxy.stop();
      await slapd.stop();
      removeTemporaryFolder(folder);
    },
  };
}
