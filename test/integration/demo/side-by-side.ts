import { Client, type Filter, ResultCodeError } from 'ldapts';
import { expect } from 'vitest';
import { makeCertificate } from '../../../src-main/demo/certificate';
import { Directory } from '../../../src-main/demo/directory';
import { startLdapServer } from '../../../src-main/demo/ldap-server';
import { gluuTree } from '../../support/gluu-tree';
import { parseLdif } from '../../support/ldif';
import { type Slapd, startSlapd } from '../../support/slapd';

export const adminPassword = 'the admin password';

export type Step = (client: Client) => Promise<unknown>;

/** A slapd and a demo directory with the same tree under the same schema, and a manager logged in at both. */
export interface Pair {
  slapd: Slapd;
  /** Takes the step at both, expects the same outcome, and gives it. */
  expectAlike(step: Step): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startPair(): Promise<Pair> {
  const ldif = gluuTree({ version: '3.1.2', people: 3, adminPassword });
  const slapd = await startSlapd({ version: '3.1.2', ldif });
  const atSlapd = new Client({ url: slapd.url, timeout: 20_000 });
  await atSlapd.bind(slapd.bindDn, slapd.password);
  const directory = await copyOf(slapd, atSlapd, ldif);
  const demo = await startLdapServer({ directory, certificate: await makeCertificate(), plain: true });
  const atDemo = new Client({ url: `ldap://127.0.0.1:${demo.ldapPort}`, timeout: 20_000 });
  await atDemo.bind(slapd.bindDn, slapd.password);
  return {
    slapd,
    expectAlike: async (step) => {
      const [real, ours] = [await outcome(atSlapd, step), await outcome(atDemo, step)];
      expect(ours).toEqual(real);
      return real;
    },
    stop: async () => {
      await Promise.all([atSlapd.unbind(), atDemo.unbind()]);
      await Promise.all([slapd.stop(), demo.stop()]);
    },
  };
}

async function copyOf(slapd: Slapd, client: Client, ldif: string): Promise<Directory> {
  const attributes = ['attributeTypes', 'objectClasses'];
  const { searchEntries } = await client.search('cn=Subschema', { scope: 'base', attributes });
  const definitions = (name: string) => [searchEntries[0]?.[name] ?? []].flat().map(String);
  const directory = new Directory({
    suffixes: ['o=gluu', 'o=site'],
    managerDn: slapd.bindDn,
    managerPassword: slapd.password,
    schema: { attributeTypes: definitions('attributeTypes'), objectClasses: definitions('objectClasses') },
    unique: { objectClass: 'gluuPerson', attributes: ['uid', 'mail'] },
  });
  for (const record of parseLdif(ldif)) {
    const { dn: [dn = ''] = [], ...values } = Object.fromEntries(record);
    directory.load(dn, values);
  }
  const { dn, password } = slapd.reader;
  directory.load(dn, { objectClass: ['top', 'person'], cn: 'reader', sn: 'reader', userPassword: password });
  return directory;
}

/** What a server made of a step: the result code it refused with, or what it answered. */
export async function outcome(client: Client, step: Step): Promise<unknown> {
  try {
    return { answer: await step(client) };
  } catch (error) {
    if (error instanceof ResultCodeError) return { refused: error.code };
    throw error;
  }
}

/** The DNs a search finds, sorted. */
export async function dns(
  client: Client,
  base: string,
  filter: string | Filter,
  scope: 'base' | 'one' | 'sub' = 'sub',
): Promise<string[]> {
  const { searchEntries } = await client.search(base, { filter, scope, attributes: ['1.1'] });
  return searchEntries.map(({ dn }) => dn).sort();
}
