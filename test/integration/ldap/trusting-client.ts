import { json } from 'node:stream/consumers';
import { AppError } from '../../../src-main/base/app-error';
import { connectTcp } from '../../../src-main/net/tcp';
import { startTls } from '../../../src-main/net/tls';

interface Wish {
  /** The name the certificate is checked against; the connection goes to 127.0.0.1 in any case. */
  host: string;
  port: number;
  pin?: string;
}

/**
 * One TLS connection in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts: what the system
 * trusts cannot be distinguished otherwise. Reads the wish from standard input and writes what came of it.
 */
async function run(): Promise<unknown> {
  const { host, port, pin } = (await json(process.stdin)) as Wish;
  const { signal } = new AbortController();
  const { socket } = await connectTcp([{ address: '127.0.0.1', family: 4 }], { host, port }, signal, 10_000);
  try {
    const { socket: secured, ...facts } = await startTls(socket, { host, pin, at: host }, signal, 10_000);
    secured.destroy();
    return facts;
  } catch (error) {
    if (error instanceof AppError) return { failure: { code: error.code, ...error.about } };
    throw error;
  }
}

run().then((outcome) => process.stdout.write(JSON.stringify(outcome)));
