import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hideFromLog } from '../../../../src-main/base/redact';
import { openTestHistory } from '../../../../src-main/mail-test/test-history';
import type { ServerId } from '../../../../src-shared/model/server';
import { keepable, type NewTestRecord, shortened, TestRecord } from '../../../../src-shared/model/test-history';
import { verbatim } from '../../../../src-shared/texts/message';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const here = '11111111-1111-4111-8111-111111111111' as ServerId;
const there = '22222222-2222-4222-8222-222222222222' as ServerId;
const run = (changes: Partial<NewTestRecord> = {}): NewTestRecord => ({
  when: '2026-01-02T03:04:05.678Z',
  settings: {
    host: 'mail.example.org',
    port: 587,
    encryption: 'startTls',
    requiresSsl: true,
    requiresAuthentication: true,
    userName: 'gluu@example.org',
    from: 'gluu@example.org',
    recipient: 'admin@example.org',
  },
  stopPoint: 'recipient',
  stages: [
    { name: 'Name', state: 'done', text: verbatim('192.0.2.7'), ms: 3 },
    { name: 'Connect', state: 'failed', text: verbatim('refused'), ms: 12.5 },
    { name: 'Login', state: 'skipped' },
  ],
  outcome: { kind: 'failed', code: 'net.refused', stage: 'Connect', detail: 'ECONNREFUSED', diagnosis: 'S04' },
  verdictRules: ['V31'],
  totalMs: 16,
  ...changes,
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('test-history');
  file = path.join(folder, 'mail-tests.json');
});
afterEach(() => removeTemporaryFolder(folder));

