import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Work } from '../../../src-main/work/work';
import type { ResetRunView } from '../../../src-shared/model/reset';
import { message } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';
import { carries } from '../../support/hostile-ldap/message';
import { workWith } from '../../support/test-console';
import { mailTo, names, type ResetLab, startResetLab } from './reset-console';

let lab: ResetLab;
afterEach(() => lab.stop());

const isAdd = carries('add');
const isRequest = (bytes: Buffer) => isAdd(bytes) && bytes.includes('oxGuid=');
const isDelete = carries('delete');
const request = () => lab.calls['reset.request']({ serverId: lab.serverId, ...mailTo }, lab.work());
const withdraw = (runId: string) => lab.calls['reset.withdraw']({ serverId: lab.serverId, runId }, lab.work());
const outcomes = () => lab.history.list().map(({ outcome }) => outcome);
/** What the start of a console does by itself comes to an end some time later. */
const soon = (assertion: () => Promise<void>) => vi.waitFor(assertion, { timeout: 20_000, interval: 50 });
const lastRun = async () => {
  const [run] = await lab.runsNow();
  if (!run) throw new Error('there is no run');
  return run;
};

describe('the connection breaks at the write', () => {
  test('with the answer on its way: reading again finds the request, and the mail goes out', async () => {
    lab = await startResetLab();
    const swallowed = lab.proxy.dropNextResponse(isRequest);
    const requesting = request();
    await swallowed;
    lab.proxy.cut();
    expect(inEnglish(await requesting)).toMatchObject({
      kind: 'written',
      run: { entry: 'there', mail: 'accepted' },
      notes: [expect.stringContaining('not known how the write ended')],
    });
    expect(lab.smtp.messages()).toHaveLength(1);
    expect(outcomes()).toEqual(['saved']);
  });

  test('with the request on its way: nothing is there, and no mail goes out', async () => {
    lab = await startResetLab();
    const swallowed = lab.proxy.dropNextRequest(isRequest);
    const requesting = request();
    await swallowed;
    lab.proxy.cut();
    expect(await requesting).toMatchObject({
      kind: 'notWritten',
      failure: { code: 'net.dropped', stage: 'Write' },
      run: { entry: 'none', canWithdraw: false },
    });
    expect(await lab.stored()).toEqual([]);
    expect(lab.smtp.connections()).toBe(0);
    expect(outcomes()).toEqual(['notSaved']);
  });
});

describe('the server is gone between the write and the mail', () => {
  async function writeAndDie(): Promise<void> {
    lab = await startResetLab();
    const swallowed = lab.proxy.dropNextResponse(isRequest);
    const requesting = request();
    await swallowed;
    await lab.slapd.kill9();
    lab.proxy.cut();
    expect(await requesting).toMatchObject({ kind: 'unknown', run: { entry: 'open', canWithdraw: true } });
    expect(lab.smtp.connections()).toBe(0);
    expect(outcomes()).toEqual(['unknown']);
  }

  test('nothing can be told until it is back: then the entry is found, and can be withdrawn', async () => {
    await writeAndDie();
    await expect(lab.pending()).rejects.toMatchObject({ code: 'net.dropped' });
    expect(await lastRun()).toMatchObject({ entry: 'open' });
    await lab.slapd.restart();
    await lab.pending();
    const { id, ...run } = await lastRun();
    expect(run).toMatchObject({ entry: 'there', mail: 'none', canWithdraw: true });
    expect(outcomes()).toEqual(['saved']);
    expect(await withdraw(id)).toMatchObject({ kind: 'withdrawn' });
    expect(await lab.slapd.search(names.applianceDn, '(ou=resetPasswordRequests)')).toEqual([]);
  });

  test('it comes back without the entry: that settles it as not written', async () => {
    await writeAndDie();
    await lab.slapd.restart();
    const [entry] = await lab.stored();
    await lab.slapd.modify(`dn: ${entry?.get('dn')?.[0]}\nchangetype: delete\n`);
    await lab.pending();
    expect(await lastRun()).toMatchObject({ entry: 'none', canWithdraw: false });
    expect(outcomes()).toEqual(['notSaved']);
  });
});

