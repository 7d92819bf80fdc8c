import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Task } from '../../../src-renderer/state/task';
import type { Failure } from '../../../src-shared/model/failure';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { isCancelled } = await import('../../../src-renderer/state/task');
const { FailureNotice } = await import('../../../src-renderer/ui/failure-notice');

const cancelled: Failure = { code: 'work.cancelled', detail: 'The server may have accepted it.' };
const refused: Failure = { code: 'smtp.failed' };
const ended = { steps: [], endedAt: 0 };

test('what the user called off is told with what may have happened by then, and not as a failure', () => {
  const shown = renderToStaticMarkup(createElement(FailureNotice, { failure: cancelled }));
  expect(shown).toContain('Cancelled. The server may have accepted it.');
  expect(shown).not.toContain('bad');
});

test('a call is called off whether it answers with a failure or with an outcome that holds one', () => {
  const tasks: [Task<{ failure?: Failure } | undefined>, boolean][] = [
    [{ kind: 'failed', ...ended, failure: cancelled }, true],
    [{ kind: 'done', ...ended, value: { failure: cancelled } }, true],
    [{ kind: 'failed', ...ended, failure: refused }, false],
    [{ kind: 'done', ...ended, value: { failure: refused } }, false],
    [{ kind: 'done', ...ended, value: {} }, false],
    [{ kind: 'done', ...ended, value: undefined }, false],
    [{ kind: 'idle' }, false],
  ];
  for (const [task, expected] of tasks) expect(isCancelled(task), JSON.stringify(task)).toBe(expected);
});
