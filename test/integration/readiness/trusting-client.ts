import { json } from 'node:stream/consumers';
import { checkLink } from '../../../src-main/readiness/check-link';

/**
 * One link check in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts. Reads the address
 * from standard input as JSON and writes what came of it.
 */
const { linkBase } = (await json(process.stdin)) as { linkBase: string };
process.stdout.write(JSON.stringify(await checkLink(linkBase, new AbortController().signal)));
