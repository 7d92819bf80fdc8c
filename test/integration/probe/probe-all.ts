import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { asProgram } from '../../support/as-program';
import { runProbe } from './run-probe';

/** What one probe came to: the ids of the table, failures first. */
export interface ProbedIds {
  ids: string[];
  runtime: string;
}

const runtime = process.versions.electron ? 'Electron' : 'Node';
const idsOf = async (request: ProbeRequest): Promise<ProbedIds> => ({
  ids: (await runProbe(request)).findings.map(({ id }) => id),
  runtime,
});

/** Probes each request of its input, all at once. */
await asProgram((requests: ProbeRequest[]) => Promise.all(requests.map(idsOf)));
