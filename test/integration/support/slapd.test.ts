import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signed } from '../../support/certificates';
import { gluuNames, namesOf } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { type GluuVersion, gluuVersions } from '../../support/gluu-version';
import { procFile } from '../../support/proc-file';
import { ToolError } from '../../support/run-tool';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder } from '../../support/temporary-folder';

const names = gluuNames();

/** The LDAP result code with which the work failed; 0 if it did not. */
async function resultCode(work: Promise<unknown>): Promise<number | null> {
  try {
    await work;
    return 0;
  } catch (error) {
    if (error instanceof ToolError) return error.exitCode;
    throw error;
  }
}

const replace = (dn: string, attribute: string, value: string): string =>
  `dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}: ${value}\n`;

/** Names that a release's schema has and lacks; see the version markers of community-edition-setup's schemas. */
const markers: [GluuVersion, string[], string[]][] = [
  ['2.4.4', ['gluuSmtpHost'], ['gluuPassportEnabled', 'oxCacheConfiguration', 'oxUmaResource']],
  ['3.0.2', ['gluuPassportEnabled', 'oxCacheConfiguration'], ['oxUmaResource', 'oxSessionState', 'userRandomKey']],
  ['3.1.0', ['oxUmaResource', 'oxLogConfigLocation'], ['oxWebKeysSettings', 'oxAuthUmaPCT']],
  ['3.1.1', ['oxWebKeysSettings', 'oxAuthUmaPCT'], ['gluuSmtpServerTrust', 'oxOTPDevices']],
  ['3.1.2', ['gluuSmtpServerTrust', 'oxScopeExpression'], ['oxScriptError', 'oxStrongAuthPolicy']],
  ['3.1.3', ['oxAuthAuthorizedOrigins', 'oxScriptError'], ['oxCacheEntity', 'oxAccessTokenAsJwt']],
  ['3.1.4', ['oxCacheEntity', 'oxAccessTokenAsJwt'], ['oxFido2AuthenticationEntry', 'oxSoftwareId']],
  ['3.1.5', ['oxFido2AuthenticationEntry', 'oxAccessTokenLifetime', 'oxUidIDP'], []],
  ['3.1.8', ['oxFido2AuthenticationEntry', 'oxSoftwareId'], ['oxUidIDP']],
];

async function schemaText(slapd: Slapd): Promise<string> {
  const [rootDse] = await slapd.search('', '(objectClass=*)', ['subschemaSubentry'], { scope: 'base' });
  const [at = ''] = rootDse?.get('subschemaSubentry') ?? [];
  const wanted = ['attributeTypes', 'objectClasses'];
  const [schema] = await slapd.search(at, '(objectClass=subschema)', wanted, { scope: 'base' });
  return wanted.flatMap((name) => schema?.get(name) ?? []).join('\n');
}

describe.each(markers)('slapd with the tree of %s', (version, present, absent) => {
  let slapd: Slapd;
  beforeAll(async () => {
    slapd = await startSlapd({ version, ldif: gluuTree({ version, people: 3 }) });
  });
  afterAll(() => slapd.stop());

  test('answers the discovery searches', async () => {
    const [suffix] = await slapd.search('o=gluu', '(objectClass=*)', ['objectClass'], { scope: 'base' });
    expect(suffix?.get('objectClass')).toEqual(['top', 'organization']);
    const appliances = await slapd.search('ou=appliances,o=gluu', '(objectClass=gluuAppliance)', [], { scope: 'one' });
    expect(appliances.map((entry) => entry.get('inum'))).toEqual([[names.applianceInum]]);
    const [organization] = await slapd.search('o=gluu', '(objectClass=gluuOrganization)', [], { scope: 'one' });
    expect(organization?.get('o')).toEqual([names.orgInum]);
    expect(organization?.has('inum')).toBe(false);
    const [oxTrust] = await slapd.search(names.oxTrustDn, '(objectClass=oxTrustConfiguration)', [], { scope: 'base' });
    const settings: unknown = JSON.parse(oxTrust?.get('oxTrustConfApplication')?.[0] ?? '');
    expect(settings).toMatchObject({ orgInum: names.orgInum, applianceInum: names.applianceInum, baseDN: 'o=gluu' });
    expect(await slapd.search(names.peopleDn, '(objectClass=gluuPerson)')).toHaveLength(4);
    expect(await slapd.search(names.managerGroupDn, `(member=${names.adminDn})`, [], { scope: 'base' })).toHaveLength(
      1,
    );
  });

  test('has the schema markers of its release and none of the next', async () => {
    const schema = await schemaText(slapd);
    for (const name of present) expect(schema).toContain(`NAME '${name}'`);
    for (const name of absent) expect(schema).not.toContain(`NAME '${name}'`);
    const creationDate = /NAME 'creationDate'.*SYNTAX ([\d.]+)/.exec(schema)?.[1];
    expect(creationDate?.endsWith(version === '2.4.4' ? '.15' : '.24')).toBe(true);
  });
});

