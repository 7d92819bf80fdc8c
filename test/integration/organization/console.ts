import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BeforeImages, openBeforeImages } from '../../../src-main/history/before-images';
import { type History, openHistory } from '../../../src-main/history/history-log';
import { createHoldWatch, type Held } from '../../../src-main/organization/hold-watch';
import { organizationService } from '../../../src-main/organization/organization-service';
import { organizationSettler } from '../../../src-main/organization/organization-settler';
import type { UpdatePlans } from '../../../src-main/organization/plans';
import { rollbackService } from '../../../src-main/organization/rollback-service';
import { IdStore } from '../../../src-main/organization/snapshots';
import { createReach } from '../../../src-main/reach/reach';
import { type AllowedWriting, createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { unwatchedWork, type Work } from '../../../src-main/work/work';
import { createSettle, type Settle } from '../../../src-main/write/settle';
import type { Notice } from '../../../src-shared/model/app';
import type {
  ChangePlan,
  OrganizationView,
  RollbackOutcome,
  UpdateOutcome,
} from '../../../src-shared/model/organization';
import { type ServerDraft, ServerId } from '../../../src-shared/model/server';
import { changesOf, type TestChanges } from '../../support/changes';
import { memoryKeychain } from '../../support/fake-keychain';
import { type GluuTreeOptions, gluuTree } from '../../support/gluu-tree';
import { type Slapd, type SlapdOptions, startSlapd } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

export const salt = 'abcdefghijklMNOPQRST0123';

interface ConsoleOptions {
  tree?: Partial<GluuTreeOptions>;
  slapd?: SlapdOptions;
  /** Null: none is stored. */
  salt?: string | null;
  /** Log in as the account that may only read, unless `slapd` gives it more. */
  asReader?: boolean;
  profile?: Partial<ServerDraft>;
  /** Stands between the services and the history file. */
  history?: (real: History) => History;
  /** How long after a write the server's own refresh is waited for, in ms; by default longer than any test. */
  refreshMs?: number;
  /** A slapd that somebody else started and stops, reached at this port: for several consoles on one server. */
  on?: { slapd: Slapd; port: number };
}

/** The services of main with one server in their list: a slapd of its own, reached through a proxy. */
export interface TestConsole {
  slapd: Slapd;
  proxy: TcpProxy;
  serverId: ServerId;
  settle: Settle;
  history: History;
  beforeImages: BeforeImages;
  keychain: ReturnType<typeof memoryKeychain>;
  /** Where the files of this console lie. */
  folder: string;
  /** Whether production may be written to. */
  writing: AllowedWriting;
  /** What became of watched writes, as it was told. */
  held: { historyId: string; held: Held }[];
  alarms: Notice[];
  /** As the next run of the app does. */
  resumeWatch(): void;
  /** Keeps another salt for the server, as its form does; undefined: none. */
  enterSalt(salt: string | undefined): Promise<void>;
  /** The lines of the history file. */
  historyText(): string;
  load(): Promise<OrganizationView>;
  /** Plans upon a view; by default upon a fresh one. */
  plan(changes: TestChanges, view?: OrganizationView): Promise<ChangePlan>;
  /** Plans, and updates at once. */
  save(
    changes: TestChanges,
    options?: { view?: OrganizationView; work?: Work; reason?: string },
  ): Promise<UpdateOutcome>;
  update(plan: ChangePlan, options?: { work?: Work; typedName?: string; reason?: string }): Promise<UpdateOutcome>;
  /** Plans the rollback of a write; by default of the last. */
  rollback(historyId?: string): Promise<RollbackOutcome>;
  /** Rolls a write back, by default the last, with the reason that is offered. */
  rollBack(historyId?: string): Promise<UpdateOutcome>;
  /** The values of one attribute as they are stored. */
  stored(dn: string, attribute: string): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startConsole(options: ConsoleOptions = {}): Promise<TestConsole> {
  const version = options.tree?.version ?? '3.1.2';
  const slapd =
    options.on?.slapd ??
    (await startSlapd({ version, ldif: gluuTree({ version, ...options.tree }), ...options.slapd }));
  const proxy = await startProxy(options.on?.port ?? slapd.port);
  const folder = makeTemporaryFolder('console');
  const historyFile = path.join(folder, 'history.jsonl');

  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(memoryKeychain());
  const account = options.asReader ? slapd.reader : { dn: slapd.bindDn, password: slapd.password };
  const target = { host: '127.0.0.1', port: proxy.port, mode: 'plain', bindDn: account.dn } as const;
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
  await secrets.put(serverId, 'bindPassword', account.password, target);
  const usedSalt = options.salt === undefined ? salt : options.salt;
  if (usedSalt !== null) await secrets.put(serverId, 'salt', usedSalt, target);

  const writing = createAllowedWriting(() => {});
  if (!options.profile?.readOnly) writing.allow(profile);
  const servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const reach = createReach(servers, () => {});
  const opened = await openHistory(historyFile);
  const history = options.history?.(opened) ?? opened;
  const settle = createSettle({ reach, history }, { organization: organizationSettler });
  const held: TestConsole['held'] = [];
  const alarms: Notice[] = [];
  const watchAfter = (refreshMs: number) =>
    createHoldWatch({
      reach,
      history,
      tell: (_serverId, historyId, what) => held.push({ historyId, held: what }),
      alarm: (notice) => alarms.push(notice),
      waits: { refreshMs, againMs: 100 },
    });
  const holdWatch = watchAfter(options.refreshMs ?? 3_600_000);
  const keychain = memoryKeychain();
  const beforeImages = openBeforeImages(path.join(folder, 'before-images.json'), keychain);
  const plans: UpdatePlans = new IdStore();
  const calls = {
    ...organizationService({
      servers,
      reach,
      history,
      beforeImages,
      snapshots: new IdStore(),
      plans,
      settle,
      holdWatch,
    }),
    ...rollbackService({ servers, reach, history, beforeImages, plans, settle }),
  };

  const load = () => calls['organization.load']({ serverId }, unwatchedWork());
  const plan: TestConsole['plan'] = async (changes, view) => {
    const { snapshotId } = view ?? (await load());
    return calls['organization.plan']({ serverId, snapshotId, changes: changesOf(changes) }, unwatchedWork());
  };
  const update: TestConsole['update'] = ({ planId }, { work = unwatchedWork(), typedName, reason } = {}) =>
    calls['organization.update']({ planId, typedName, reason }, work);
  const rollback: TestConsole['rollback'] = (historyId = history.list()[0]?.id ?? '') =>
    calls['history.rollback']({ serverId, historyId }, unwatchedWork());
  return {
    slapd,
    proxy,
    serverId,
    settle,
    history,
    beforeImages,
    keychain,
    folder,
    writing,
    held,
    alarms,
    resumeWatch: () => watchAfter(100).resume(() => true),
    enterSalt: (entered) =>
      entered === undefined ? secrets.remove(serverId, 'salt') : secrets.put(serverId, 'salt', entered, target),
    historyText: () => readFileSync(historyFile, 'utf8'),
    load,
    plan,
    update,
    save: async (changes, { view, ...rest } = {}) => update(await plan(changes, view), rest),
    rollback,
    rollBack: async (historyId) => {
      const found = await rollback(historyId);
      if (found.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(found)}`);
      return update(found.plan, { reason: found.reason });
    },
    stored: async (dn, attribute) => {
      const [entry] = await slapd.search(dn, '(objectClass=*)', [attribute], { scope: 'base' });
      return entry?.get(attribute) ?? [];
    },
    stop: async () => {
      await proxy.stop();
      if (!options.on) await slapd.stop();
      removeTemporaryFolder(folder);
    },
  };
}

/** A Work that lets somebody else act right before one of its stages. */
export function workWith(stage: string, before: () => Promise<unknown>): Work {
  const work = unwatchedWork();
  return {
    ...work,
    step: async (name, run) => {
      if (name === stage) await before();
      return work.step(name, run);
    },
  };
}

/** One change record that gives an attribute these values instead of all others. */
export const replaceWith = (dn: string, attribute: string, ...values: string[]): string =>
  [
    `dn: ${dn}`,
    'changetype: modify',
    `replace: ${attribute}`,
    ...values.map((value) => `${attribute}:: ${Buffer.from(value).toString('base64')}`),
    '',
  ].join('\n');
