import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLdif } from '../../support/ldif';
import { runTool, ToolError } from '../../support/run-tool';
import { type Meadow, meadowNames, startMeadow } from './meadow';

const { ada, appliance, bruno, people } = meadowNames;

let meadow: Meadow;
beforeAll(async () => {
  meadow = await startMeadow();
});
afterAll(async () => {
  await meadow.stop();
  expect(meadow.reported).toEqual([]);
});

type Route = 'LDAPS' | 'StartTLS';
// Not `localhost`: libldap would look for this machine's own name in the certificate instead.
const address = (route: Route) =>
  route === 'LDAPS'
    ? ['-H', `ldaps://127.0.0.1:${meadow.ldapsPort}`]
    : ['-H', `ldap://127.0.0.1:${meadow.ldapPort}`, '-ZZ'];

/** The options of an OpenLDAP tool that connects as the manager and accepts our certificate alone. */
function connection(route: Route = 'LDAPS'): string[] {
  return [
    ...address(route),
    '-o',
    `TLS_CACERT=${meadow.certificateFile}`,
    '-x',
    '-D',
    meadow.managerDn,
    '-y',
    meadow.passwordFile,
  ];
}

async function search(options: string[], ...rest: string[]): Promise<Map<string, string[]>[]> {
  return parseLdif(await runTool('ldapsearch', [...connection(), '-LLL', '-o', 'ldif-wrap=no', ...options, ...rest]));
}

/** The LDAP result code with which the tool ended; 0 for success. */
async function codeOf(work: Promise<unknown>): Promise<number | null> {
  try {
    await work;
    return 0;
  } catch (error) {
    if (error instanceof ToolError) return error.exitCode;
    throw error;
  }
}

const modify = (ldif: string, ...options: string[]) =>
  runTool('ldapmodify', [...connection(), ...options], { input: ldif });
const retitle = (title: string, dn = ada) => `dn: ${dn}\nchangetype: modify\nreplace: title\ntitle: ${title}\n`;

describe.each<Route>(['LDAPS', 'StartTLS'])("OpenLDAP's tools over %s", (route) => {
  test('log in and learn who they are', async () => {
    expect(await runTool('ldapwhoami', connection(route))).toBe(`dn:${meadow.managerDn}\n`);
  });

  test('search in pages', async () => {
    const paged = ['-E', 'pr=5/noprompt', '-b', people, '-s', 'one', '(objectClass=gluuPerson)', 'uid'];
    const found = parseLdif(await runTool('ldapsearch', [...connection(route), '-LLL', ...paged]));
    expect(new Set(found.flatMap((entry) => entry.get('uid') ?? [])).size).toBe(13);
  });
});

describe("OpenLDAP's tools", () => {
  test.each<Route>(['LDAPS', 'StartTLS'])('do not accept the certificate unless told to: %s', async (route) => {
    await expect(runTool('ldapwhoami', [...address(route), '-o', 'TLS_REQCERT=demand', '-x'])).rejects.toThrow(
      ToolError,
    );
  });

  test('are told that a password is wrong', async () => {
    const wrong = [...connection().slice(0, -2), '-w', 'wrong'];
    expect(await codeOf(runTool('ldapwhoami', wrong))).toBe(49);
  });

  test('read operational attributes and the schema', async () => {
    const [entry] = await search(['-b', ada, '-s', 'base'], '(objectClass=*)', '+');
    expect(entry?.get('entryCSN')).toEqual([expect.stringMatching(/^\d{14}\.\d{6}Z#/)]);
    const [schema] = await search(['-b', 'cn=Subschema', '-s', 'base'], '(objectClass=subschema)', 'objectClasses');
    expect(schema?.get('objectClasses')?.join()).toContain('gluuAppliance');
  });

  test('get what fits the size limit, and the code 4', async () => {
    const limited = [...connection(), '-LLL', '-z', '3', '-b', people, '-s', 'one'];
    await expect(runTool('ldapsearch', limited)).rejects.toMatchObject({
      exitCode: 4,
      said: expect.stringContaining('Size limit exceeded'),
    });
  });

  test('take filters of every kind', async () => {
    const uids = async (filter: string) =>
      (await search(['-b', people], filter, 'uid')).flatMap((entry) => entry.get('uid') ?? []);
    expect(await uids('(|(uid:caseExactMatch:=ada)(uid:caseExactMatch:=BRUNO))')).toEqual(['ada']);
    expect(await uids('(&(cn=*i*)(!(cn=*d*))(uid>=b)(uid<=f))')).toEqual(['bruno', 'emil']);
    expect(await uids('(&(sn~=silva)(mail=*))')).toEqual(['bruno']);
    expect(await uids('(&(objectClass=gluuPerson)(ou:dn:=people)(uid=bruno))')).toEqual(['bruno']);
    expect(await uids(String.raw`(cn=Ada\20Novak)`)).toEqual(['ada']);
    expect(await uids('(&)')).toHaveLength(13);
  });

  test('change entries under an assertion', async () => {
    await modify(retitle('one'));
    expect(await codeOf(modify(retitle('two'), '-e', '!assert=(title=nobody)'))).toBe(122);
    expect(await codeOf(modify(retitle('two'), '-e', '!assert=(title:caseExactMatch:=ONE)'))).toBe(122);
    await modify(retitle('two'), '-e', '!assert=(title:caseExactMatch:=one)');
    expect((await search(['-b', ada, '-s', 'base'], '(objectClass=*)', 'title'))[0]?.get('title')).toEqual(['two']);
  });

  test('compare, also under an assertion', async () => {
    const compare = (assertion: string, ...options: string[]) =>
      codeOf(runTool('ldapcompare', [...connection(), ...options, bruno, assertion]));
    expect(await compare('uid:BRUNO')).toBe(6);
    expect(await compare('uid:ada')).toBe(5);
    expect(await compare('uid:bruno', '-e', '!assert=(uid=ada)')).toBe(122);
  });

  test('are refused a critical control it does not know', async () => {
    expect(await codeOf(modify(retitle('x'), '-e', '!1.2.3.4.5'))).toBe(12);
    expect(await codeOf(modify(retitle('x'), '-e', '1.2.3.4.5'))).toBe(0);
  });

  test('load and delete a branch', async () => {
    const branch = `ou=resetPasswordRequests,${appliance}`;
    await modify(
      `dn: ${branch}\nchangetype: add\nobjectClass: organizationalUnit\n\n` +
        `dn: oxGuid=a,${branch}\nchangetype: add\nobjectClass: gluuPasswordResetRequest\ncreationDate: 20180117120000.000Z\n`,
    );
    expect(await search(['-b', branch, '-s', 'one'], '(creationDate<=20180117120001Z)', 'oxGuid')).toHaveLength(1);
    expect(await codeOf(runTool('ldapdelete', [...connection(), branch]))).toBe(66);
    await runTool('ldapdelete', [...connection(), '-r', branch]);
    expect(await codeOf(search(['-b', branch], '(objectClass=*)'))).toBe(32);
  });
});
