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

test('the reasons stand below it, the first two and how many more there are', () => {
  expect(shown({ people: { withoutMail: 3, sharedMails: 1 }, link: { secure: false } })).toContain(
    '<h2>Users can reset their password. 3 things need attention.</h2><ul class="bullets" aria-label="Reasons"><li>The links in reset mails are not encrypted.</li><li>3 people have no mail address.</li><li>and 1 more</li></ul>',
  );
  expect(shown({})).not.toContain('aria-label="Reasons"');
});

test('each link is named, and said to hold or not', () => {
  const html = shown({ resetAllowed: [], version: '3.1.5' });
  expect(html).toMatch(
    /<b data-label="true">Self-Service Password Reset<.*?>Problem: <.*?>Not set, which counts as disabled\.</,
  );
  expect(html).toMatch(/<b data-label="true">Link lifetime<.*?>OK: <.*?>Links work for 10 minutes\.</);
});
