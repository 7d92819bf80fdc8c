import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../run-tool';
import { daemonFolder } from './postfix-config';

const isProgram = (name: string) => toolPath.split(':').some((folder) => existsSync(join(folder, name)));

/** The methods of a login are plug-ins, which lie in a folder that is named after the machine's architecture. */
const isPlugin = (name: string) =>
  readdirSync('/usr/lib').some((folder) => existsSync(join('/usr/lib', folder, 'sasl2', name)));

/** Whether each package that a Postfix with a login needs is there. */
const debianPackages: Record<string, () => boolean> = {
  postfix: () => existsSync(join(daemonFolder, 'master')),
  'sasl2-bin': () => isProgram('saslpasswd2'),
  'libsasl2-modules': () => isPlugin('libplain.so') && isPlugin('liblogin.so'),
};

/**
 * Throws one line that says what keeps a Postfix from starting here: Debian packages that are missing, or who we are.
 * Takes what to look for as `debianPackages` has it, and our user's number.
 */
export function requirePostfix(packages = debianPackages, user = process.getuid?.()): void {
  const missing = Object.entries(packages).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
  if (missing.length > 0) {
    const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
    throw new Error(`Postfix cannot be tested without the Debian packages ${missing.join(', ')}: ${command}`);
  }
  if (user !== 0) throw new Error('Postfix can only be started by root: its processes change their user.');
}
