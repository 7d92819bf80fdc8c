import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { AppError } from '../../../src-main/base/app-error';
import { briefly } from '../../../src-main/base/own-words';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverDraft } from '../../support/server-draft';
import { type SaveReport, type SaveTask, saveFirst } from './file-servers';

const report = (line: SaveReport) => process.stdout.write(`${JSON.stringify(line)}\n`);
const task = JSON.parse(process.argv[2] ?? '') as SaveTask;
if (task.umask !== undefined) process.umask(task.umask);
if (task.asUser !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(task.asUser);
  process.setuid?.(task.asUser);
}
if (task.namedTemporaries) {
  let count = 0;
  crypto.randomBytes = ((size: number) => Buffer.alloc(size, count++)) as typeof crypto.randomBytes;
  syncBuiltinESMExports();
}

const registry = openServerRegistry(task.file);
report({ kind: 'opened', state: registry.state, servers: registry.list().length });
try {
  for (let save = 0; save < task.saves; save++) {
    const added = registry.list().length === 0;
    if (added) await registry.add(serverDraft());
    report({ kind: 'saved', number: added ? 0 : await saveFirst(registry) });
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  report({ kind: 'refused', code: error.code, detail: briefly(error) });
}
