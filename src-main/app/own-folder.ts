import { accessSync, constants, mkdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/**
 * Why the app's own folder cannot be used, in the system's words, or undefined. Chromium takes a folder it cannot write for
 * one that another instance holds, and the app would say so.
 */
export function reasonNotToUse(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return `The folder of this app cannot be written. ${error.message}`;
  }
}

/**
 * Whether another app has taken the folder that this one was told to hold. Of two that start at the same moment Chromium lets
 * both go on now and then: between making the lock and listening behind it, the first looks like one that was killed, and the
 * second takes its lock away (chrome/browser/process_singleton_posix.cc). The lock names one of them only, `host-pid`. Windows
 * has no such lock.
 */
export function isTaken(folder: string): boolean {
  try {
    return !readlinkSync(path.join(folder, 'SingletonLock')).endsWith(`-${process.pid}`);
  } catch {
    return false;
  }
}
