import { type Message, message } from '../../src-shared/texts/message';
import { hashOf, linesInTurns, linkOf } from './history-lines';

export type HistoryCheck = { ok: true; lines: number } | { ok: false; firstBadLine: number; why: Message };

/** The end of the chain as this process knows it. `hash`: of the last line, empty before the first. */
export interface Tail {
  seq: number;
  hash: string;
  lines: number;
}

/**
 * Follows the hash chain through the whole file. `tail`: what this process knows to have written. A line that is being
 * appended right now is not waited for. Throws Node's system errors.
 */
export async function followChain(file: string, tail: Tail, appending: () => boolean): Promise<HistoryCheck> {
  let lines = 0;
  let last = '';
  /** The line before `lines` does not have the hash that line `lines` names: one of the two was changed. */
  let inDoubt = false;
  const bad = (firstBadLine: number, why: Message): HistoryCheck => ({ ok: false, firstBadLine, why });
  const changed = (line: number) => bad(line, message('history.chain.changed', { line }));

  for await (const { bytes, whole } of linesInTurns(file)) {
    if (!whole && appending()) break;
    const link = linkOf(bytes);
    if (inDoubt) {
      if (link?.prev === last) return changed(lines - 1);
      return bad(lines, message('history.chain.changedOrBefore', { line: lines, before: lines - 1 }));
    }
    lines++;
    if (!whole || !link) return bad(lines, message('history.chain.noLine', { line: lines }));
    if (link.seq !== lines) return bad(lines, message('history.chain.moved', { line: lines, found: link.seq }));
    if (link.prev !== last && lines === 1) return changed(1);
    inDoubt = link.prev !== last;
    last = hashOf(bytes);
    if (lines === tail.lines && last !== tail.hash) return changed(lines);
  }
  if (inDoubt) return changed(lines - 1);
  if (lines < tail.lines) return bad(lines + 1, message('history.chain.missing', { line: lines + 1 }));
  return { ok: true, lines };
}
