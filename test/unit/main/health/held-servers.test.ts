import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { Remembered } from '../../../../src-main/health/background-file';
import { createHeldServers, type HeldServers } from '../../../../src-main/health/held-servers';
import type { Reach } from '../../../../src-main/reach/reach';
import { createWork, type Handlers, unwatchedWork } from '../../../../src-main/work/work';
import type { ServerId } from '../../../../src-shared/model/server';
import { idOf } from '../transfer/samples';

const [one, two] = [idOf(1), idOf(2)];
let kept: Map<ServerId, Remembered>;
let asked: ServerId[];
let looks: number;
let reached: ServerId[];
let answer: () => Promise<void>;
let held: HeldServers;
const reach: Reach = async (id, _work, use) => {
  reached.push(id);
  await answer();
  return use({} as never, undefined as never);
};
const watched = () => createWork(new AbortController().signal, () => {});

beforeEach(() => {
  kept = new Map();
  asked = [];
  looks = 0;
  reached = [];
  answer = async () => {};
  held = createHeldServers({
    file: {
      get: (id) => kept.get(id) ?? { id, failures: 0, health: { state: 'unknown' } },
      set: (next) => void kept.set(next.id, next),
    },
    watch: {
      asking(id) {
        asked.push(id);
        return () => void asked.splice(asked.indexOf(id), 1);
      },
      running: async () => {},
      stop: () => {},
    },
    onChange: () => {
      looks += 1;
    },
  });
});

describe('a server that held the console up', () => {
  test('is kept as such, shown as failed, and looked at again at once', () => {
    held.add([one, two]);
    expect([held.has(one), held.has(two), kept.get(one)?.held]).toEqual([true, true, expect.stringMatching(/^20/)]);
    expect(kept.get(two)?.health).toMatchObject({ state: 'failed', failure: { code: 'ldap.held' } });
    expect(looks).toBe(1);
  });

  test('is not reached, whoever asks, and others are', async () => {
    held.add([one]);
    const guarded = held.holdBack(reach);
    for (const work of [watched(), unwatchedWork()]) {
      await expect(guarded(one, work, async () => 1)).rejects.toMatchObject({ code: 'ldap.held' });
      expect(await guarded(two, work, async () => 2)).toBe(2);
    }
    expect(reached).toEqual([two, two]);
  });

  test('is free again once the user has it checked, and not by another call', async () => {
    held.add([one]);
    const call = (_: unknown, work: never) => held.holdBack(reach)(one, work, async () => 'asked');
    const calls = held.noted({ 'server.check': call, 'organization.changed': call } as unknown as Handlers);
    const input = { serverId: one } as never;
    await expect(calls['organization.changed'](input, watched())).rejects.toMatchObject({ code: 'ldap.held' });
    const opened = calls['server.check']({ serverId: one, opened: true } as never, watched());
    await expect(opened).rejects.toMatchObject({ code: 'ldap.held' });
    expect(await calls['server.check'](input, watched())).toBe('asked');
    expect(await calls['organization.changed'](input, watched())).toBe('asked');
    expect(held.has(one)).toBe(false);
  });

  test.each([
    ['succeeds', async () => {}],
    ['fails', () => Promise.reject(new AppError('ldap.noReply'))],
  ])('is reported as such by a check during which the console stood still, even if that %s', async (_, end) => {
    const call = () => {
      held.add([one]);
      return end();
    };
    const calls = held.noted({ 'server.check': call } as unknown as Handlers);
    await expect(calls['server.check']({ serverId: one } as never, watched())).rejects.toMatchObject({
      code: 'ldap.held',
    });
  });
});

describe('which servers are being asked is noted', () => {
  test('while one is reached, and not after it failed', async () => {
    let during: ServerId[] = [];
    answer = async () => {
      during = [...asked];
      throw new AppError('net.timeout');
    };
    await held
      .holdBack(reach)(one, unwatchedWork(), async () => 1)
      .catch(() => {});
    expect([during, asked]).toEqual([[one], []]);
  });

  test('while a call of the window about one runs; a call about none is handed through', async () => {
    const seen: [unknown, ServerId[]][] = [];
    const call = async (input: unknown) => void seen.push([input, [...asked]]);
    const calls = held.noted({ 'smtp.test': call, 'app.state': call } as unknown as Handlers);
    await calls['smtp.test']({ serverId: one } as never, watched());
    await calls['app.state'](undefined, watched());
    expect(seen).toEqual([
      [{ serverId: one }, [one]],
      [undefined, []],
    ]);
    expect(asked).toEqual([]);
  });
});
