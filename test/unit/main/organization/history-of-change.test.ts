import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { howItEnded } from '../../../../src-main/organization/history-of-change';
import type { HistoryChange, HistoryEntry } from '../../../../src-shared/model/history';
import { ServerId } from '../../../../src-shared/model/server';
import { begun } from '../../../support/files/records';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const markOf = (before: string, after: string) => ({
  nonce: 'n',
  before: hash(`n\n"${before}"`),
  after: hash(`n\n"${after}"`),
});

const logSize: HistoryChange = { field: 'Size', attribute: 'size', before: ['200'], after: ['300'] };
const host: HistoryChange = { field: 'Host', attribute: 'json', key: 'host', before: null, after: ['"new"'] };
const password: HistoryChange = {
  field: 'Password',
  attribute: 'json',
  key: 'password',
  before: null,
  after: null,
  secret: true,
  mark: markOf('OLD', 'NEW'),
};

const entryWith = (...entries: HistoryEntry['entries']): HistoryEntry => {
  const { kind: _, ...record } = begun();
  return { ...record, serverId: ServerId.parse(record.serverId), seq: 1, time: '', outcome: 'pending', entries };
};
const both = entryWith({ dn: 'a', changes: [logSize, host, password] }, { dn: 'b', changes: [logSize] });
const ended = (now: Record<string, Record<string, string[]>>, entry = both) =>
  howItEnded(entry, (dn, attribute) => now[dn]?.[attribute] ?? []);

const oldA = { size: ['200'], json: ['{"password":"OLD"}'] };
const newA = { size: ['300'], json: ['{"x":1,"password":"NEW","host":"new"}'] };

describe('a write whose end nobody saw', () => {
  test('was saved if every change is there', () => {
    expect(ended({ a: newA, b: { size: ['300'] } })).toEqual({ kind: 'saved' });
  });

  test('was not saved if none is', () => {
    expect(ended({ a: oldA, b: { size: ['200'] } })).toEqual({ kind: 'notSaved' });
  });

  test('was saved in part if some entries are new and the others old', () => {
    expect(ended({ a: newA, b: { size: ['200'] } })).toEqual({ kind: 'partly', savedDns: ['a'] });
    expect(ended({ a: oldA, b: { size: ['300'] } })).toEqual({ kind: 'partly', savedDns: ['b'] });
  });

  test.each([
    ['a value that is neither', { ...newA, size: ['400'] }],
    ['a value doubled', { ...newA, size: ['300', '200'] }],
    ['a value gone', { ...newA, size: [] }],
    ['a half-written entry', { ...newA, size: ['200'] }],
    ['another secret', { ...newA, json: ['{"password":"THIRD","host":"new"}'] }],
    ['a secret in another letter case', { ...newA, json: ['{"password":"new","host":"new"}'] }],
    ['a broken text', { ...newA, json: ['{'] }],
  ])('stays unknown with %s', (_name, a) => {
    expect(ended({ a, b: { size: ['300'] } })).toEqual({ kind: 'unknown' });
  });

  test('does not mind the order of values', () => {
    const change: HistoryChange = { field: 'F', attribute: 'f', before: ['a'], after: ['b', 'c'] };
    expect(ended({ a: { f: ['c', 'b'] } }, entryWith({ dn: 'a', changes: [change] }))).toEqual({ kind: 'saved' });
  });
});
