import { setTimeout as pause } from 'node:timers/promises';
import { openHistory } from '../../src-main/history/history-log';
import { expect, test } from '../e2e/support/app';
import { carries } from '../support/hostile-ldap/message';
import { securityCase, titled } from './case';
import { nthReading, organizationDn, type Round, roundOf, type Scene, startScene } from './support/process-app';

test.setTimeout(240_000);

/** Resolves once the history tells of a write that it does not know now, or of that write's end: older ones may still be settled. */
function recorded(scene: Scene, kind: 'begun' | 'ended'): Promise<void> {
  const idsOf = (wanted: string) =>
    scene
      .historyText()
      .split('\n')
      .filter((line) => line.includes(`"kind":"${wanted}"`))
      .map((line) => /"id":"([^"]+)"/.exec(line)?.[1]);
  const before = idsOf('begun');
  return (async () => {
    while (!idsOf(kind).some((id) => !before.includes(id))) await pause(1);
  })();
}

/** A reading after the last modify of Update: others may read meanwhile, to settle what the kill before this one left open. */
function readBack(): (bytes: Buffer) => boolean {
  const isLast = modifyOf(organizationDn);
  const isReading = nthReading(1);
  let written = false;
  return (bytes) => {
    written ||= isLast(bytes);
    return written && isReading(bytes);
  };
}

interface Point {
  name: string;
  /** Resolves at the moment at which the app is to be killed. */
  arm(scene: Scene): Promise<unknown>;
  /** Which of the two entries must hold the new values; undefined where the kill may come before or after the write. */
  written?: { appliance: boolean; organization: boolean };
}
const none = { appliance: false, organization: false };
const applianceOnly = { appliance: true, organization: false };
const both = { appliance: true, organization: true };
const modifyOf = (dn: string) => (bytes: Buffer) => carries('modify')(bytes) && bytes.includes(dn);
const values = (bytes: Buffer) => carries('modify')(bytes) && bytes.includes('oxTrustEmail');

const points: Point[] = [
  {
    name: 'before the login',
    arm({ proxy }) {
      proxy.cut(); // the session of the call before is kept
      return proxy.dropNextRequest(carries('bind'));
    },
    written: none,
  },
  { name: 'before the comparison', arm: ({ proxy }) => proxy.dropNextRequest(nthReading(1)), written: none },
  { name: 'while compared', arm: ({ proxy }) => proxy.dropNextResponse(nthReading(1)), written: none },
  { name: 'when the history has the write', arm: (scene) => recorded(scene, 'begun') },
  { name: 'before the first modify arrives', arm: ({ proxy }) => proxy.dropNextRequest(values), written: none },
  { name: 'before its answer comes', arm: ({ proxy }) => proxy.dropNextResponse(values), written: applianceOnly },
  {
    name: 'between two entries',
    arm: ({ proxy }) => proxy.dropNextRequest(modifyOf(organizationDn)),
    written: applianceOnly,
  },
  { name: 'before it is read back', arm: ({ proxy }) => proxy.dropNextRequest(readBack()), written: both },
  { name: 'while it is read back', arm: ({ proxy }) => proxy.dropNextResponse(readBack()), written: both },
  { name: 'when the history has the end', arm: (scene) => recorded(scene, 'ended'), written: both },
];

/** Each entry is one modify: all of its values are new, or none is. */
function writtenOf(stored: Round, before: Round, round: Round) {
  const ofAppliance = ({ email, host, port }: Round) => ({ email, host, port });
  const appliance = stored.email === round.email;
  expect(ofAppliance(stored)).toEqual(ofAppliance(appliance ? round : before));
  const organization = stored.name === round.name;
  expect(stored.name).toBe(organization ? round.name : before.name);
  return { appliance, organization };
}

test(titled('T54'), async () => {
  const scene = await startScene();
  try {
    for (const [index, point] of points.entries()) {
      await securityCase('T54', point.name, async () => {
        const before = await scene.stored();
        const round = roundOf(index + 1);
        const told = (await scene.history()).length;
        const planId = await scene.plan(round);
        const reached = point.arm(scene);
        void scene.update(planId);
        await reached;
        await scene.kill9();

        const written = writtenOf(await scene.stored(), before, round);
        if (point.written) expect(written).toEqual(point.written);
        expect((await (await openHistory(`${scene.app.folder}/history.jsonl`)).verify()).ok).toBe(true);
        await scene.restart();
        await scene.load();
        const history = await scene.history();
        const expected = !written.appliance ? 'notSaved' : written.organization ? 'saved' : 'unknown';
        if (history.length === told) expect(written).toEqual(none);
        else expect(history[0]).toMatchObject({ outcome: expected });
        // Nothing was sent a second time by the new process.
        expect(writtenOf(await scene.stored(), before, round)).toEqual(written);
        expect(history.map(({ outcome }) => outcome)).not.toContain('pending');
      });
    }
  } finally {
    await scene.stop();
  }
});
