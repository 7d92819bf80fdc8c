import { describe, expect, test } from 'vitest';
import { asText, fenced, table } from '../../../../src-shared/base/markdown';
import { mailReport, type ReportedTest } from '../../../../src-shared/report/mail-report';
import { message, verbatim } from '../../../../src-shared/texts/message';
import { texts } from '../../../support/english';
import { testRecord } from './test-record';

const line = (side: 'client' | 'server', text: string, at = 5) => ({ at, side, encrypted: at > 9, text });
const tested = (changes: Partial<ReportedTest> = {}): ReportedTest => ({
  ...testRecord(),
  explanation: [
    message('diagnosis.S44.explanation'),
    message('diagnosis.S65.explanation', { to: 'gluu@example.org' }),
    'Ask whoever runs mail.example.org.',
  ],
  gluuVersion: '3.1.2',
  verdicts: [
    {
      id: 'V51',
      occasion: 'test',
      outcome: message('mail.end.fails'),
      sentence: 'Gluu fails at mail.example.org.',
      remedy: 'Enter the password again.',
      source: 'oxCore MailService.java',
    },
  ],
  transcript: [
    line('server', '220 zeus ESMTP'),
    line('client', 'EHLO my-laptop'),
    line('server', '250-zeus Hello my-laptop [192.0.2.99]'),
    line('client', 'AUTH PLAIN [hidden, 40 characters]', 20),
    line('server', '535 5.7.8 Error: gluu@example.org is not known', 31),
  ],
  ...changes,
});
const shown = (changes: Partial<ReportedTest> = {}) => mailReport(tested(changes), { texts, hideHosts: false });
const hidden = (changes: Partial<ReportedTest> = {}) => mailReport(tested(changes), { texts, hideHosts: true });

describe('a report', () => {
  test('has settings, stages with times, the server’s words, verdict and transcript', () => {
    const { markdown } = shown();
    for (const text of [
      '2026-01-02T03:04:05.678Z. Stop after: Recipient. Total time: 61 ms.',
      'Failed at Login (smtp.failed, S44).',
      'Details: 535 5.7.8 Error: gluu&#64;example.org is not known',
      'The server does not accept this user name and password.',
      '| SMTP Host | mail.example.org |',
      '| SMTP Port | 587 |',
      '| Encryption | STARTTLS |',
      '| Requires SSL | On |',
      '| Connect | done | 12 ms | mail.example.org:587 (192.0.2.7) |',
      '| Sender | skipped |  |  |',
      '## What Gluu 3.1.2 does with these settings',
      '| V51 | Test button: fails. Gluu fails at mail.example.org. | Enter the password again. | oxCore MailService.java |',
      '     5 ms clear S: 220 zeus ESMTP',
      '    20 ms TLS   C: AUTH PLAIN [hidden, 40 characters]',
    ]) {
      expect(markdown).toContain(text);
    }
  });

  test('says the same as JSON', () => {
    const facts = JSON.parse(shown().json);
    const { settings, stages, transcript, verdicts } = tested();
    expect(facts).toMatchObject({ reportVersion: 2, namesHidden: false, settings, transcript, verdicts, totalMs: 61 });
    expect(facts.stages.map(({ name, ms }: { name: string; ms: number | null }) => [name, ms])).toEqual(
      stages.map(({ name, ms }) => [name, ms ?? null]),
    );
    expect(facts.outcome).toEqual({
      kind: 'failed',
      code: 'smtp.failed',
      stage: 'Login',
      said: '535 5.7.8 Error: gluu@example.org is not known',
      diagnosis: 'S44',
    });
  });

  test('is made of the kept record alone, too', () => {
    const { markdown, json } = mailReport(testRecord({ outcome: { kind: 'ok', reply: '250 queued' } }), {
      texts,
      hideHosts: false,
    });
    expect(markdown).toContain('Succeeded.\n\nDetails: 250 queued');
    expect(markdown).toContain('Rules: V51');
    expect(markdown).not.toContain('## Transcript');
    expect(JSON.parse(json)).toMatchObject({ transcript: [], verdicts: [], verdictRules: ['V51'], explanation: [] });
  });

  test('tells a failure by what there is of it', () => {
    const told = (outcome: ReportedTest['outcome']) => shown({ outcome }).markdown;
    expect(told({ kind: 'failed', diagnosis: 'S14', stage: 'EHLO' })).toContain('Failed at EHLO (S14).');
    expect(told({ kind: 'failed' })).toContain('\nFailed.\n');
  });

  test('takes no field that is not named, above all no password', () => {
    const more = tested() as ReportedTest & { password: string };
    more.password = 'geheim';
    Object.assign(more.settings, { password: 'geheim' });
    for (const stage of more.stages) Object.assign(stage, { secret: 'geheim' });
    Object.assign(more.outcome, { password: 'geheim' });
    for (const told of [...(more.verdicts ?? []), ...(more.transcript ?? [])])
      Object.assign(told, { secret: 'geheim' });
    for (const hideHosts of [true, false]) {
      const { markdown, json } = mailReport(more, { texts, hideHosts });
      expect(markdown + json).not.toContain('geheim');
    }
  });
});

