import { chmodSync } from 'node:fs';
import electronLog from 'electron-log/node';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { redactForLog } from '../base/redact';
import { lookAt } from './atomic-write';

export type Level = 'info' | 'warn' | 'error';
export type LogWriter = (level: Level, text: string) => void;

electronLog.transports.file.level = false;

/**
 * The door to electron-log: writes lines to the console and, if `file` is given, there as well, for this user alone; not where
 * that is no plain file: a FIFO would hold the whole app.
 */
export function logWriter(file: string | undefined): LogWriter {
  if (file !== undefined) keepIn(file);
  return (level, text) => electronLog[level](text);
}

function keepIn(file: string): void {
  try {
    if (lookAt(file)) chmodSync(file, 0o600);
  } catch (error) {
    const why = error instanceof AppError ? briefly(error) : String(error);
    electronLog.warn(redactForLog(`There is no log file: ${why}`));
    return;
  }
  electronLog.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  electronLog.transports.file.resolvePathFn = () => file;
  electronLog.transports.file.maxSize = 1024 * 1024;
  electronLog.transports.file.level = 'info';
}
