import path from 'node:path';
import { app } from 'electron';
import type { CoreDumps } from '../../src-shared/model/app';
import { installLastResort } from '../base/last-resort';
import { log } from '../files/log';
import { LAST_WRITE_MS, type WritesUnderWay } from '../work/writes-under-way';
import { coreDumpsText } from './core-dumps';
import { hasToClose } from './has-to-close';

interface Needs {
  folder: string;
  writes: WritesUnderWay;
  coreDumps: CoreDumps | undefined;
}

/** Keeps the log in the app's folder, a bug that nobody caught included: the app ends with it, once the last write has ended. */
export function keepLog({ folder, writes, coreDumps }: Needs): void {
  log.keepIn(path.join(folder, 'gluu-console.log'));
  installLastResort({
    note: log.bug,
    tell: hasToClose,
    settled: () => writes.settled(LAST_WRITE_MS),
    exit: (code) => app.exit(code),
  });
  if (coreDumps && coreDumps !== 'none') log.warn(coreDumpsText[coreDumps]);
}
