import { chmodSync } from 'node:fs';
import electronLog from 'electron-log/node';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { redactForLog } from '../base/redact';
import { lookAt } from './atomic-write';

type Level = 'info' | 'warn' | 'error';
let write = (level: Level, text: string): void => electronLog[level](text);

/**
 * The app's log. Every text passes the redactor; a bug is logged with its stack, because the window is told nothing of it.
 * Kept in one file of 1 MB and its predecessor, beside the settings.
 */
export const log = {
  /**
   * `file`: where the log is kept, for this user alone; without it, messages go to the console only, and so they do
   * where that is no plain file: a FIFO would hold the whole app.
   */
  keepIn(file: string): void {
    try {
      if (lookAt(file)) chmodSync(file, 0o600);
    } catch (error) {
      log.warn(`There is no log file: ${error instanceof AppError ? briefly(error) : String(error)}`);
      return;
    }
    electronLog.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
    electronLog.transports.file.resolvePathFn = () => file;
    electronLog.transports.file.maxSize = 1024 * 1024;
    electronLog.transports.file.level = 'info';
  },
  /** Has another process write what this one logs, redacted here: one file has one writer. */
  through(writer: (level: Level, text: string) => void): void {
    write = writer;
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
electronLog.transports.file.level = false;
