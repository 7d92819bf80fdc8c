import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface BlackHole {
  port: number;
  stop(): Promise<void>;
}

/** More than any backlog of 1 holds on Linux. */
const FILLERS = 6;

/**
 * Starts a port of 127.0.0.1 that answers no new connection, like a firewall that drops packets: its process is stopped
 * and its queue is full, so the kernel ignores further attempts.
 */
export async function startBlackHole(): Promise<BlackHole> {
  const script =
    "const s = require('node:net').createServer(); s.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port));";
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGSTOP');
  const port = Number(line.toString('utf8'));
  const fillers: Socket[] = Array.from({ length: FILLERS }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    port,
    stop: async () => {
      for (const filler of fillers) filler.destroy();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
