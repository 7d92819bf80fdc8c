import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { begun, ended } from './records';

interface Long {
  writes: number;
  /** The writes that were begun and never ended, by their place in the history. */
  open?: readonly number[];
  /** How long the reason of each is. */
  bytes?: number;
}

/** Writes a history of so many writes, each begun and ended, and gives their ids, the oldest first. */
export function writeLongHistory(file: string, { writes, open = [], bytes = 0 }: Long): string[] {
  let prev = '';
  let seq = 0;
  const lines: string[] = [];
  const add = (record: object) => {
    seq += 1;
    const line = JSON.stringify({ seq, time: '2026-11-23T09:08:00.000Z', prev, ...record });
    prev = createHash('sha256').update(line).digest('hex');
    lines.push(line, '\n');
  };
  const reason = 'x'.repeat(bytes);
  const ids = Array.from({ length: writes }, () => randomUUID());
  for (const [index, id] of ids.entries()) {
    add(begun({ id, reason }));
    if (!open.includes(index)) add(ended(id));
  }
  writeFileSync(file, lines.join(''));
  return ids;
}