describe('every release', () => {
  test.each(gluuVersions)('%s loads', async (version) => {
    const slapd = await startSlapd({ version });
    expect(await slapd.search(namesOf(version).oxAuthDn, '(objectClass=*)', ['oxRevision'])).toHaveLength(1);
    await slapd.stop();
  });
});

describe('slapd', () => {
  let slapd: Slapd;
  beforeAll(async () => {
    slapd = await startSlapd({
      ldif: gluuTree({ version: '3.1.2', people: 2, smtp: '{"host":"Mail"}' }),
      sizeLimit: 3,
    });
  });
  afterAll(() => slapd.stop());

  test('applies an asserted change only while the entryCSN is the one read', async () => {
    const token = async () => {
      const [entry] = await slapd.search(names.applianceDn, '(objectClass=*)', ['entryCSN'], { scope: 'base' });
      return entry?.get('entryCSN')?.[0] ?? '';
    };
    const before = await token();
    const assertion = { controls: [`!assert=(entryCSN=${before})`] };
    expect(await resultCode(slapd.modify(replace(names.applianceDn, 'gluuMaxLogSize', '201'), assertion))).toBe(0);
    expect(await token()).not.toBe(before);
    expect(await resultCode(slapd.modify(replace(names.applianceDn, 'gluuMaxLogSize', '202'), assertion))).toBe(122);
    const [entry] = await slapd.search(names.applianceDn, '(gluuMaxLogSize=201)', ['gluuMaxLogSize']);
    expect(entry?.get('gluuMaxLogSize')).toEqual(['201']);
  });

  test('compares without regard to case, as Gluu does, unless asked not to', async () => {
    const found = (rule: string) => slapd.search(names.applianceDn, `(oxSmtpConfiguration${rule}={"HOST":"mail"})`);
    expect(await found('')).toHaveLength(1);
    expect(await found(':caseExactMatch:')).toHaveLength(0);
  });

  test('tells every modify request in its log, the refused ones too', async () => {
    const before = slapd.modifies().length;
    await slapd.modify(replace(names.applianceDn, 'gluuMaxLogSize', '203'));
    expect(await resultCode(slapd.modify(replace('o=nowhere,o=gluu', 'o', 'x')))).toBe(32);
    await vi.waitFor(() => {
      expect(slapd.modifies().slice(before)).toEqual([names.applianceDn, 'o=nowhere,o=gluu']);
    });
  });

  test('accepts several values where Gluu has no SINGLE-VALUE, and refuses an empty one', async () => {
    const add = (value: string) =>
      slapd.modify(
        `dn: ${names.applianceDn}\nchangetype: modify\nadd: passwordResetAllowed\npasswordResetAllowed:${value}\n`,
      );
    expect(await resultCode(add(' enabled'))).toBe(0);
    expect(await resultCode(add(' disabled'))).toBe(0);
    expect(await resultCode(add(''))).toBe(21);
  });

  test('keeps mail and uid unique among people', async () => {
    const [person] = await slapd.search(names.peopleDn, '(uid=user1)', ['mail']);
    const change = replace(person?.get('dn')?.[0] ?? '', 'mail', 'USER2@gluu.example.org');
    expect(await resultCode(slapd.modify(change))).toBe(19);
  });

  test('lets the reader read all and write nothing, and anybody see only the root DSE', async () => {
    const as = slapd.reader;
    const [appliance] = await slapd.search(names.applianceDn, '(objectClass=*)', [], { scope: 'base', as });
    expect(appliance?.get('oxSmtpConfiguration')).toEqual(['{"host":"Mail"}']);
    expect(await resultCode(slapd.modify(replace(names.applianceDn, 'gluuMaxLogSize', '1'), { as }))).toBe(50);
    expect(await resultCode(slapd.modify(replace(as.dn, 'sn', 'x'), { as }))).toBe(50);
    const wrong = { dn: as.dn, password: 'wrong' };
    expect(await resultCode(slapd.search('o=gluu', '(objectClass=*)', [], { as: wrong }))).toBe(49);
    const nobody = { dn: '', password: '' };
    expect(await slapd.search('', '(objectClass=*)', ['namingContexts'], { scope: 'base', as: nobody })).toHaveLength(
      1,
    );
    expect(await resultCode(slapd.search('o=gluu', '(objectClass=*)', [], { as: nobody }))).toBe(50);
  });

  test('holds the size limit against the reader', async () => {
    expect(await resultCode(slapd.search('o=gluu', '(objectClass=*)', [], { as: slapd.reader }))).toBe(4);
  });

  test('gives the whole tree as LDIF', async () => {
    const text = await slapd.dump();
    expect(text).toContain(`dn: ${names.oxTrustDn}`);
    expect(text).toContain('entryCSN: ');
  });

  test('shows no password in the arguments of any process', async () => {
    const search = slapd.search('o=gluu', '(objectClass=*)', ['dn']);
    const commandLines = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => procFile(`/proc/${pid}/cmdline`));
    await search;
    expect(commandLines.filter((line) => line.includes(slapd.url))).not.toHaveLength(0);
    expect(commandLines.filter((line) => line.includes(slapd.password))).toEqual([]);
  });
});

