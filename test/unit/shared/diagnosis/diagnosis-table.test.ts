import { describe, expect, test } from 'vitest';
import { type DiagnosisId, diagnoses } from '../../../../src-shared/diagnosis/diagnosis-table';
import { patternsAsOf, providerPatterns } from '../../../../src-shared/diagnosis/provider-patterns';
import { english } from '../../../../src-shared/texts/en/english';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `S${String(from + index).padStart(2, '0')}`);
/** Every row of the design's decision table; the others fill its gaps. */
const rows = [...range(1, 14), ...range(20, 32), ...range(40, 52), ...range(60, 78), ...range(80, 86)];
const ownRows = ['S15', 'S33', 'S34', 'S35', 'S36', 'S37', 'S58', 'S59', 'S79'];
const entries = Object.entries(diagnoses);

describe('the table', () => {
  test('has every row once', () => {
    expect(Object.keys(diagnoses).sort()).toEqual([...rows, ...ownRows].sort());
  });

  test.each(entries)('%s says what, why, what to do, what Gluu does and where that is known from', (id, entry) => {
    const own = Object.entries(english).flatMap(([key, text]) =>
      key.startsWith(`diagnosis.${id}.`) ? [[key, text]] : [],
    );
    const { title, explanation, remedy, gluu } = Object.fromEntries(
      own.map(([key = '', text]) => [key.split('.')[2], text]),
    );
    for (const text of [title, explanation, remedy, entry.source]) expect(text?.trim().length).toBeGreaterThan(3);
    expect(gluu === undefined, gluu).toBe(entry.gluu === false);
    expect(entry.gluu === false).toBe(['S80', 'S83'].includes(id));
    for (const sentence of [explanation, remedy, gluu ?? 'None.']) expect(sentence).toMatch(/^[\p{Lu}{“].*[.}]$/su);
    expect(JSON.stringify(own)).not.toMatch(/please|!/i);
  });
});

describe('the patterns of providers', () => {
  test('carry the day they were checked', () => {
    expect(patternsAsOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('always ask for codes as well as words, and lead to a row of the table', () => {
    for (const { codes, at, id } of providerPatterns) {
      expect(codes.length).toBeGreaterThan(0);
      expect(at.length).toBeGreaterThan(0);
      expect(diagnoses[id satisfies DiagnosisId]).toBeDefined();
    }
  });
});
