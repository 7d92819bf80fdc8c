import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { briefly, inWords, ownCatalogue } from '../../../../src-main/base/own-words';
import { english } from '../../../../src-shared/texts/en/english';
import { message } from '../../../../src-shared/texts/message';
import { ownFiles } from '../../house/own-files';

test('an error in the fewest words is the other side’s own, or the reason, or else the code', () => {
  const reason = message('failure.reason.tooLarge');
  expect(briefly(new AppError('keychain.failed', { detail: 'its words', reason }))).toBe('its words');
  expect(briefly(new AppError('keychain.failed', { reason }))).toBe(english['failure.reason.tooLarge']);
  expect(briefly(new AppError('keychain.locked'))).toBe('keychain.locked');
});

test('its sentences are those of the catalogue, and one that is not among them is named', () => {
  for (const [id, text] of Object.entries(ownCatalogue())) expect(text).toBe(english[id as keyof typeof english]);
  expect(inWords(message('app.menu.file'))).toContain('app.menu.file');
});

/** A reason of an AppError, and what a check of a schema says: what `briefly` and a notice of a file put into words. */
const SAID = /(?:[,{]\s*reason: |unwritable\([^;]{0,80}?|problem\()message\(\s*'([^']+)'/g;
/** What is shown in the window alone. */
const shown = new Set(['history.rollback.reason']);

test('it has each sentence that is the reason of an error or a problem of a field', () => {
  const said = ownFiles(/\.tsx?$/)
    .filter((file) => /^src-(?:main|shared)\//.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(SAID)].map(([, id = '']) => id))
    .filter((id) => !shown.has(id));
  expect(said).toContain('transfer.invalid.sameId');
  expect(said.length).toBeGreaterThan(30);
  expect(said.filter((id) => !Object.hasOwn(ownCatalogue(), id))).toEqual([]);
});
