import { AppError } from '../../../src-main/base/app-error';
import { briefly } from '../../../src-main/base/own-words';
import { openHistory } from '../../../src-main/history/history-log';
import { begun } from './records';

/** What the process is to do; handed over as JSON in its first argument. */
export interface AppendTask {
  file: string;
  /** Size of the reason that makes each line long. */
  bytes: number;
  appends: number;
}

/** One line of its output. `entries`: how many it knew before. */
export type AppendReport =
  | { kind: 'opened'; entries: number }
  | { kind: 'appended'; entries: number }
  | { kind: 'refused'; code: string; detail: string };

const report = (line: AppendReport) => process.stdout.write(`${JSON.stringify(line)}\n`);
const task = JSON.parse(process.argv[2] ?? '') as AppendTask;
const history = await openHistory(task.file);
let entries = history.list().length;
report({ kind: 'opened', entries });
for (let count = 0; count < task.appends; count++) {
  try {
    await history.append(begun({ reason: 'x'.repeat(task.bytes) }));
    report({ kind: 'appended', entries: ++entries });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    report({ kind: 'refused', code: error.code, detail: briefly(error) });
  }
}
