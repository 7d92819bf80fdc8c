import { expect, test } from 'vitest';
import { codeOf, isGarbled } from '../../../../src-shared/verdict/java-mail-replies';

test.each([
  ['250 ok', 250, false],
  ['250', 250, false],
  ['2500-x', 250, false],
  ['+25 x', 25, false],
  ['-25 x', -25, false],
  ['25 ok', -1, true],
  ['25', -1, true],
  ['25O ok', -1, true],
  [' 250', -1, true],
  ['OK queued', -1, true],
  ['x', -1, false],
  ['', -1, false],
])('%j is read as code %d, and JavaMail then closes: %s', (line, code, garbled) => {
  expect([codeOf(line), isGarbled(line)]).toEqual([code, garbled]);
});
