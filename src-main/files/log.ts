import { redactForLog } from '../base/redact';
import type { Level, LogWriter } from './log-file';

let file: string | undefined;
let writer: LogWriter | undefined;
let opening: Promise<void> | undefined;
/** What was said before there was a writer. */
const early: [Level, string][] = [];

/** The file and the console are made with the first line: most runs of most processes say nothing. */
const open = (): Promise<void> => {
  opening ??= import('./log-file').then(({ logWriter }) => {
    if (!writer) log.through(logWriter(file));
  });
  return opening;
};

function write(level: Level, text: string): void {
  if (writer) {
    writer(level, text);
    return;
  }
  early.push([level, text]);
  void open();
}

/**
 * The app's log. Every text passes the redactor; a bug is logged with its stack, because the window is told nothing of it.
 * Kept in one file of 1 MB and its predecessor, beside the settings.
 */
export const log = {
  /** `path`: where the log is kept; without it, messages go to the console only. */
  keepIn(path: string): void {
    file = path;
  },
  /** Has the log's file looked at, whether there is anything to say or not. */
  open,
  /** Has another process write what this one logs, redacted here: one file has one writer. */
  through(to: LogWriter): void {
    writer = to;
    for (const [level, text] of early.splice(0)) to(level, text);
  },
  /** Writes a line of another process, which has redacted it. */
  line: (level: Level, text: string): void => write(level, redactForLog(text)),
  info: (text: string): void => write('info', redactForLog(text)),
  warn: (text: string): void => write('warn', redactForLog(text)),
  bug: (bug: unknown): void =>
    write('error', redactForLog(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug))),
  /** The same for work that goes on by itself until `signal` ends it: what it throws then is no bug. */
  bugUntil:
    (signal: AbortSignal) =>
    (bug: unknown): void => {
      if (!signal.aborted) log.bug(bug);
    },
};
