import { existsSync } from 'node:fs';
import { AppError } from '../../../src-main/base/app-error';
import { briefly } from '../../../src-main/base/own-words';
import { openSaved, saved } from './saved';

/** What the process is to do; handed over as JSON in its first argument. */
export interface SaveTask {
  file: string;
  /** Size of each save; the file is a little larger. */
  bytes: number;
  saves: number;
  umask?: number;
  /** Gives up root's rights first. */
  asUser?: number;
}

/** One line of its output. */
export type SaveReport =
  | { kind: 'opened'; state: ReturnType<typeof openSaved>['state']; number: number; exists: boolean }
  | { kind: 'saved'; number: number }
  | { kind: 'refused'; code: string; detail: string; file: string };

const report = (line: SaveReport) => process.stdout.write(`${JSON.stringify(line)}\n`);
const task = JSON.parse(process.argv[2] ?? '') as SaveTask;
if (task.umask !== undefined) process.umask(task.umask);
if (task.asUser !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(task.asUser);
  process.setuid?.(task.asUser);
}

const file = openSaved(task.file);
const first = file.read().number;
report({ kind: 'opened', state: file.state, number: first, exists: existsSync(task.file) });
try {
  for (let number = first + 1; number <= first + task.saves; number++) {
    await file.write(saved(number, task.bytes));
    report({ kind: 'saved', number });
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const { facts } = error.about;
  report({ kind: 'refused', code: error.code, detail: briefly(error), file: String(facts?.file) });
}
