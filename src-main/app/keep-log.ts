import path from 'node:path';
import { app } from 'electron';
import { installLastResort } from '../base/last-resort';
import { log } from '../files/log';
import { LAST_WRITE_MS, type WritesUnderWay } from '../work/writes-under-way';
import { hasToClose } from './has-to-close';

interface Needs {
  folder: string;
  writes: WritesUnderWay;
}

/** Has the log kept in the app's folder, a bug that nobody caught included: the app ends with it, once the last write has ended. */
export function keepLog({ folder, writes }: Needs): void {
  log.keepIn(path.join(folder, 'gluu-console.log'));
  installLastResort({
    note: log.bug,
    // What it was told is in the file before the app ends.
    tell: () => Promise.allSettled([log.open(), hasToClose()]),
    settled: () => writes.settled(LAST_WRITE_MS),
    exit: (code) => app.exit(code),
  });
}
