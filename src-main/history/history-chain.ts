import { type Message, message } from '../../src-shared/texts/message';
import { hashOf, jsonOf, type Line, linesInTurns, linkIn } from './history-lines';

export type HistoryCheck = { ok: true; lines: number } | { ok: false; firstBadLine: number; why: Message };

/** The end of the chain as this process knows it. `hash`: of the last line, empty before the first. */
export interface Tail {
  seq: number;
  hash: string;
  /** The number of the last line in the file; unknown where the file ended damaged, which following the chain finds out. */
  line: number | undefined;
}

/**
 * Follows the hash chain through the whole file. `tail`: what this process knows to have written. A line that is being
 * appended right now is not waited for. `each` is given all whole lines, those after a bad one too. Throws Node's system errors.
 */
export async function followChain(
  file: string,
  tail: Tail,
  appending: () => boolean,
  each?: (line: Line, json: unknown) => void,
): Promise<HistoryCheck> {
  const chain = chainBefore(tail);
  let bad: HistoryCheck | undefined;
  for await (const lines of linesInTurns(file)) {
    for (const line of lines) {
      if (!line.whole && appending()) break;
      const json = jsonOf(line.bytes);
      if (line.whole) each?.(line, json);
      bad ??= chain.take(line, json);
    }
    if (bad && !each) break;
  }
  return bad ?? chain.end();
}

/** The chain from its first line on; its lines are to be given to it one by one. */
function chainBefore(tail: Tail) {
  let lines = 0;
  let last = '';
  /** The line before `lines` does not have the hash that line `lines` names: one of the two was changed. */
  let inDoubt = false;
  const bad = (firstBadLine: number, why: Message): HistoryCheck => ({ ok: false, firstBadLine, why });
  const changed = (line: number) => bad(line, message('history.chain.changed', { line }));

  return {
    /** Gives what is wrong, as soon as something is. */
    take({ bytes, whole }: Line, json: unknown): HistoryCheck | undefined {
      const link = linkIn(json);
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
      return lines === tail.line && last !== tail.hash ? changed(lines) : undefined;
    },
    end(): HistoryCheck {
      if (inDoubt) return changed(lines - 1);
      if (lines < (tail.line ?? 0)) return bad(lines + 1, message('history.chain.missing', { line: lines + 1 }));
      return { ok: true, lines };
    },
  };
}
