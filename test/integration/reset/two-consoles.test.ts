import { afterEach, describe, expect, test } from 'vitest';
import type { Work } from '../../../src-main/work/work';
import type { ResetRequestOutcome } from '../../../src-shared/model/reset';
import { message } from '../../../src-shared/texts/message';
import { mailTo, names, type ResetConsole, type ResetLab, startResetLab } from './reset-console';

let lab: ResetLab;
afterEach(() => lab.stop());

const request = (console: ResetConsole, work: Work = lab.work()) =>
  console.calls['reset.request']({ serverId: lab.serverId, ...mailTo }, work);
const withdraw = (console: ResetConsole, { run }: ResetRequestOutcome) =>
  console.calls['reset.withdraw']({ serverId: lab.serverId, runId: run.id }, lab.work());
const removeAll = async () => {
  for (const entry of await lab.stored()) await lab.slapd.modify(`dn: ${entry.get('dn')?.[0]}\nchangetype: delete\n`);
};

describe('two consoles at once', () => {
  test('both write, though both made the branch; the last to withdraw leaves the tree as it was', async () => {
    lab = await startResetLab();
    const before = await lab.slapd.dump();
    const second = await lab.another('own');
    // Neither begins to write before both have seen that there is no branch.
    let waiting = 0;
    let go = () => {};
    const bothReady = new Promise<void>((resolve) => {
      go = resolve;
    });
    const together = (): Work => {
      const work = lab.work();
      return {
        ...work,
        step: async (name, run) => {
          if (name === 'Write') {
            waiting += 1;
            if (waiting === 2) go();
            await bothReady;
          }
          return work.step(name, run);
        },
      };
    };
    const [one, two] = await Promise.all([request(lab, together()), request(second, together())]);
    expect([one.kind, two.kind]).toEqual(['written', 'written']);
    expect(await lab.stored()).toHaveLength(2);
    expect(await withdraw(lab, one)).toMatchObject({ kind: 'withdrawn' });
    expect(await lab.stored()).toHaveLength(1);
    expect(await withdraw(second, two)).toMatchObject({ kind: 'withdrawn' });
    expect(await lab.slapd.dump()).toBe(before);
  });

  test('one purges what the other wrote: the other finds it gone', async () => {
    lab = await startResetLab();
    const second = await lab.another('own');
    const written = await request(lab);
    const pending = await second.calls['reset.pending']({ serverId: lab.serverId }, lab.work());
    const which = { kind: 'one', requestId: pending.requests[0]?.requestId ?? '' } as const;
    expect(await second.calls['reset.purge']({ serverId: lab.serverId, which }, lab.work())).toMatchObject({
      removed: 1,
    });
    expect(await withdraw(lab, written)).toMatchObject({ kind: 'gone', run: { entry: 'gone', canWithdraw: false } });
  });

  test('a branch that was there before stays', async () => {
    lab = await startResetLab();
    await request(lab);
    await removeAll();
    const second = await lab.another('own');
    await withdraw(second, await request(second));
    expect(await lab.slapd.search(names.applianceDn, '(ou=resetPasswordRequests)')).toHaveLength(1);
  });
});

describe('withdrawing a request that is gone', () => {
  test('before its time means that it was used', async () => {
    lab = await startResetLab();
    const written = await request(lab);
    await removeAll();
    const { run } = await withdraw(lab, written);
    expect(run).toMatchObject({ entry: 'gone', canWithdraw: false });
    expect(run.events.at(-1)).toMatchObject({ kind: 'used' });
  });

  test('after its time means that it expired', async () => {
    lab = await startResetLab({ version: '3.1.5' });
    const written = await request(lab);
    await removeAll();
    lab.now(new Date(Date.now() + 3_600_000));
    expect((await withdraw(lab, written)).run.events.at(-1)).toMatchObject({ kind: 'expired' });
  });
});

describe('the link of a request', () => {
  test('that nobody answers is a finding', async () => {
    const text = message('reset.answer.notWeb');
    lab = await startResetLab({ checkLink: async () => ({ good: false, text }) });
    expect(await request(lab)).toMatchObject({ kind: 'written', link: { good: false, text } });
  });
});
