import { AppError } from '../../../src-main/base/app-error';
import { connectTcp } from '../../../src-main/net/tcp';
import { startTls } from '../../../src-main/net/tls';
import { asProgram } from '../../support/as-program';

interface Wish {
  /** The name the certificate is checked against; the connection goes to 127.0.0.1 in any case. */
  host: string;
  port: number;
  pin?: string;
}

/** One TLS connection by a process that trusts what it was started with. */
await asProgram(async ({ host, port, pin }: Wish) => {
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
});
