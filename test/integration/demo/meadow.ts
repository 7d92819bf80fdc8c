import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoCertificate, makeCertificate } from '../../../src-main/demo/certificate';
import type { Directory } from '../../../src-main/demo/directory';
import { inumsOf } from '../../../src-main/demo/inums';
import { startLdapServer } from '../../../src-main/demo/ldap-server';
import { peopleOf } from '../../../src-main/demo/people';
import { buildTree, managerDn } from '../../../src-main/demo/trees';
import { salt } from '../../support/cipher-vectors';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const baseInum = '@!6C1E.40B9.A7D3.52F8';
const inums = inumsOf(baseInum);

/** Where things lie in the tree that `startMeadow` serves. */
export const meadowNames = {
  appliance: `inum=${inums.appliance},ou=appliances,o=gluu`,
  organization: `o=${inums.organization},o=gluu`,
  people: `ou=people,o=${inums.organization},o=gluu`,
  ada: `inum=${inums.person('ada')},ou=people,o=${inums.organization},o=gluu`,
  bruno: `inum=${inums.person('bruno')},ou=people,o=${inums.organization},o=gluu`,
};

export interface Meadow {
  directory: Directory;
  certificate: DemoCertificate;
  /** The certificate as a file, for tools. */
  certificateFile: string;
  managerDn: string;
  password: string;
  /** The manager's password as a file, for tools. */
  passwordFile: string;
  ldapsPort: number;
  ldapPort: number;
  /** Errors of the server itself; there must be none. */
  reported: unknown[];
  stop(): Promise<void>;
}

/** Serves one demo tree with all of the server's listeners. */
export async function startMeadow(): Promise<Meadow> {
  const password = 'manager password';
  const directory = buildTree(
    {
      version: '3.1.2',
      baseInum,
      hostname: 'meadow.demo.example',
      organization: 'Meadow Library',
      passwordReset: 'enabled',
      people: peopleOf({ firstPerson: 0 }),
    },
    { bindPassword: password, salt },
  );
  const certificate = await makeCertificate();
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const { ldapsPort, ldapPort = 0, stop } = await startLdapServer({ directory, certificate, plain: true, report });
  const folder = makeTemporaryFolder('demo-directory');
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  return {
    directory,
    certificate,
    certificateFile: file('certificate.pem', certificate.certificate),
    managerDn,
    password,
    passwordFile: file('password', password),
    ldapsPort,
    ldapPort,
    reported,
    stop: async () => {
      await stop();
      removeTemporaryFolder(folder);
    },
  };
}
