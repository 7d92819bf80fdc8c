import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { type Asked, type AskingCall, callTable, type HarmlessCall } from '../../src-main/calls/call-table';
import type { BoxWords } from '../../src-main/guard/box-words';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { openRunLog } from '../../src-main/reset/run-log';
import { type CallName, contract } from '../../src-shared/contract/contract';
import type { ServerDraft, ServerId } from '../../src-shared/model/server';
import { selfSigned } from '../support/certificates';
import { gluuTree } from '../support/gluu-tree';
import { someServer } from '../support/server-draft';
import { type Slapd, startSlapd } from '../support/slapd';
import { makeTemporaryFolder } from '../support/temporary-folder';
import { startTestConsole, type TestConsole } from '../support/test-console';
import { callInputs, keep, planned, typed } from './support/ipc-call-inputs';

const calls = Object.keys(callTable) as CallName[];
const asking = calls.filter((name): name is AskingCall => 'asks' in callTable[name]);
const harmless = calls.filter((name): name is HarmlessCall => 'harmless' in callTable[name]);
const asksOf = (name: AskingCall): readonly Asked[] => callTable[name].asks;

let slapd: Slapd;
/** Where nobody was asked about yet; whoever connects here does so unasked. */
let unconfirmed: Server;
let visitors = 0;
let console: TestConsole;
let inputs: ReturnType<typeof callInputs>;
let moved: ServerId;

const port = () => (unconfirmed.address() as AddressInfo).port;
const draftOf = (more: Partial<ServerDraft> = {}): ServerDraft => ({
  ...someServer,
  name: 'bank',
  // Production would be read-only again after some of these minutes.
  environment: 'test',
  port: slapd.port,
  bindDn: slapd.bindDn,
  ...more,
});

beforeAll(async () => {
  // Five refusals a minute, and nobody is asked about a place any longer: each call here has a minute of its own.
  vi.useFakeTimers({ toFake: ['Date'] });
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  unconfirmed = createServer((socket) => {
    visitors += 1;
    socket.on('error', () => {}).destroy();
  }).listen(0, '127.0.0.1');
  await once(unconfirmed, 'listening');

  const folder = makeTemporaryFolder('call-table');
  const runId = randomUUID();
  const { id } = await openServerRegistry(path.join(folder, 'servers.json')).add(draftOf());
  await openRunLog(path.join(folder, 'reset-runs.json'), () => false).begin(id, {
    id: runId,
    kind: 'rehearsal',
    token: 'ABCDEFGH',
    messageId: '<x@example.org>',
    beganAt: new Date().toISOString(),
    person: { inum: '@!1', name: 'Ada' },
    to: 'ada@example.org',
    relay: 'mail.example.org:587',
    entry: 'none',
    mail: 'accepted',
    events: [],
  });
  console = await startTestConsole({ folder, helpers: inject('helpers') });
  moved = id;
  const listed = await console.addServer({ name: 'listed', port: port(), readOnly: true });
  const kept = { serverId: moved, bindPassword: typed(slapd.password), salt: keep };
  await console.must('server.save', { ...kept, draft: draftOf() });
  const { snapshotId } = await console.must('organization.load', { serverId: moved });
  const planId = await planned({ console, moved }, snapshotId);
  await console.must('organization.update', { planId, typedName: 'bank' });
  const { entries } = await console.must('history.find', { sought: { words: [] }, limit: 1 });
  const historyId = entries[0]?.id ?? '';
  const certificate = (await selfSigned()).cert;
  inputs = callInputs({ console, moved, listed, draftOf, port: port(), snapshotId, historyId, runId, certificate });
  await console.must('server.save', { ...kept, draft: draftOf({ port: port(), mode: 'ldaps' }) });
}, 60_000);
afterAll(async () => {
  await console.stop();
  await slapd.stop();
  unconfirmed.close();
  vi.useRealTimers();
});

