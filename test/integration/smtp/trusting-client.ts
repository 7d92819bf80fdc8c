import { once } from 'node:events';
import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { runMailTest } from './run-mail-test';

/**
 * A process of its own for mail-trust.test.ts: Node reads the authorities it trusts (NODE_EXTRA_CA_CERTS) when it starts.
 * Takes the settings of one test as JSON on standard input, and gives what the window would get on standard output.
 */
const chunks: Buffer[] = [];
process.stdin.on('data', (chunk: Buffer) => chunks.push(chunk));
await once(process.stdin, 'end');
const settings = JSON.parse(Buffer.concat(chunks).toString('utf8')) as MailSettings;
const { shown } = await runMailTest(settings);
process.stdout.write(shown);
