import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportHistory } from '../../../../src-main/history/export-history';
import { type History, openHistory } from '../../../../src-main/history/history-log';
import { nameOf } from '../../../../src-shared/history/changed-field';
import { fits, soughtWords } from '../../../../src-shared/history/history-filter';
import { rollbackOffer } from '../../../../src-shared/history/rollback-offer';
import { kindOf } from '../../../../src-shared/history/write-kind';
import type { HistoryEntry } from '../../../../src-shared/model/history';
import { inEnglish, texts } from '../../../support/english';
import { begun, ended } from '../../../support/files/records';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

/** A history as versions before 2026-12 wrote it, with the names of settings and whole sentences. */
const earlier = path.join(import.meta.dirname, 'history-2026-11.jsonl');

let folder: string;
let file: string;
let history: History;
beforeEach(async () => {
  folder = makeTemporaryFolder('earlier-history');
  file = path.join(folder, 'history.jsonl');
  copyFileSync(earlier, file);
  history = await openHistory(file);
});
afterEach(() => removeTemporaryFolder(folder));

const namesIn = (entry: HistoryEntry | undefined): string[] =>
  (entry?.entries ?? []).flatMap(({ changes }) =>
    changes.map((change) => texts.words(nameOf(change, entry && kindOf(entry)))),
  );

describe('a history that an earlier version wrote', () => {
  test('keeps its lines and its chain when it is gone on with', async () => {
    const before = readFileSync(file, 'utf8');
    const own = begun();
    await history.append(own);
    await history.append(ended(own.id));
    expect(await history.verify()).toEqual({ ok: true, lines: 13 });
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
    expect((await openHistory(file)).list()).toHaveLength(7);
  });

  test('shows what was changed as it was called', () => {
    const [organization, request, removed, created, rollback, saved] = history.list();
    expect(namesIn(saved).slice(0, 3)).toEqual(['Contact Email', 'SMTP Host', 'SMTP Password']);
    expect(namesIn(rollback).slice(0, 2)).toEqual(['Contact Email', 'SMTP Host']);
    expect(namesIn(created)).toContain('User Status');
    expect(namesIn(removed)).toEqual(['Password reset requests (2)', 'Username', 'Email']);
    expect(namesIn(request)).toEqual(['Branch of reset requests', 'Password reset request', 'Person', 'Created']);
    expect(organization?.entries[0]?.mergedWith?.fields).toEqual(['Self-Service Password Reset']);
    expect(request?.failure).toMatchObject({ code: 'ldap.conflict', detail: 'read back, and gone' });
  });

  test('is found by those names', () => {
    const found = (text: string) =>
      history.list().flatMap((entry) => (fits(entry, { words: soughtWords(text, [texts]) }) ? entry.seq : []));
    expect(found('SMTP Host')).toEqual([3, 1]);
    expect(found('user status')).toEqual([5]);
    expect(found('scim')).toEqual([11]);
    expect(found('person reset request')).toEqual([9, 7]);
    expect(found('no such thing')).toEqual([]);
  });

  test('is rolled back as any other', () => {
    expect(history.list().map((entry) => inEnglish(rollbackOffer(entry)).kind)).toEqual([
      'impossible',
      'impossible',
      'impossible',
      'impossible',
      'possible',
      'possible',
    ]);
  });

  test('is exported with the codes of now', () => {
    const { writes } = JSON.parse(exportHistory(history.list(), 'json', new Date()));
    const fieldsOf = (at: number) =>
      writes[at].entries.flatMap(({ changes }: HistoryEntry['entries'][number]) => changes.map(({ field }) => field));
    expect(fieldsOf(5).slice(0, 3)).toEqual(['contactEmail', 'smtpHost', 'smtpPassword']);
    expect(fieldsOf(2)).toEqual(['Password reset requests (2)', 'person.uid', 'person.mail']);
    expect(fieldsOf(1)).toEqual(['request.ou', 'request.oxGuid', 'request.personInum', 'request.creationDate']);
    expect(exportHistory(history.list(), 'csv', new Date())).toContain('"scim","gluuScimEnabled"');
    expect(exportHistory(history.list(), 'ldif', new Date())).toContain('\nadd: oxTrustEmail\n');
  });
});
