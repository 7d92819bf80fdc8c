import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { ScreenSettings } from '../../../src-renderer/mail/screen-settings';
import type { OrganizationState } from '../../../src-renderer/organization/organization-store';
import type { MailServerSeen } from '../../../src-shared/model/probe';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { goodMailServer } from '../shared/readiness/healthy-facts';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { VerdictPanel } = await import('../../../src-renderer/mail/verdict-panel');

const server = { id: ServerId.parse(crypto.randomUUID()) } as ServerSummary;
const form: ScreenSettings = {
  host: 'mail.example.org',
  port: 587,
  fromName: 'Gluu',
  fromEmail: 'gluu@example.org',
  authentication: true,
  userName: 'gluu',
  requiresSsl: true,
  security: 'startTls',
  trustServer: false,
  password: 'readable',
  passwordTyped: false,
  passwordLetters: undefined,
};

interface Given {
  version?: string;
  seen?: MailServerSeen;
  settings?: Partial<ScreenSettings>;
}

/** What stands on the screen, and what of it is folded. */
function shown({ version = '3.1.8', seen, settings = {} }: Given) {
  const state = { view: { serverId: server.id, version: { least: version, most: version } } } as OrganizationState;
  const html = renderToStaticMarkup(
    createElement(VerdictPanel, { server, state, settings: { ...form, ...settings }, seen }),
  );
  const folds = [...html.matchAll(/<details[^>]*>.*?<\/details>/g)].map(([fold]) => fold);
  const text = (of: string) => of.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { open: text(html.replace(/<details[^>]*>.*?<\/details>/g, '')), folded: text(folds.join('')) };
}

test('before a test there is no prediction yet, and what is missing is folded', () => {
  const { open, folded } = shown({});
  expect(open).toContain('No prediction for Gluu 3.1.8 yet. Run the test first.');
  expect(open).not.toMatch(/not certain|hangs|Whether/);
  expect(folded).toContain('What is not known yet Whether the mail server can be reached');
});

test('what is sure without a test is said first', () => {
  const { open, folded } = shown({ version: '4.2.3', settings: { requiresSsl: false, authentication: false } });
  expect(open).toContain('Test button and reset mail: not encrypted Nothing is encrypted here');
  expect(open).toContain('The rest is not predicted yet. Run the test first.');
  expect(folded).toContain('Whether the mail server can be reached');
});

test('what is decided without a test needs none', () => {
  expect(shown({ settings: { host: '' } }).open).toContain('Test button and reset mail: fails');
});

test('each occasion has its own, where they differ', () => {
  const { open } = shown({ version: '3.1.1', settings: { authentication: false } });
  expect(open).toContain('Reset mail: ignores your host');
  expect(open).toContain('Test button: no prediction yet. Run the test first.');
});

test('after a test, what it left open is in the open', () => {
  const { open } = shown({ seen: goodMailServer, settings: { password: 'notKnown' } });
  expect(open).toContain('not certain');
  expect(open).toMatch(/Possible: .* Not known yet: Whether the Gluu Server can decrypt the SMTP password/);
  expect(open).not.toContain('Run the test first');
});

test('numbers of rules are folded', () => {
  const { open, folded } = shown({ version: '3.1.2', settings: { authentication: false } });
  expect(open).toContain('Test button and reset mail: ignores your host');
  expect(open).not.toMatch(/\bV\d\d\b/);
  expect(folded).toMatch(/Details V\d\d ?: /);
});
