// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StatusLine } from '../../../src-renderer/app/status-line';
import { useChecks } from '../../../src-renderer/state/check-store';
import { fakeMain } from './fake-main';

fakeMain();
afterEach(cleanup);

test('the status line knows while many are checked: its sign turns in steps then', () => {
  const many = { kind: 'running' as const, steps: [], startedAt: 0, cancellable: true, cancel() {} };
  render(<StatusLine />);
  const { dataset } = screen.getByRole('contentinfo');
  expect(dataset.many).toBeUndefined();
  act(() => useChecks.setState({ many }));
  expect(dataset.many).toBe('true');
  act(() => useChecks.setState({ many: { kind: 'idle' } }));
  expect(dataset.many).toBeUndefined();
});
