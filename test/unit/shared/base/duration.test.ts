import { expect, test } from 'vitest';
import { exactDuration, roughDuration } from '../../../../src-shared/base/duration';
import { say } from '../../../support/english';

test.each([
  [7200, '2 hours'],
  [3600, '60 minutes'],
  [5400, '90 minutes'],
  [7260, '121 minutes'],
  [90, '90 seconds'],
  [1, '1 second'],
  [0, '0 seconds'],
])('%d seconds are said exactly', (seconds, words) => {
  expect(say(exactDuration(seconds))).toBe(words);
});

test.each([
  [400, '0 seconds'],
  [1400, '1 second'],
  [119_000, '119 seconds'],
  [120_000, '2 minutes'],
  [7_100_000, '118 minutes'],
  [10_800_000, '3 hours'],
])('%d milliseconds are rounded', (ms, words) => {
  expect(say(roughDuration(ms))).toBe(words);
});
