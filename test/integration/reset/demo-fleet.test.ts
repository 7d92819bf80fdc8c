import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoFleet, startDemoFleet } from '../../../src-main/demo/fleet';
import { openHistory } from '../../../src-main/history/history-log';
import { createReach } from '../../../src-main/reach/reach';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { openResetLink } from '../../../src-main/reset/open-reset-link';
import { createRequestSettler } from '../../../src-main/reset/request-settler';
import { type ResetService, resetService } from '../../../src-main/reset/reset-service';
import { openRunLog } from '../../../src-main/reset/run-log';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { unwatchedWork } from '../../../src-main/work/work';
import { createSettle } from '../../../src-main/write/settle';
import { ServerId } from '../../../src-shared/model/server';
import { memoryKeychain } from '../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

let fleet: DemoFleet;
let folder: string;
let service: ResetService;
const ids = new Map<string, ServerId>();

beforeAll(async () => {
  fleet = await startDemoFleet();
  folder = makeTemporaryFolder('demo-reset');
  const secrets = serverSecrets(memoryKeychain());
  const servers = knownServers(openServerRegistry(path.join(folder, 'servers.json')), secrets, () => {});
  servers.setTemporary(
    fleet.servers.map(({ secrets: own, certificateSha256, ...draft }) => {
      const id = ServerId.parse(randomUUID());
      ids.set(draft.name, id);
      const acceptedAt = new Date().toISOString();
      return { secrets: own, profile: { ...draft, id, pin: { sha256: certificateSha256, acceptedAt } } };
    }),
  );
  const reach = createReach(servers, () => {});
  const history = await openHistory(path.join(folder, 'history.jsonl'));
  const runs = openRunLog(path.join(folder, 'reset-runs.json'), servers.isDemo);
  const now = () => new Date();
  service = resetService({
    servers,
    reach,
    history,
    settle: createSettle({ reach, history }, { resetRequest: createRequestSettler({ runs, now }) }),
    runs,
    now,
    places: { allow: async () => {} },
    clearText: { allow: async () => {} },
    mails: { allow: async () => {} },
    checkLink: (link, signal) => openResetLink(link, signal, { trusts: () => true }),
  });
});
afterAll(async () => {
  await fleet.stop();
  removeTemporaryFolder(folder);
});

const serverId = (name: string): ServerId => ids.get(name) ?? expect.unreachable(`no server ${name}`);
/** A person of that server, as its own tree names one. */
async function personOf(name: string): Promise<{ personInum: string; to: string }> {
  const server = fleet.servers.find((each) => each.name === name) ?? expect.unreachable(`no server ${name}`);
  const client = new Client({
    url: `ldaps://${server.host}:${server.port}`,
    tlsOptions: { rejectUnauthorized: false },
  });
  await client.bind(server.bindDn, server.secrets.bindPassword);
  const filter = '(&(objectClass=gluuPerson)(mail=*)(givenName=*))';
  const { searchEntries } = await client.search('o=gluu', { scope: 'sub', filter, attributes: ['inum', 'mail'] });
  await client.unbind();
  const [person] = searchEntries;
  return { personInum: String(person?.inum), to: String([person?.mail].flat()[0]) };
}

const requestOf = async (name: string) => ({
  serverId: serverId(name),
  ...(await personOf(name)),
});

it.each(['meadow-312', 'harbour-315'])(
  'a real request on %s of the demo fleet is written, told and withdrawn',
  async (name) => {
    const input = await requestOf(name);
    const preview = await service.calls['reset.preview'](input, unwatchedWork());
    expect(preview).toMatchObject({ subject: expect.stringContaining('[TEST'), requestProblems: [] });
    const outcome = await service.calls['reset.request'](input, unwatchedWork());
    expect(outcome).toMatchObject({ kind: 'written', run: { entry: 'there', mail: 'accepted', canWithdraw: true } });
    expect(JSON.stringify(fleet.inbox.list())).toContain(outcome.run.token);
    const pending = await service.calls['reset.pending']({ serverId: input.serverId }, unwatchedWork());
    expect(pending.requests.map(({ runId }) => runId)).toContain(outcome.run.id);
    const withdrawn = await service.calls['reset.withdraw'](
      { serverId: input.serverId, runId: outcome.run.id },
      unwatchedWork(),
    );
    expect(withdrawn).toMatchObject({ kind: 'withdrawn' });
  },
);

it.each([
  ['orchard-314', 'smtp.passwordUnreadable'],
  ['tower-318', 'input.invalid'],
])('the fault %s teaches is reported before anything is written', async (name, code) => {
  const input = await requestOf(name);
  await expect(service.calls['reset.request'](input, unwatchedWork())).rejects.toMatchObject({ code });
  expect(await service.calls['reset.runs']({ serverId: input.serverId })).toEqual([]);
  const pending = await service.calls['reset.pending']({ serverId: input.serverId }, unwatchedWork());
  expect(pending.requests).toEqual([]);
});
