import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Tested } from '../../../src-renderer/mail/mail-test-store';
import type { Task } from '../../../src-renderer/state/task';
import type { Failure } from '../../../src-shared/model/failure';
import type { MailServerSeen, StageSeen } from '../../../src-shared/model/probe';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import type { MailTestOutcome } from '../../../src-shared/model/smtp-test';
import { goodMailServer } from '../shared/readiness/healthy-facts';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { FailureNotice } = await import('../../../src-renderer/ui/failure-notice');
const { MailResult } = await import('../../../src-renderer/mail/mail-result');

const server = {
  id: ServerId.parse(crypto.randomUUID()),
  environment: 'test',
  route: { kind: 'direct' },
} as ServerSummary;
const textOf = (element: ReactElement) => renderToStaticMarkup(element).replace(/<[^>]+>/g, ' ');

/** What the window shows of a test that stopped at this stage, on a server that also refuses old TLS. */
function mailResult(step: StageSeen['step'], ending: NonNullable<StageSeen['ending']>, distrust?: string): string {
  const { tls } = goodMailServer;
  const seen: MailServerSeen = {
    ...goodMailServer,
    tlsVersions: { '1.0': false, '1.1': false, '1.2': true, '1.3': true },
    ...(tls && distrust ? { tls: { ...tls, trusted: false, distrust } } : {}),
    stages: [{ step, ms: 1, encrypted: distrust !== undefined, ending }],
  };
  const value = { seen, until: 'recipient', transcript: [], totalMs: 1, vantage: 'here' } as MailTestOutcome;
  const task: Task<MailTestOutcome> = { kind: 'done', steps: [], value, endedAt: 0 };
  const tested = { settings: { host: 'mail.example.org' }, until: 'recipient' } as Tested;
  return textOf(createElement(MailResult, { server, task, tested }));
}
const failed = (failure: Failure) => textOf(createElement(FailureNotice, { failure }));

const ABSOLVED =
  /\b(?:workstation|computer|network|clock|keychain)\b[^.]{0,30}\b(?:is|are) (?:fine|all right|in order|OK)\b/i;
const OWN = /\bthis (?:workstation|computer)|\bfrom here\b|\bthe clock\b|\bkeychain\b/i;

test.each<[string, () => string]>([
  ['a name that DNS here does not know', () => mailResult('Name', { kind: 'error', code: 'ENOTFOUND' })],
  ['DNS here that does not answer', () => mailResult('Name', { kind: 'error', code: 'EAI_AGAIN' })],
  ['no route from here', () => mailResult('Connect', { kind: 'error', code: 'ENETUNREACH' })],
  [
    'a clock here that is behind',
    () => mailResult('Certificate', { kind: 'stopped', why: 'untrusted' }, 'CERT_NOT_YET_VALID'),
  ],
  ['LDAP: DNS here that does not answer', () => failed({ code: 'net.nameTrouble', stage: 'Name' })],
  ['LDAP: a name that DNS here does not know', () => failed({ code: 'net.nameUnknown', stage: 'Name' })],
  ['LDAP: no route from here', () => failed({ code: 'net.noRoute', stage: 'Connect' })],
  ['a locked keychain', () => failed({ code: 'keychain.locked' })],
  ['a keychain that fails', () => failed({ code: 'keychain.failed' })],
])('%s is called a matter of this workstation, and nothing beside it says otherwise', (_, shown) => {
  expect(shown()).toMatch(OWN);
  expect(shown()).not.toMatch(ABSOLVED);
});