describe('the history of mail tests', () => {
  test('keeps what was tested, also over a restart, for its owner only', async () => {
    const history = openTestHistory(file);
    expect(history.state.kind).toBe('fresh');
    const kept = await history.add(here, run());
    expect(kept).toEqual({ ...run(), id: kept.id });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = openTestHistory(file);
    expect(again.state.kind).toBe('loaded');
    expect(again.list(here)).toEqual([kept]);
    expect(again.list(there)).toEqual([]);
  });

  test('gives the newest first, and keeps 50 of each server', async () => {
    const history = openTestHistory(file);
    await history.add(there, run({ totalMs: 999 }));
    for (let number = 1; number <= 53; number++) await history.add(here, run({ totalMs: number }));
    expect(history.list(here).map(({ totalMs }) => totalMs)).toEqual(Array.from({ length: 50 }, (_, i) => 53 - i));
    expect(history.list(there).map(({ totalMs }) => totalMs)).toEqual([999]);
    expect(openTestHistory(file).list(here)).toEqual(history.list(here));
  });

  test('loses none of many tests that end at the same moment', async () => {
    const history = openTestHistory(file);
    await Promise.all(Array.from({ length: 20 }, (_, number) => history.add(here, run({ totalMs: number }))));
    const seen = openTestHistory(file).list(here);
    expect(seen.map(({ totalMs }) => totalMs).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(20);
  });

  test('forgets a server, with a test that was just being kept, and no other', async () => {
    const history = openTestHistory(file);
    await history.add(there, run());
    await Promise.all([history.add(here, run()), history.forget(here)]);
    expect(history.list(here)).toEqual([]);
    expect(openTestHistory(file).list(there)).toHaveLength(1);
  });

  test('writes nothing for a server it does not know', async () => {
    await openTestHistory(file).forget(here);
    expect(existsSync(file)).toBe(false);
  });

  test('refuses a record with a field of its own, above all a password, and stays as it was', async () => {
    const history = openTestHistory(file);
    await history.add(here, run());
    const before = readFileSync(file, 'utf8');
    const settings = { ...run().settings, password: 'geheim' };
    await expect(history.add(here, run({ settings }))).rejects.toThrow();
    await expect(history.add(here, { ...run(), password: 'geheim' } as NewTestRecord)).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(history.list(here)).toHaveLength(1);
  });

  test('hides a secret that a server echoed', async () => {
    hideFromLog('corr3ct-h0rse');
    const history = openTestHistory(file);
    await history.add(
      here,
      run({
        stages: [{ name: 'Login', state: 'failed', text: verbatim('535 no corr3ct-h0rse here') }],
        outcome: { kind: 'failed', code: 'smtp.failed', detail: Buffer.from('corr3ct-h0rse').toString('base64') },
      }),
    );
    expect(readFileSync(file, 'utf8')).not.toMatch(/corr3ct|Y29ycjNjdC1oMHJzZQ/);
    expect(history.list(here)[0]?.stages[0]?.text).toEqual(verbatim('535 no [hidden] here'));
  });

  test('makes what cannot be seen visible in what a server said', async () => {
    const outcome = { kind: 'ok', reply: '250 \u202eevil\u0007\r\nok' } as const;
    const kept = await openTestHistory(file).add(here, run({ outcome }));
    expect(kept.outcome).toEqual({ kind: 'ok', reply: '250 \\u{202e}evil\\u{7} ok' });
  });

  test('cuts texts and lists that are too long', async () => {
    const long = '🔑'.repeat(5000);
    const kept = await openTestHistory(file).add(
      here,
      run({
        settings: { ...run().settings, host: long, userName: long },
        stages: Array.from({ length: 500 }, () => ({ name: long, state: 'done' as const, text: verbatim(long) })),
        outcome: { kind: 'failed', code: 'smtp.failed', stage: long, detail: long, diagnosis: long },
        verdictRules: Array.from({ length: 500 }, () => long),
      }),
    );
    expect(JSON.stringify(kept).length).toBeLessThan(100_000);
    expect(kept.stages).toHaveLength(60);
    expect(kept.settings.host).toMatch(/^(🔑)+…$/u);
    expect(openTestHistory(file).list(here)).toEqual([kept]);
  });

  test('stays small enough to be read again, whatever is put in', async () => {
    const history = openTestHistory(file);
    const long = 'ü'.repeat(1000);
    const stages = Array.from({ length: 60 }, () => ({
      name: 'Connect',
      state: 'done' as const,
      text: verbatim(long),
    }));
    const servers = [here, there];
    for (let number = 0; number < 60; number++) await history.add(servers[number % 2] ?? here, run({ stages }));
    expect(statSync(file).size).toBeLessThan(8 * 1024 * 1024);
    expect(history.list(here).length + history.list(there).length).toBeLessThan(60);
    expect(openTestHistory(file).state.kind).toBe('loaded');
    const newest = await history.add(here, run());
    expect(openTestHistory(file).list(here)[0]).toEqual(newest);
  });

  test('puts a damaged file aside and goes on', async () => {
    writeFileSync(file, '{"schemaVersion":1,"tests":[{"serverId":"x"}]}');
    const history = openTestHistory(file);
    expect(history.state).toMatchObject({ kind: 'unreadable', keptAs: expect.stringContaining('corrupt') });
    await history.add(here, run());
    expect(openTestHistory(file).list(here)).toHaveLength(1);
  });

  test('takes a failure code of a later version of the app', () => {
    const later = { ...run(), id: crypto.randomUUID(), outcome: { kind: 'failed', code: 'smtp.inFuture' } };
    expect(TestRecord.parse(later).outcome).toEqual({ kind: 'failed', code: 'internal' });
  });
});

test('a text is cut to its length, an ellipsis included, and never through a character', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('ab…');
  expect(shortened('a🔑bc', 3)).toBe('a…');
  expect(shortened('🔑🔑', 4)).toBe('🔑🔑');
});

test('a record that is short enough is kept as it is', () => {
  expect(keepable(run())).toEqual(run());
  expect(keepable(run({ outcome: { kind: 'ok' } }))).toEqual(run({ outcome: { kind: 'ok' } }));
});
