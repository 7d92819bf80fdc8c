import { expect, test, vi } from 'vitest';
import type { Question } from '../../../../src-main/guard/confirm';
import { MAX_WAITING, oneDialog } from '../../../../src-main/guard/one-dialog';
import { verbatim } from '../../../../src-shared/texts/message';
import { say } from '../../../support/english';

const question: Question = { message: verbatim('Write?'), lines: [], yes: verbatim('Write') };
const watched = () => new AbortController().signal;
const refused = { code: 'dialog.open' };

/** Dialogs that stay open until they are answered here. */
function dialogs() {
  const open: ((answer: { yes: boolean; boxTicked: boolean }) => void)[] = [];
  let shown = 0;
  let most = 0;
  const show = () =>
    new Promise<{ yes: boolean; boxTicked: boolean }>((resolve) => {
      shown += 1;
      open.push(resolve);
      most = Math.max(most, open.length);
    });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const answer = async () => {
    await settled();
    open.shift()?.({ yes: true, boxTicked: false });
    await settled();
  };
  const choose = async () => ((await show()).yes ? '/chosen' : undefined);
  const one = oneDialog({ confirm: show, files: { choose, chooseTarget: choose } });
  return { ...one, answer, shown: () => shown, most: () => most };
}

test('of 150 file dialogs at once one is shown, and the others are refused', async () => {
  const { files, answer, shown } = dialogs();
  const asked = Array.from({ length: 150 }, (_, index) =>
    index % 2 ? files.choose('gluuText') : files.chooseTarget({ purpose: 'text', name: 'report.md' }),
  );
  const ends = Promise.allSettled(asked);
  await answer();
  const [first, ...others] = await ends;
  expect(first).toEqual({ status: 'fulfilled', value: '/chosen' });
  expect(others.map((end) => end.status === 'rejected' && end.reason)).toEqual(
    Array(149).fill(expect.objectContaining(refused)),
  );
  expect(shown()).toBe(1);
  const again = files.choose('gluuText');
  await answer();
  expect(await again).toBe('/chosen');
});

test('a file dialog is refused while a box is open; a box waits for an open file dialog', async () => {
  const { confirm, files, answer, shown, most } = dialogs();
  const chosen = files.choose('privateKey');
  const asked = confirm(question, watched());
  await answer();
  expect(await chosen).toBe('/chosen');
  expect(shown()).toBe(2);
  await expect(files.choose('privateKey')).rejects.toMatchObject(refused);
  await answer();
  expect(await asked).toEqual({ yes: true, boxTicked: false });
  expect(most()).toBe(1);
});

test('boxes come one after the other, and no more wait than a person can raise', async () => {
  const { confirm, answer, shown, most } = dialogs();
  const asked = Array.from({ length: 200 }, () => confirm(question, watched()));
  const ends = Promise.allSettled(asked);
  for (let turn = 0; turn <= MAX_WAITING; turn += 1) await answer();
  const said = await ends;
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_WAITING + 1);
  expect(said.at(-1)).toMatchObject({ status: 'rejected', reason: refused });
  expect([shown(), most()]).toEqual([MAX_WAITING + 1, 1]);
});

test('a box that is no longer wanted does not come up, and one that fails holds up no other', async () => {
  const shown: string[] = [];
  const { confirm } = oneDialog({
    async confirm({ message: asked }) {
      const message = say(asked);
      shown.push(message);
      if (message === 'fails') throw new Error('no window');
      return { yes: true, boxTicked: false };
    },
    files: { choose: async () => undefined, chooseTarget: async () => undefined },
  });
  const abort = new AbortController();
  const ends = ['fails', 'gone', 'last'].map((message) =>
    confirm({ ...question, message: verbatim(message) }, message === 'gone' ? abort.signal : watched()),
  );
  abort.abort();
  expect(await Promise.allSettled(ends)).toMatchObject([
    { status: 'rejected' },
    { value: { yes: false } },
    { value: { yes: true } },
  ]);
  expect(shown).toEqual(['fails', 'last']);
});

test('who said no five times within a minute meets neither a box nor a file dialog, whatever it is about', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let shown = 0;
  let yes = false;
  const show = async () => {
    shown += 1;
    return yes;
  };
  const choose = async () => ((await show()) ? '/chosen' : undefined);
  const { confirm, files } = oneDialog({
    confirm: async () => ({ yes: await show(), boxTicked: false }),
    files: { choose, chooseTarget: choose },
  });
  for (const act of [confirm, confirm, confirm]) expect(await act(question, watched())).toMatchObject({ yes: false });
  expect(await files.choose('gluuText')).toBeUndefined();
  yes = true;
  for (let index = 0; index < 20; index += 1) await confirm(question, watched()); // who says yes is not stopped
  yes = false;
  expect(await files.chooseTarget({ purpose: 'text', name: 'x' })).toBeUndefined();
  const before = shown;
  yes = true;
  const tooMany = { code: 'confirm.tooMany' };
  await expect(confirm(question, watched())).rejects.toMatchObject(tooMany);
  await expect(files.choose('gluuText')).rejects.toMatchObject(tooMany);
  expect(shown).toBe(before);
  vi.setSystemTime(Date.now() + 60_000);
  expect(await confirm(question, watched())).toMatchObject({ yes: true });
  vi.useRealTimers();
});

test('a box that was taken back by the work it is for is no refusal', async () => {
  let abort = new AbortController();
  const { confirm } = oneDialog({
    async confirm() {
      abort.abort();
      return { yes: false, boxTicked: false };
    },
    files: { choose: async () => undefined, chooseTarget: async () => undefined },
  });
  for (let index = 0; index < 20; index += 1) {
    abort = new AbortController();
    expect(await confirm(question, abort.signal)).toMatchObject({ yes: false });
  }
});
