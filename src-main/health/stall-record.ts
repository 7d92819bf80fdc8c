import { closeSync, readFileSync, rmSync } from 'node:fs';
import * as z from '../../src-shared/base/zod';
import { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { openForReading } from '../files/atomic-write';
import { log } from '../files/log';

const Record = z.object({ servers: z.array(ServerId).max(10_000) });

/** The servers of the record that the thread left, if there is one; it is removed. What is not such a record counts as none. */
export function takeStallRecord(recordFile: string): ServerId[] {
  try {
    const text = readIfThere(recordFile);
    if (text === undefined) return [];
    rmSync(recordFile);
    return Record.parse(JSON.parse(text)).servers;
  } catch (error) {
    log.warn(`The record of a stall cannot be read: ${error instanceof AppError ? briefly(error) : String(error)}`);
    return [];
  }
}

function readIfThere(file: string): string | undefined {
  const opened = openForReading(file);
  if (!opened) return undefined;
  try {
    return readFileSync(opened.descriptor, 'utf8');
  } finally {
    closeSync(opened.descriptor);
  }
}
