import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { chainOf, type Given } from '../shared/readiness/healthy-facts';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { Answer } = await import('../../../src-renderer/readiness/readiness-chain');

const server = { id: ServerId.parse(crypto.randomUUID()), environment: 'test', route: { kind: 'direct' } };
const shown = (given: Given) =>
  renderToStaticMarkup(createElement(Answer, { server: server as ServerSummary, chain: chainOf(given) }));

test('where only the test is left to do, it stands beside the answer', () => {
  const html = shown({ mailServer: null });
  expect(html).toContain('<h2>Everything is set up. The mail itself has not been tested yet.</h2>');
  expect(html).toContain('Test now');
  expect(shown({})).not.toContain('Test now');
});
