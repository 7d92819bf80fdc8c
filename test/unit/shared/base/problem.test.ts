import { expect, test } from 'vitest';
import { problem, problemsOf, shows } from '../../../../src-shared/base/problem';
import * as z from '../../../../src-shared/base/zod';
import { message, verbatim } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';

const said = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error && inEnglish(problemsOf(error))[''];
};

test.each<[string, z.ZodType, unknown, string]>([
  ['a check that has a sentence', z.string().min(2, problem(message('problem.serverName'))), '', 'Give the server'],
  ['a check that finds the sentence', z.string().check(shows(verbatim)), '{"x"}', '{"x"}'],
  ['a text that is too long', z.string().max(80), 'x'.repeat(81), 'At most 80 characters.'],
  ['a text that is too short', z.string().min(3), 'x', 'At least 3 characters.'],
  ['an empty text', z.string().min(1), '', 'Enter a value.'],
  ['an empty list', z.array(z.string()).min(1), [], 'Enter a value.'],
  ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'At most 1 entry.'],
  ['a small number', z.number().min(3), 2, '3 or more.'],
  ['a large number', z.number().max(3000), 3001, '3,000 or less.'],
  ['a text in the place of a number', z.number(), '1', 'Enter a number.'],
  ['a number in the place of a text', z.string(), 1, 'This value cannot be used.'],
  ['one of several that it is not', z.enum(['a', 'b']), 'c', 'This value cannot be used.'],
  ['fields that nobody knows', z.strictObject({}), { '{"id":': 1, b: 2 }, 'Unknown fields: {"id":, b.'],
  ['a pattern', z.string().regex(/^a$/), '{"id":"problem.port"}', 'This value cannot be used.'],
])('%s is said in our own words', (_, schema, value, sentence) => {
  expect(said(schema, value)).toContain(sentence);
});

test('what can be used has no sentence', () => {
  expect(said(z.string().check(shows(() => undefined)), 'x')).toBeUndefined();
});