describe('with names hidden, a report', () => {
  const names = /example\.(org|net)|192\.0\.2|zeus|my-laptop|gluu@|admin@/i;

  test('has none anywhere', () => {
    const { markdown, json } = hidden();
    expect(markdown).not.toMatch(names);
    expect(json).not.toMatch(names);
    expect(markdown).toContain('replaced by placeholders');
    expect(JSON.parse(json).namesHidden).toBe(true);
  });

  test('keeps one placeholder for one name, in both forms', () => {
    const { markdown, json } = hidden();
    const facts = JSON.parse(json);
    expect(facts.settings).toMatchObject({ host: 'host-1', from: 'user-1@domain-1', recipient: 'user-2@domain-2' });
    expect(facts.outcome.said).toBe('535 5.7.8 Error: user-1@domain-1 is not known');
    expect(facts.explanation[1]).toEqual({ id: 'diagnosis.S65.explanation', params: { to: 'user-1@domain-1' } });
    expect(facts.explanation[2]).toBe('Ask whoever runs host-1.');
    expect(facts.stages[1].text.params.text).toMatch(/^host-1:587 \(host-\d\)$/);
    expect(facts.transcript[1].text).toMatch(/^EHLO host-\d$/);
    const laptop = facts.transcript[1].text.slice('EHLO '.length);
    expect(facts.transcript[2].text).toContain(`Hello ${laptop} [`);
    expect(markdown).toContain('| SMTP Host | host-1 |');
    expect(markdown).toContain('user-1&#64;domain-1');
  });

  test('still speaks of Gluu, though a user is called so', () => {
    expect(hidden().markdown).toContain('Test button: fails. Gluu fails at host-1.');
    expect(hidden().markdown).toContain('MailService.java');
  });

  test('hides hosts and users without a dot', () => {
    const { settings } = tested();
    const { markdown, json } = hidden({ settings: { ...settings, host: 'relay', userName: 'jdoe' } });
    expect(markdown + json).not.toMatch(/\brelay\b|jdoe/);
  });
});

describe('hostile words', () => {
  const evil =
    '`x` | <script>alert(1)</script> **b** [a](http://e.example) ![i](x) @team #1 \\ & $m$ ~~s~~ www.e.example\n# h';

  test('are text in a table: one cell, no markup', () => {
    const { markdown } = shown({ stages: [{ name: evil, state: 'failed', text: verbatim(evil), ms: 1 }] });
    const row = markdown.split('\n').find((text) => text.includes('alert')) ?? '';
    expect(row.split('|')).toHaveLength(6);
    expect(row).not.toMatch(/[<>`*[\]\\~$@]|http:\/\/|www\.|&(?!#\d+;)/);
    expect(markdown).not.toMatch(/^# h/m);
  });

  test('are text outside of tables', () => {
    const { markdown } = shown({
      outcome: { kind: 'failed', code: 'smtp.failed', stage: evil, detail: evil, diagnosis: evil },
      transcript: [],
      gluuVersion: evil,
      verdictRules: [evil],
      verdicts: [],
    });
    expect(markdown).not.toContain('<script');
    expect(markdown).not.toContain('`');
    expect(markdown).not.toContain('](');
  });

  test('do not end the fence of the transcript', () => {
    const { markdown } = shown({ transcript: [line('server', '```` ```'), line('server', 'a\n`````\n<b>')] });
    const fences = markdown.split('\n').filter((text) => /^`{3,}/.test(text));
    expect(fences).toEqual(['``````text', '``````']);
    expect(markdown.trimEnd().endsWith('``````')).toBe(true);
  });

  test('that cannot be seen are written out', () => {
    const { markdown } = shown({ transcript: [line('server', 'a\u202eb\u0000\u2028c')] });
    expect(markdown).toContain('a\\u{202e}b\\u{0}\\u{2028}c');
    expect(asText('a\u202eb')).toBe('a&#92;u{202e}b');
  });
});

test('plain words are left as they are', () => {
  expect(asText('mail.example.org:587, 12 ms (TLS 1.3) - ok!')).toBe('mail.example.org:587, 12 ms (TLS 1.3) - ok!');
  expect(table(['A', 'B'], [['1', '']])).toBe('| A | B |\n| --- | --- |\n| 1 |  |');
  expect(fenced([])).toBe('```text\n\n```');
});
