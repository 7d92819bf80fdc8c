import electronLog from 'electron-log/node';
import { redact } from './redact';

/**
 * The app's log. Every text passes the redactor; a bug is logged with its stack, because the window is told nothing of it.
 * Kept in one file of 1 MB and its predecessor, beside the settings.
 */
export const log = {
  /** `file`: where the log is kept; without it, messages go to the console only. */
  keepIn(file: string): void {
    electronLog.transports.file.resolvePathFn = () => file;
    electronLog.transports.file.maxSize = 1024 * 1024;
    electronLog.transports.file.level = 'info';
  },
  info: (text: string): void => electronLog.info(redact(text)),
  warn: (text: string): void => electronLog.warn(redact(text)),
  bug: (bug: unknown): void =>
    electronLog.error(redact(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug))),
};
electronLog.transports.file.level = false;
