import { expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { createWork, isUnwatched, unwatchedWork } from '../../../../src-main/work/work';
import type { Step } from '../../../../src-shared/model/work';
import { verbatim } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';

function watched() {
  const cancel = new AbortController();
  const sent: { steps: Step[]; cancellable: boolean }[] = [];
  const work = createWork(cancel.signal, (steps, cancellable) => sent.push({ steps, cancellable }));
  const shown = () =>
    inEnglish(sent.at(-1)?.steps ?? []).map(({ name, state, text }) => [name, state, text].filter(Boolean).join(' '));
  return { work, cancel: () => cancel.abort(), sent, shown };
}

test('the stages of two servers do not meet, and stand where each piece was begun', async () => {
  const { work, shown, sent } = watched();
  work.plan(['Plan']);
  const [one, other] = [work.child('one'), work.child('other')];
  one.plan(['Connect', 'TLS']);
  other.plan(['Connect']);
  work.plan(['Sum up']);
  await Promise.all([
    one.step('Connect', async (note) => note(verbatim('192.0.2.1'))),
    other.step('Connect', async (note) => note(verbatim('192.0.2.2'), true)),
  ]);
  one.skip('TLS', verbatim('not wanted'));
  other.planFirst(['SSH', 'Connect']);
  expect(shown()).toEqual([
    'Plan waiting',
    'one · Connect done 192.0.2.1',
    'one · TLS skipped not wanted',
    'other · SSH waiting',
    'other · Connect warned 192.0.2.2',
    'Sum up waiting',
  ]);
  for (const step of sent.at(-1)?.steps ?? [])
    expect(Object.keys(step).every((key) => /^(name|state|text|ms)$/.test(key))).toBe(true);
});

test('two servers of one name are told apart, and so is a stage of the work around them', async () => {
  const { work, shown } = watched();
  const [first, second] = [work.child('gluu'), work.child('gluu')];
  await work.step('Connect', async () => {});
  await second.step('Connect', async () => {});
  first.plan(['Connect']);
  expect(shown()).toEqual(['gluu · Connect waiting', 'gluu (2) · Connect done', 'Connect done']);
});

test('a piece may hold others, and what fails inside says where', async () => {
  const { work, shown } = watched();
  const inside = work.child('group').child('server');
  const failed = await inside
    .step('Login', () => Promise.reject(new AppError('ldap.credentials', { detail: 'no' })))
    .catch((error: AppError) => error.toFailure());
  expect(failed).toEqual({ code: 'ldap.credentials', stage: 'group · server · Login', detail: 'no' });
  expect(shown()).toEqual(['group · server · Login failed no']);
});

test('one that fails leaves the others as they are', async () => {
  const { work, shown } = watched();
  const [one, other] = [work.child('one'), work.child('other')];
  let finish = () => {};
  const running = other.step('Connect', () => new Promise<void>((resolve) => (finish = resolve)));
  await expect(one.step('Connect', () => Promise.reject(new AppError('net.refused')))).rejects.toThrow();
  expect(shown()).toEqual(['one · Connect failed', 'other · Connect running']);
  expect(other.signal.aborted).toBe(false);
  finish();
  await running;
  expect(shown()).toEqual(['one · Connect failed', 'other · Connect done']);
});

test('Cancel ends all of it, and once one piece writes, the whole call can no longer be cancelled', async () => {
  const cancelled = watched();
  const waiting = cancelled.work.child('one').step('Connect', () => new Promise(() => {}));
  cancelled.cancel();
  await expect(waiting).rejects.toMatchObject({ code: 'work.cancelled' });
  expect(cancelled.shown()).toEqual(['one · Connect skipped cancelled']);

  const writing = watched();
  const [one, other] = [writing.work.child('one'), writing.work.child('other')];
  one.commit();
  expect(writing.sent.at(-1)?.cancellable).toBe(false);
  writing.cancel();
  expect([one.signal.aborted, other.signal.aborted, writing.work.signal.aborted]).toEqual([false, false, false]);
});

test('what nobody watches is not watched inside either', () => {
  expect(isUnwatched(unwatchedWork().child('one').child('two'))).toBe(true);
  expect(isUnwatched(watched().work.child('one'))).toBe(false);
});

test('three hundred pieces are no trouble', async () => {
  const { work, sent, shown } = watched();
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const pieces = Array.from({ length: 300 }, (_, number) => work.child(`server ${number}`));
  await Promise.all(pieces.map((piece) => piece.step('Connect', async () => {})));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(shown()).toHaveLength(300);
  expect(new Set(shown()).size).toBe(300);
  expect(sent.at(-1)?.steps.every(({ state }) => state === 'done')).toBe(true);
  expect(warnings).toEqual([]);
});

test('few stages are told every 40 ms, many every quarter of a second', () => {
  vi.useFakeTimers();
  const toldOf = (count: number, after: number): number => {
    let told = 0;
    const work = createWork(new AbortController().signal, () => (told += 1), 40);
    work.plan(Array.from({ length: count }, (_, at) => `server ${at}`));
    work.skip('server 1', verbatim('not wanted'));
    vi.advanceTimersByTime(after);
    work.end();
    return told;
  };
  expect([toldOf(10, 39), toldOf(10, 40)]).toEqual([1, 2]);
  expect([toldOf(200, 249), toldOf(200, 250)]).toEqual([1, 2]);
  vi.useRealTimers();
});