describe('the app is killed', () => {
  test('right after the write: the next start finds the request by its seal', async () => {
    lab = await startResetLab();
    const swallowed = lab.proxy.dropNextResponse(isRequest);
    const requesting = request();
    await swallowed;
    // What a crash leaves at this moment, while the first console still waits for its answer.
    expect(outcomes()).toEqual(['pending']);
    const next = await lab.another('copy');
    await soon(async () => {
      expect(await next.runsNow()).toMatchObject([{ entry: 'there', mail: 'none', canWithdraw: true }]);
      expect(next.history.list()).toMatchObject([{ outcome: 'saved' }]);
    });
    const [run] = await next.runsNow();
    expect(inEnglish(run?.events.at(-1)?.text)).toContain('No mail was sent');
    const input = { serverId: lab.serverId, runId: run?.id ?? '' };
    expect(await next.calls['reset.withdraw'](input, lab.work())).toMatchObject({ kind: 'withdrawn' });
    lab.proxy.cut();
    expect(await requesting).toMatchObject({ kind: 'notWritten' });
  });

  test('right before the write: the next start finds nothing', async () => {
    lab = await startResetLab();
    const swallowed = lab.proxy.dropNextRequest(isRequest);
    const requesting = request();
    await swallowed;
    const next = await lab.another('copy');
    await soon(async () => {
      expect(await next.runsNow()).toMatchObject([
        { entry: 'none', events: [{ kind: 'begun' }, { kind: 'notWritten' }] },
      ]);
      expect(next.history.list()).toMatchObject([{ outcome: 'notSaved' }]);
    });
    lab.proxy.cut();
    await requesting;
  });

  test('while the mail goes out: the next start says that it may have', async () => {
    let reached = () => {};
    const atMail = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    lab = await startResetLab({
      smtp: {
        script: {
          message: (session) => {
            reached();
            void held.then(() => session.proper());
          },
        },
      },
    });
    const requesting = request();
    await atMail;
    const next = await lab.another('copy');
    await soon(async () =>
      expect(await next.runsNow()).toMatchObject([{ entry: 'there', mail: 'unknown', canWithdraw: true }]),
    );
    goOn();
    expect(await requesting).toMatchObject({ run: { mail: 'accepted' } });
  });

  test('after the request would have expired on a server that cleans up: it is not called unwritten', async () => {
    lab = await startResetLab({ version: '3.1.5' });
    const swallowed = lab.proxy.dropNextRequest(isRequest);
    const requesting = request();
    await swallowed;
    const next = await lab.another('copy', new Date(Date.now() + 3_600_000));
    await soon(async () => {
      expect(await next.runsNow()).toMatchObject([{ entry: 'gone', events: [{ kind: 'begun' }, { kind: 'expired' }] }]);
      expect(next.history.list()).toMatchObject([{ outcome: 'unknown' }]);
    });
    lab.proxy.cut();
    await requesting;
  });
});

describe('a withdrawal whose answer is lost', () => {
  test.each([
    ['was carried out', 'dropNextResponse', 'gone'],
    ['was not', 'dropNextRequest', 'there'],
  ] as const)('and that %s is reported by the next reading', async (_, fault, entry) => {
    lab = await startResetLab();
    const { run } = await request();
    const swallowed = lab.proxy[fault](isDelete);
    const withdrawing = withdraw(run.id);
    await swallowed;
    lab.proxy.cut();
    expect(await withdrawing).toMatchObject({ kind: 'unknown', run: { entry: 'open' } });
    await lab.pending();
    expect(await lastRun()).toMatchObject({ entry, mail: 'accepted' });
    expect(outcomes()).toEqual([entry === 'gone' ? 'saved' : 'notSaved', 'saved']);
  });
});

describe('a removal that did not last', () => {
  /** Somebody adds the request again between its removal and the reading back. */
  async function addedAgain(): Promise<[run: ResetRunView, work: Work]> {
    lab = await startResetLab();
    const { run } = await request();
    const [entry] = await lab.stored();
    const [dn = ''] = entry?.get('dn') ?? [];
    const values = ['oxGuid', 'personInum', 'creationDate'].map((name) => `${name}: ${entry?.get(name)?.[0]}`);
    const classes = ['top', 'gluuPasswordResetRequest'].map((name) => `objectClass: ${name}`);
    const branch = `dn: ${names.resetRequestsDn}\nchangetype: add\nobjectClass: organizationalUnit\nou: resetPasswordRequests\n\n`;
    const again = [`dn: ${dn}`, 'changetype: add', ...classes, ...values, ''].join('\n');
    const add = async () => {
      const found = await lab.slapd.search(names.applianceDn, '(ou=resetPasswordRequests)');
      await lab.slapd.modify(found.length === 0 ? branch + again : again);
    };
    return [run, workWith('Read back', add)];
  }

  test('is not called a withdrawal, and the next reading finds the request', async () => {
    const [{ id }, work] = await addedAgain();
    const input = { serverId: lab.serverId, runId: id };
    expect(await lab.calls['reset.withdraw'](input, work)).toMatchObject({
      kind: 'unknown',
      failure: { code: 'ldap.conflict', stage: 'Read back', facts: { found: message('writes.readBack.stillThere') } },
      run: { entry: 'open' },
    });
    expect(lab.history.list()[0]).not.toHaveProperty('verifiedAt');
    await lab.pending();
    expect(await lastRun()).toMatchObject({ entry: 'there', canWithdraw: true });
    expect(outcomes()).toEqual(['notSaved', 'saved']);
  });

  test('is reported by a purge as well', async () => {
    const [, work] = await addedAgain();
    const { requests } = await lab.calls['reset.pending']({ serverId: lab.serverId }, lab.work());
    const which = { kind: 'one' as const, requestId: requests[0]?.requestId ?? '' };
    expect(await lab.calls['reset.purge']({ serverId: lab.serverId, which }, work)).toMatchObject({
      removed: 1,
      failure: { code: 'ldap.conflict', stage: 'Read back' },
    });
    expect(outcomes()).toEqual(['unknown', 'saved']);
  });
});
