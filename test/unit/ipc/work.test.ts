import { expect, test } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { hideFromLog } from '../../../src-main/base/redact';
import { createWork, isUnwatched, quietWork, unwatchedWork } from '../../../src-main/work/work';
import type { Step } from '../../../src-shared/model/work';
import { verbatim } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';

function watched() {
  const cancel = new AbortController();
  const sent: { steps: Step[]; cancellable: boolean }[] = [];
  const work = createWork(cancel.signal, (steps, cancellable) => sent.push({ steps, cancellable }));
  const states = () => sent.map(({ steps }) => steps.map(({ name, state }) => `${name} ${state}`).join(', '));
  return { work, cancel: () => cancel.abort(), sent, states, last: () => sent.at(-1)?.steps ?? [] };
}
const never = () => new Promise<never>(() => {});
const failing = (error: unknown) => () => Promise.reject(error);

test('stages are reported beforehand, while they run and when they end', async () => {
  const { work, states, last } = watched();
  work.plan(['Name', 'TLS']);
  const found = await work.step('Name', async (note) => {
    note(verbatim('192.0.2.7'));
    return 7;
  });
  expect(found).toBe(7);
  work.skip('TLS', verbatim('Not wanted.'));
  expect(states()).toEqual([
    'Name waiting, TLS waiting',
    'Name running, TLS waiting',
    'Name running, TLS waiting',
    'Name done, TLS waiting',
    'Name done, TLS skipped',
  ]);
  expect(last()).toEqual([
    { name: 'Name', state: 'done', text: verbatim('192.0.2.7'), ms: expect.any(Number) },
    { name: 'TLS', state: 'skipped', text: verbatim('Not wanted.') },
  ]);
});

test('what was sent does not change afterwards', async () => {
  const { work, sent } = watched();
  await work.step('Name', async () => {});
  expect(sent[0]?.steps[0]?.state).toBe('running');
});

test('planning twice adds nothing twice, and a stage that was not planned joins at the end', async () => {
  const { work, last } = watched();
  work.plan(['Name', 'TLS']);
  work.plan(['TLS', 'Login']);
  await work.step('Bye', async () => {});
  expect(last().map(({ name }) => name)).toEqual(['Name', 'TLS', 'Login', 'Bye']);
});

test('a warning stays, whatever is noted after it', async () => {
  const { work, last } = watched();
  await work.step('TLS', async (note) => {
    note(verbatim('expires soon'), true);
    note(verbatim('TLS 1.2'));
  });
  expect(last()).toEqual([{ name: 'TLS', state: 'warned', text: verbatim('TLS 1.2'), ms: expect.any(Number) }]);
});

test('a failure gets the name of its stage and keeps its cause', async () => {
  const { work, last } = watched();
  const thrown = new AppError('net.refused', { at: 'gluu:1636', detail: 'ECONNREFUSED' });
  const caught = await work.step('Connect', failing(thrown)).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(AppError);
  expect(caught).toMatchObject({ code: 'net.refused', cause: thrown });
  expect((caught as AppError).about).toEqual({ at: 'gluu:1636', detail: 'ECONNREFUSED', stage: 'Connect' });
  expect(last()).toMatchObject([{ state: 'failed', text: verbatim('ECONNREFUSED') }]);
});

test('a stage that is named already keeps its name', async () => {
  const { work } = watched();
  const thrown = new AppError('tls.failed', { stage: 'TLS' });
  expect(await work.step('Connect', failing(thrown)).catch((error: unknown) => error)).toBe(thrown);
});

test('a bug passes as it is, and its message is not shown', async () => {
  const { work, last } = watched();
  const bug = new TypeError('geheim is not a function');
  expect(await work.step('Login', failing(bug)).catch((error: unknown) => error)).toBe(bug);
  expect(last()).toEqual([{ name: 'Login', state: 'failed', ms: expect.any(Number) }]);
});

test('a secret in the other side’s words is not shown in the stage', async () => {
  const { work, last } = watched();
  hideFromLog('kEy-8/+ö');
  await work.step('Login', failing(new AppError('ldap.credentials', { detail: 'not kEy-8/+ö' }))).catch(() => {});
  expect(last()[0]?.text).toEqual(verbatim('not [hidden]'));
  await work.step('Sender', async (note) => note(verbatim('250 kEy-8/+ö is fine')));
  expect(last()[1]?.text).toEqual(verbatim('250 [hidden] is fine'));
});

test('cancel ends a stage at once, whatever runs beneath, and no other begins', async () => {
  const { work, cancel, last } = watched();
  const running = work.step('Connect', never);
  cancel();
  await expect(running).rejects.toMatchObject({ code: 'work.cancelled', about: { stage: 'Connect' } });
  expect(work.signal.aborted).toBe(true);
  let begun = false;
  const next = work.step('TLS', async () => {
    begun = true;
  });
  await expect(next).rejects.toMatchObject({ code: 'work.cancelled' });
  expect(begun).toBe(false);
  expect(inEnglish(last().map(({ state, text }) => [state, text]))).toEqual([
    ['skipped', 'cancelled'],
    ['skipped', 'cancelled'],
  ]);
});

test('a rejection that comes after the cancel troubles nobody', async () => {
  const { work, cancel } = watched();
  let reject = (_: Error) => {};
  const running = work.step(
    'Connect',
    () =>
      new Promise((_, no) => {
        reject = no;
      }),
  );
  cancel();
  await expect(running).rejects.toMatchObject({ code: 'work.cancelled' });
  reject(new Error('late')); // unhandled, it would fail this run
  await new Promise((resolve) => setImmediate(resolve));
});

test('a call that is cancelled before it begins does nothing', async () => {
  const work = createWork(AbortSignal.abort(), () => {});
  await expect(work.step('Name', async () => 1)).rejects.toMatchObject({ code: 'work.cancelled' });
});

test('once something is being written, cancel no longer has an effect', async () => {
  const { work, cancel, sent } = watched();
  await work.step('Compare', async () => {});
  expect(sent.at(-1)?.cancellable).toBe(true);
  work.commit();
  expect(sent.at(-1)?.cancellable).toBe(false);
  cancel();
  expect(work.signal.aborted).toBe(false);
  expect(await work.step('Write', async () => 'written')).toBe('written');
  expect(sent.at(-1)?.cancellable).toBe(false);
});

test('a quiet work names the stage of a failure, ends with its cancel, writes on after it, and may be asked for', async () => {
  const cancel = new AbortController();
  const work = quietWork(cancel.signal);
  work.plan(['Name']);
  work.skip('TLS', verbatim('not wanted'));
  expect(await work.step('Name', async (note) => note(verbatim('192.0.2.7')))).toBeUndefined();
  const refused = failing(new AppError('net.refused'));
  await expect(work.child('one').step('Connect', refused)).rejects.toMatchObject({ about: { stage: 'Connect' } });
  expect(isUnwatched(work.child('one'))).toBe(false);
  const running = Promise.all([work.step('Connect', never), work.child('one').step('TLS', never)]);
  const writing = quietWork(cancel.signal);
  writing.child('one').commit();
  cancel.abort();
  await expect(running).rejects.toMatchObject({ code: 'work.cancelled', about: { stage: 'Connect' } });
  await expect(work.child('one').step('TLS', async () => {})).rejects.toMatchObject({ code: 'work.cancelled' });
  expect(await writing.step('Write', async () => 'written')).toBe('written');
});

test('an unwatched work runs to its end', async () => {
  const work = unwatchedWork();
  work.plan(['Name']);
  expect(await work.step('Name', async () => 1)).toBe(1);
  expect(work.signal.aborted).toBe(false);
});
