import { readFileSync, writeFileSync } from 'node:fs';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { runProbe } from './run-probe';

/** What one probe came to: the ids of the table, failures first. */
export interface ProbedIds {
  ids: string[];
  runtime: string;
}

/** Runs as a program of its own (see test/support/in-electron.ts): probes each request of its input, all at once. */
const { INPUT_FILE = '', OUTPUT_FILE = '' } = process.env;
const requests = JSON.parse(readFileSync(INPUT_FILE, 'utf8')) as ProbeRequest[];
const runtime = process.versions.electron ? 'Electron' : 'Node';
const done: ProbedIds[] = await Promise.all(
  requests.map(async (request) => ({ ids: (await runProbe(request)).findings.map(({ id }) => id), runtime })),
);
writeFileSync(OUTPUT_FILE, JSON.stringify(done));
process.exit(0);
