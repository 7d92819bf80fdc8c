import type net from 'node:net';

/** The demo fleet never listens anywhere else. */
export const loopback = '127.0.0.1';

/** Makes a server listen on the loopback address, on a port the system picks, and gives the port. Rejects with its error. */
export function listenOnLoopback(server: net.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopback, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

/** Stops listening and waits for the open connections to end; one that never listened is closed already. */
export function closeListener(server: net.Server): Promise<void> {
  return new Promise((resolve) => {
    if (server.listening) server.close(() => resolve());
    else resolve();
  });
}
