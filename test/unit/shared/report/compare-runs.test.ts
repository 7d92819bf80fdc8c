import { describe, expect, test } from 'vitest';
import type { TestRecord } from '../../../../src-shared/model/test-history';
import { compareRuns, shownSettings } from '../../../../src-shared/report/compare-runs';
import { verbatim } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';
import { testRecord } from './test-record';

const compared = (left: TestRecord, right: TestRecord) => inEnglish(compareRuns(left, right));
const differing = (left: TestRecord, right: TestRecord) => compared(left, right).filter(({ differs }) => differs);
const stagesOf = (...names: string[]) => names.map((name) => ({ name, state: 'done' as const }));
const labels = (left: string[], right: string[]) =>
  compared(testRecord({ stages: stagesOf(...left) }), testRecord({ stages: stagesOf(...right) }))
    .filter(({ part }) => part === 'stages')
    .map((row) => `${row.label} ${row.left ? 'L' : ''}${row.right ? 'R' : ''}`);

describe('two tests side by side', () => {
  test('differ in nothing when equal, whatever time each took', () => {
    const slower = testRecord({
      id: '44444444-4444-4444-8444-444444444444',
      when: '2026-02-02T00:00:00Z',
      stages: testRecord().stages.map((stage) => ({ ...stage, ms: 999 })),
      totalMs: 9999,
    });
    expect(differing(testRecord(), slower)).toEqual([]);
    expect(compared(testRecord(), slower).find(({ label }) => label === 'Connect')).toMatchObject({
      leftMs: 12,
      rightMs: 999,
    });
  });

  test('show each setting that differs, in words', () => {
    const { settings } = testRecord();
    const other = testRecord({
      settings: {
        host: 'relay.example.org',
        port: 465,
        encryption: 'tls',
        requiresSsl: false,
        requiresAuthentication: false,
        userName: '',
        from: 'a@example.org',
        recipient: 'b@example.org',
      },
      stopPoint: 'send',
    });
    const rows = differing(testRecord(), other);
    expect(rows.map(({ label }) => label)).toEqual([
      ...inEnglish(shownSettings(settings)).map(({ label }) => label),
      'Stop after',
    ]);
    expect(rows).toContainEqual({
      part: 'settings',
      label: 'Encryption',
      left: 'STARTTLS',
      right: 'TLS from the start',
      differs: true,
    });
    expect(rows.find(({ label }) => label === 'Requires SSL')).toMatchObject({ left: 'On', right: 'Off' });
  });

  test('show a stage that ended in another way, and the outcome', () => {
    const well = testRecord({
      stages: testRecord().stages.map(({ name, ms = 0 }) => ({
        name,
        state: 'done' as const,
        ms,
        text: verbatim('fine'),
      })),
      outcome: { kind: 'ok', reply: '250 queued' },
      verdictRules: ['V02'],
    });
    const rows = differing(testRecord(), well);
    expect(rows.find(({ label }) => label === 'Login')).toMatchObject({
      part: 'stages',
      left: 'failed: 535 5.7.8 refused',
      right: 'done: fine',
    });
    expect(rows.filter(({ part }) => part === 'outcome' || part === 'rules')).toEqual([
      {
        part: 'outcome',
        label: 'Outcome',
        left: 'Login: User name or password refused – 535 5.7.8 Error: gluu@example.org is not known',
        right: 'ok: 250 queued',
        differs: true,
      },
      { part: 'rules', label: 'Diagnosis', left: 'S44', right: '', differs: true },
      { part: 'rules', label: 'Prediction', left: 'V51', right: 'V02', differs: true },
    ]);
  });
});

test('a probe that failed without a code is reported by its diagnosis', () => {
  const left = testRecord({ outcome: { kind: 'failed', stage: 'EHLO', diagnosis: 'S14' } });
  const right = testRecord({ outcome: { kind: 'failed' } });
  expect(compared(left, right).find(({ label }) => label === 'Outcome')).toMatchObject({
    left: 'EHLO: EHLO name refused',
    right: 'Failed',
  });
});

test.each<[string[], string[], string[]]>([
  [
    ['Name', 'TLS'],
    ['Name', 'TLS'],
    ['Name LR', 'TLS LR'],
  ],
  [
    ['Name', 'TLS'],
    ['Name', 'Greeting', 'TLS'],
    ['Name LR', 'Greeting R', 'TLS LR'],
  ],
  [
    ['Name', 'Greeting', 'TLS'],
    ['Name', 'TLS'],
    ['Name LR', 'Greeting L', 'TLS LR'],
  ],
  [
    ['TLS', 'Greeting'],
    ['Greeting', 'TLS'],
    ['TLS LR', 'Greeting LR'],
  ],
  [['Connect', 'Connect'], ['Connect'], ['Connect LR', 'Connect (2) L']],
  [['Connect'], ['Connect', 'Connect', 'Quit'], ['Connect LR', 'Connect (2) R', 'Quit R']],
  [[], ['Name'], ['Name R']],
  [['Name'], [], ['Name L']],
])('stages %j beside %j are matched as %j', (left, right, rows) => expect(labels(left, right)).toEqual(rows));
