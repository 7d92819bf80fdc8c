import { once } from 'node:events';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { runProbe } from './run-probe';

/**
 * A process of its own for trust.test.ts: Node reads the authorities it trusts (NODE_EXTRA_CA_CERTS) when it starts.
 * Takes one request as JSON on standard input, and gives what the window would get on standard output.
 */
const chunks: Buffer[] = [];
process.stdin.on('data', (chunk: Buffer) => chunks.push(chunk));
await once(process.stdin, 'end');
const request = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ProbeRequest;
process.stdout.write(JSON.stringify(await runProbe(request)));
