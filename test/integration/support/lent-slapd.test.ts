import { expect, test, vi } from 'vitest';
import { gluuTree } from '../../support/gluu-tree';
import type { Slapd, SlapdOptions } from '../../support/slapd';

const ldif = gluuTree({ version: '3.1.2' });
const people = (slapd: Slapd) => slapd.search('o=gluu', '(ou=people)');

/** Lends one, with settings that no other file has, as a file does that comes later in this process. */
async function lendInNextFile(password: string, own: Partial<SlapdOptions> = {}): Promise<Slapd> {
  vi.resetModules();
  const { lendSlapd } = await import('../../support/lent-slapd');
  return lendSlapd({ ldif, ...own, password });
}

test('one that was given back is lent to the files that come later, with the tree that they ask for', async () => {
  const former = await lendInNextFile('lent-over-files');
  const [{ dn: [dn = ''] = [] } = {}] = (await people(former)).map((entry) => Object.fromEntries(entry));
  await former.modify(`dn: ${dn}\nchangetype: modify\nadd: description\ndescription: of a former file\n`);
  await former.stop();
  const later = await lendInNextFile('lent-over-files');
  expect(later.port).toBe(former.port);
  expect(later.modifies()).toEqual([]);
  const [entry] = await people(later);
  expect(entry?.get('description')).toBeUndefined();
  await later.stop();
});

test('one whose suffix has other attributes is not lent again: from 4.0 on that is the organization itself', async () => {
  const named = (orgName: string) => ({ version: '4.5.5', ldif: gluuTree({ version: '4.5.5', orgName }) }) as const;
  const former = await lendInNextFile('lent-with-suffix', named('One'));
  await former.stop();
  const same = await lendInNextFile('lent-with-suffix', named('One'));
  expect(same.port).toBe(former.port);
  await same.stop();
  const other = await lendInNextFile('lent-with-suffix', named('Other'));
  expect((await other.search('o=gluu', '(objectClass=gluuOrganization)'))[0]?.get('displayName')).toEqual(['Other']);
  await other.stop();
});

test('of those that wait to be lent again, the one that waits longest ends when there are more than four', async () => {
  const waiting = [];
  for (const password of ['first', 'second', 'third', 'fourth', 'fifth']) waiting.push(await lendInNextFile(password));
  for (const slapd of waiting) await slapd.stop();
  const [first, ...others] = waiting;
  await expect(first && people(first)).rejects.toThrow();
  for (const slapd of others) expect(await people(slapd)).toHaveLength(1);
});
