import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Findings } from '../../../../src-main/discovery/findings';
import type { Material } from '../../../../src-main/discovery/material';

const material = (): Material => ({ installations: [], looks: {}, given: {} });
let forgotten: string[];
let findings: Findings;
beforeEach(() => {
  vi.useFakeTimers();
  forgotten = [];
  findings = new Findings((id) => forgotten.push(id), 1000);
});
afterEach(() => vi.useRealTimers());
const isKept = (id: string) => {
  try {
    return findings.get(id) !== undefined;
  } catch {
    return false; // what get() says of one that is gone is tested by itself
  }
};

test('a finding is forgotten when its time is over, counted from the last look', () => {
  findings.keep(material(), 'one');
  vi.advanceTimersByTime(900);
  findings.keep(material(), 'one');
  vi.advanceTimersByTime(900);
  expect(isKept('one')).toBe(true);
  expect(forgotten).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(forgotten).toEqual(['one']);
  expect(() => findings.get('one')).toThrow(expect.objectContaining({ code: 'gluu.snapshotGone' }));
});

test('of many the oldest are forgotten', () => {
  const ids = ['1', '2', '3', '4', '5', '6', '7'];
  for (const id of ids) findings.keep(material(), id);
  expect(ids.filter(isKept)).toEqual(['3', '4', '5', '6', '7']);
  expect(forgotten).toEqual(['1', '2']);
});
