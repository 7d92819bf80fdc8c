import { closeSync, existsSync, readFileSync } from 'node:fs';
import { openForReading } from './atomic-write';

/** What is looked at before the window opens is small; in bytes. */
const MOST = 1024 * 1024;
const BACKUPS = 3;

/**
 * What a versioned file (versioned-file.ts) of exactly this version holds, not judged by any schema; `fresh` where there is
 * neither a file nor a backup. Undefined where it is larger than `most` bytes, or takes the whole reading to know: nothing is put aside or changed here, and
 * it never throws. For what the window's first frame shows, before the schemas are loaded.
 */
export function glanceAt(file: string, version: number, most = MOST): Record<string, unknown> | 'fresh' | undefined {
  try {
    const opened = openForReading(file);
    if (!opened) return hasBackup(file) ? undefined : 'fresh';
    try {
      if (opened.size > most) return undefined;
      const { schemaVersion, ...content } = Object(JSON.parse(readFileSync(opened.descriptor, 'utf8')));
      return schemaVersion === version ? content : undefined;
    } finally {
      closeSync(opened.descriptor);
    }
  } catch {
    return undefined;
  }
}

function hasBackup(file: string): boolean {
  for (let number = 1; number <= BACKUPS; number += 1) if (existsSync(`${file}.${number}`)) return true;
  return false;
}
