import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { Tested } from '../../../src-renderer/mail/mail-test-store';
import type { Task } from '../../../src-renderer/state/task';
import type { MailServerSeen } from '../../../src-shared/model/probe';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import type { MailTestOutcome } from '../../../src-shared/model/smtp-test';
import { verbatim } from '../../../src-shared/texts/message';
import { certificate, chainOf, goodMailServer } from '../shared/readiness/healthy-facts';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { FailureNotice } = await import('../../../src-renderer/ui/failure-notice');
const { StepList } = await import('../../../src-renderer/ui/step-list');
const { CertificateTable } = await import('../../../src-renderer/ui/certificate-table');
const { MailResult } = await import('../../../src-renderer/mail/mail-result');
const { Answer } = await import('../../../src-renderer/readiness/readiness-chain');

const FOLD = /<details[^>]*>.*?<\/details>/gs;
const CODE = /\b(?:[VLS]\d\d|E[A-Z]{4,}|[A-Z]+_[A-Z_]+)\b/;
const server = {
  id: ServerId.parse(crypto.randomUUID()),
  environment: 'test',
  route: { kind: 'direct' },
} as ServerSummary;

/** What is seen without unfolding anything, and what is folded. */
function shown(element: ReactElement) {
  const html = renderToStaticMarkup(element);
  return { open: html.replace(FOLD, ''), folded: (html.match(FOLD) ?? []).join('') };
}

describe('numbers of rules and codes of libraries are folded', () => {
  test('of a failure; what the other side said is not', () => {
    const about = { code: 'net.refused', stage: 'Connect', at: 'gluu.example.org:1636' } as const;
    const detail = 'ECONNREFUSED: connect ECONNREFUSED 192.0.2.7:1636';
    const { open, folded } = shown(createElement(FailureNotice, { failure: { ...about, detail } }));
    expect(open).not.toMatch(CODE);
    expect(folded).toContain(detail);
    expect(shown(createElement(FailureNotice, { failure: { ...about, detail: 'ERROR: go away' } })).open).toContain(
      'ERROR: go away',
    );
  });

  test('of a stage that failed: the failure says it in words', () => {
    const steps = [{ name: 'Connect', state: 'failed', text: verbatim('ECONNREFUSED') } as const];
    const { open } = shown(createElement(StepList, { steps, label: 'Stages' }));
    expect(open).not.toMatch(CODE);
    expect(open).toContain('failed');
  });

  test('of a mail test, and of its warnings', () => {
    const { tls } = goodMailServer;
    const seen: MailServerSeen = {
      ...goodMailServer,
      ...(tls
        ? { tls: { ...tls, trusted: false, distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', nameMatches: false } }
        : {}),
      stages: [{ step: 'Certificate', ms: 1, encrypted: true, ending: { kind: 'stopped', why: 'untrusted' } }],
    };
    const value = { seen, until: 'recipient', transcript: [], totalMs: 1, vantage: 'here' } as MailTestOutcome;
    const task: Task<MailTestOutcome> = { kind: 'done', steps: [], value, endedAt: 0 };
    const tested = { settings: { host: 'mail.example.org' }, until: 'recipient' } as Tested;
    const { open, folded } = shown(createElement(MailResult, { server, task, tested }));
    expect(open).toContain('Unknown authority or incomplete chain');
    expect(open).not.toMatch(CODE);
    expect(folded).toMatch(/S26\. .*UNABLE_TO_VERIFY_LEAF_SIGNATURE/s);
    expect(folded).toMatch(/S27\. /);
  });

  test('of a certificate: why it is not trusted is a sentence', () => {
    const untrusted = { ...certificate, distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' };
    const { open } = shown(createElement(CertificateTable, { certificate: untrusted }));
    expect(open).toContain('It comes from an authority that this computer does not know');
    expect(open).not.toMatch(CODE);
    const answer = shown(createElement(Answer, { server, chain: chainOf({ link: { certificate: untrusted } }) }));
    expect(answer.open).not.toMatch(CODE);
    expect(answer.folded).toContain('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });
});

test('a certificate of several faults names each, with the host that was dialled', () => {
  const faulty = { ...certificate, distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', otherHost: true } as const;
  const { open } = shown(createElement(CertificateTable, { certificate: faulty, host: 'mail.example.org' }));
  expect(open).toMatch(/self-signed: .*not for mail\.example\.org\./);
});