describe('the life of a slapd', () => {
  /** The certificate shown on the ldaps port. */
  const shown = (slapd: Slapd): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      // Nothing secret travels here; the test only looks at what is shown.
      const socket = connectTls({ port: slapd.ldapsPort, host: '127.0.0.1', rejectUnauthorized: false });
      socket.once('error', reject).once('secureConnect', () => {
        resolve(socket.getPeerX509Certificate()?.fingerprint256);
        socket.destroy();
      });
    });

  test('keeps its data over a crash, and shows another certificate on the same port after a restart', async () => {
    const slapd = await startSlapd();
    const first = await shown(slapd);
    await slapd.modify(replace(names.applianceDn, 'gluuMaxLogSize', '300'));
    await slapd.kill9();
    await expect(slapd.search('o=gluu', '(objectClass=*)')).rejects.toThrow(ToolError);
    const other = await signed();
    await slapd.restart({ tls: other });
    expect(await shown(slapd)).toBe(other.sha256);
    expect(other.sha256).not.toBe(first);
    expect(await slapd.search(names.applianceDn, '(gluuMaxLogSize=300)')).toHaveLength(1);
    await slapd.stop();
  });

  test('is silent while paused, and answers when it goes on', async () => {
    const slapd = await startSlapd();
    slapd.pause();
    let answered = false;
    const search = slapd.search('o=gluu', '(objectClass=*)', ['dn'], { scope: 'base' }).then((entries) => {
      answered = true;
      return entries;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    slapd.resume();
    expect(await search).toHaveLength(1);
    slapd.pause();
    await slapd.stop();
  });

  test('drops a silent connection after the idle timeout', async () => {
    const slapd = await startSlapd({ idleTimeout: 1 });
    const socket = connect(slapd.port, '127.0.0.1');
    await new Promise((resolve) => socket.resume().once('close', resolve));
    await slapd.stop();
  });

  test('leaves nothing behind, and stopping twice does no harm', async () => {
    const base = dirname(makeTemporaryFolder('look'));
    const mine = () => readdirSync(base).filter((name) => name.startsWith('slapd-'));
    const before = mine();
    const slapd = await startSlapd();
    const [folder] = mine().filter((name) => !before.includes(name));
    await slapd.stop();
    await slapd.stop();
    expect(folder).toBeDefined();
    expect(mine()).not.toContain(folder);
  });

  test('notices that somebody else has its port', async () => {
    const slapd = await startSlapd();
    await slapd.kill9();
    const squatter = createServer((socket) => socket.resume()).listen(slapd.port, '127.0.0.1');
    await once(squatter, 'listening');
    // What startSlapd looks for before it tries other ports.
    await expect(slapd.restart()).rejects.toThrow(/errno=98/);
    await once(squatter.close(), 'close');
    await slapd.restart();
    expect(await slapd.search('o=gluu', '(objectClass=*)', [], { scope: 'base' })).toHaveLength(1);
    await slapd.stop();
  });

  test('says why it did not start', async () => {
    await expect(startSlapd({ globalLines: ['no such directive'] })).rejects.toThrow(/unknown directive/);
    await expect(startSlapd({ ldif: 'dn: o=gluu\nobjectClass: noSuchClass\no: gluu\n' })).rejects.toThrow(ToolError);
  });
});
