import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runTool } from './run-tool';

export interface SshAgent {
  /** Has it hold a key without a passphrase, after those it holds already. */
  add(keyFile: string): Promise<void>;
  stop(): void;
}

/** Starts OpenSSH's own agent at a socket. */
export async function startSshAgent(socket: string): Promise<SshAgent> {
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(agent.stdout, 'data');
  return {
    add: async (keyFile) => void (await runTool('env', [`SSH_AUTH_SOCK=${socket}`, 'ssh-add', '-q', keyFile])),
    stop: () => void agent.kill(),
  };
}