/** What a question is about, by what its button does. */
function kindOf({ yes }: BoxWords): Asked {
  if (yes === 'Connect') return 'place';
  if (yes === 'Copy' || yes === 'Open the page') return 'press';
  if (yes === 'Send mail to this address') return 'mail';
  if (yes === 'Send it unencrypted') return 'clearText';
  return yes.startsWith('Write to ') ? 'write' : 'weakening';
}
/** What the window hears where the user said no to it. */
const noTo: Record<Exclude<Asked, 'file'>, string> = {
  place: 'place.notAllowed',
  clearText: expect.stringMatching(/^(smtp|imap)\.clearText$/),
  mail: 'mail.notAllowed',
  write: 'write.notConfirmed',
  weakening: 'write.notConfirmed',
  press: 'write.notConfirmed',
};

/** What a call must not have changed where the user said no. */
const state = async () => ({
  servers: (await console.must('server.list')).filter(({ demo }) => !demo).map(({ secrets: _, ...profile }) => profile),
  autoLock: (await console.must('app.state')).autoLock,
  modifies: slapd.modifies().length,
  visitors,
});

/** Makes the call; the user says yes to everything but questions of the kind `no`, and cancels file dialogs. */
async function callSaying(name: CallName, input: unknown, no: Asked | 'everything') {
  vi.setSystemTime(Date.now() + 61_000);
  const [boxes, dialogs] = [console.boxes.length, console.dialogs.length];
  console.says.yes = (question) => no !== 'everything' && kindOf(question) !== no;
  const result = await console.call(name, input);
  console.says.yes = true;
  const asked = [
    ...console.boxes.slice(boxes).map(kindOf),
    ...console.dialogs.slice(dialogs).map(() => 'file' as const),
  ];
  return { result, asked };
}

test('has a row for every call of the contract, and a reason in each', () => {
  expect(calls.sort()).toEqual(Object.keys(contract).sort());
  const reasons = Object.values(callTable).map((row) => ('asks' in row ? row.why : row.harmless));
  expect(reasons.filter((why) => !/^[A-Z].{4,}\.$/.test(why))).toEqual([]);
});

describe('a call that asks does nothing without a yes:', () => {
  test.each(asking.flatMap((name) => asksOf(name).map((kind) => [name, kind] as const)))(
    '%s, %s',
    async (name, kind) => {
      const input = await inputs.asking[name](kind);
      const before = await state();
      const { result, asked } = await callSaying(name, input, kind);
      expect(asked).toContain(kind);
      expect(asked.filter((each) => !asksOf(name).includes(each))).toEqual([]);
      if (kind === 'file') expect(result).toMatchObject({ ok: true });
      // What each of many servers was refused for stands beside it.
      else if (name === 'health.check')
        expect([result, (await console.must('health.view')).health[moved]]).toMatchObject([
          { ok: true, value: { checked: 1, reached: 0 } },
          { state: 'failed', at: new Date().toISOString(), failure: { code: noTo[kind] } },
        ]);
      // A salt that cannot be proved is saved all the same, and said so.
      else if (result.ok) expect(result.value).toMatchObject({ unreached: { code: noTo[kind] } });
      else expect(result.failure).toMatchObject({ code: noTo[kind] });
      const after = await state();
      expect(after).toEqual({ ...before, ...(result.ok && kind === 'place' ? { servers: after.servers } : {}) });
    },
  );
});

describe('a call that is harmless asks nobody, takes no guard away, connects nowhere and writes to no server:', () => {
  const guards = async () => {
    const { servers, ...rest } = await state();
    const kept = servers.map(({ id, host, port, environment, readOnly, pin }) => [
      id,
      { host, port, environment, readOnly, pin },
    ]);
    return { ...rest, kept: Object.fromEntries(kept) as object };
  };
  test.each(harmless)('%s', async (name) => {
    const input = inputs.harmless[name]();
    expect(contract[name].input.safeParse(input)).toMatchObject({ success: true });
    const { kept, ...before } = await guards();
    const { asked } = await callSaying(name, input, 'everything');
    expect(asked).toEqual([]);
    expect(await guards()).toMatchObject({ ...before, kept });
  });
});
