import { randomBytes } from 'node:crypto';
import { runTool } from './run-tool';

export interface SystemUser {
  name: string;
  password: string;
  remove(): Promise<void>;
}

/** Makes a user of this computer with a password and without a home folder; needs root. Belongs to the caller, who removes it. */
export async function makeSystemUser(): Promise<SystemUser> {
  const name = `gluu-test-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(18).toString('base64url');
  await runTool('useradd', ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/sh', name]);
  await runTool('chpasswd', [], { input: `${name}:${password}\n` });
  return {
    name,
    password,
    remove: async () => {
      await runTool('userdel', ['--force', name]);
    },
  };
}
