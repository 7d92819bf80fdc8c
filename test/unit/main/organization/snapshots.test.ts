import { expect, test } from 'vitest';
import { IdStore } from '../../../../src-main/organization/snapshots';
import type { ServerId } from '../../../../src-shared/model/server';

const server = (number: number) => `server ${number}` as ServerId;
const gone = expect.objectContaining({ code: 'gluu.snapshotGone' });

test('a plan for two thousand servers is all there, and takes nothing from one that was made before', () => {
  const store = new IdStore<string>();
  const before = store.keep(server(-1), 'before');
  const ids = Array.from({ length: 2000 }, (_, number) => store.keep(server(number), `plan ${number}`));
  expect(ids.map((id, number) => store.get(id, server(number)))).toEqual(ids.map((_, number) => `plan ${number}`));
  expect(store.get(before)).toBe('before');
});

test('of one server the ten newest are kept, whatever is kept of others', () => {
  const store = new IdStore<number>();
  const other = store.keep(server(0), -1);
  const ids = Array.from({ length: 12 }, (_, item) => store.keep(server(1), item));
  for (const id of ids.slice(0, 2)) expect(() => store.get(id)).toThrow(gone);
  expect(ids.slice(2).map((id) => store.get(id))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(store.get(other)).toBe(-1);
});

test('beyond 5000 servers it forgets the one of which nothing was kept for longest', () => {
  const store = new IdStore<number>();
  const ids = Array.from({ length: 5000 }, (_, number) => store.keep(server(number), number));
  store.keep(server(0), 0);
  store.keep(server(5000), 5000);
  expect(store.get(ids[0] ?? '')).toBe(0);
  expect(() => store.get(ids[1] ?? '')).toThrow(gone);
  expect(store.get(ids[2] ?? '')).toBe(2);
});

test('what belongs to another server, is not known, or was taken is not there', () => {
  const store = new IdStore<string>();
  const id = store.keep(server(1), 'item');
  expect(() => store.get(id, server(2))).toThrow(gone);
  expect(() => store.get('no such id')).toThrow(gone);
  expect(store.take(id)).toBe('item');
  expect(() => store.get(id)).toThrow(gone);
  expect(() => store.take(id)).toThrow(gone);
});
