import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Task } from '../../../src-renderer/state/task';
import type { ServerSummary } from '../../../src-shared/model/server';
import { type MailTestOutcome, testSteps } from '../../../src-shared/model/smtp-test';
import { stepFrom } from '../../../src-shared/model/work';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { VantageSteps } = await import('../../../src-renderer/mail/vantage');

const direct = { route: { kind: 'direct' } } as ServerSummary;
const overSsh = { route: { kind: 'ssh' } } as ServerSummary;
const chosen = { vantage: undefined, until: 'send', security: 'startTls' } as const;
const idle: Task<MailTestOutcome> = { kind: 'idle' };
const running = (steps: string[]) =>
  ({ kind: 'running', steps: steps.map((name) => ({ name, state: 'waiting' })) }) as unknown as typeof idle;
const stopped = (steps: string[]) => ({ ...running(steps), kind: 'failed' }) as unknown as typeof idle;

const shown = (server: ServerSummary, task: Task<MailTestOutcome>) =>
  renderToStaticMarkup(createElement(VantageSteps, { server, task, chosen }));
const names = (html: string) => [...html.matchAll(/data-label="true">([^<]+)/g)].map(([, name]) => name);

test('stages keep their names and their number when the test starts', () => {
  const planned = testSteps('startTls', 'send');
  expect(names(shown(direct, idle))).toEqual(planned);
  expect(names(shown(direct, running([])))).toEqual(planned);
  expect(names(shown(direct, running(planned)))).toEqual(planned);
});

test('from both vantages the message, and the way through SSH, belong to the Gluu Server', () => {
  const here = testSteps('startTls', 'recipient');
  const server = ['SSH', 'SSH login', ...testSteps('startTls', 'send')];
  expect(names(shown(overSsh, idle))).toEqual([...here, ...server]);
  const all = [...server.map((name) => stepFrom('server', name)), ...here.map((name) => stepFrom('here', name))];
  expect(names(shown(overSsh, running(all)))).toEqual([...here, ...server]);
});

test('nothing counts as not reached before a test is over', () => {
  for (const task of [idle, running([]), running(['Name', 'Connect'])]) {
    expect(shown(direct, task)).toContain('not started');
    expect(shown(direct, task)).not.toContain('not reached');
  }
  expect(shown(direct, stopped(['Name', 'Connect']))).toContain('not reached');
});
