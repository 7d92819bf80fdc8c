import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceWith, startConsole, type TestConsole } from '../integration/organization/console';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { workWith } from '../support/test-console';
import { securityCase, titled } from './case';
import { type RewritingProxy, startRewritingProxy, type Words } from './support/concurrent-rewriting-proxy';

const { applianceDn, oxAuthDn } = gluuNames();
const assertionOid = '1.3.6.1.1.12'; // RFC 4528
const unknownOid = '1.3.6.1.1.99';

/** What a slapd has to be called to pass as an OpenDJ, whose entries carry an `etag` in place of the entryCSN. */
const openDj: { toServer: Words; toClient: Words } = {
  toServer: { vendorName: 'structuralObjectClass', etag: 'entryCSN' },
  toClient: { structuralObjectClass: 'vendorName', OpenLDAProotDSE: 'OpenDJ Server', entryCSN: 'etag' },
};

let slapd: Slapd;
let proxies: RewritingProxy[];
let consoles: TestConsole[];
beforeEach(async () => {
  slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', appliance: { oxTrustEmail: 'loaded@example.org' } }),
    logLevel: 32 | 256, // search filters too, for what was asserted
  });
  proxies = [];
  consoles = [];
});
afterEach(async () => {
  for (const started of [...consoles, ...proxies, slapd]) await started.stop();
});

async function consoleThrough(words: Parameters<typeof startRewritingProxy>[1]): Promise<TestConsole> {
  const proxy = await startRewritingProxy(slapd.port, words);
  proxies.push(proxy);
  const console = await startConsole({ on: { slapd, port: proxy.port } });
  consoles.push(console);
  return console;
}

const someoneWrites = (attribute: string, ...values: string[]) =>
  slapd.modify(replaceWith(applianceDn, attribute, ...values));
const email = async () =>
  (await slapd.search(applianceDn, '(objectClass=*)', ['oxTrustEmail']))[0]?.get('oxTrustEmail');

const sorted = (codes: number[]) => codes.sort((a, b) => a - b);

/** How slapd answered modify requests so far, by result code and in no order: its threads log after they have answered. */
const modifyResults = () =>
  sorted([...slapd.log().matchAll(/ op=\d+ RESULT tag=103 err=(\d+)/g)].map(([, code]) => Number(code)));

/**
 * Saves over a change that came between the comparison and the write, which must fail and leave it, each modify answered with
 * one of the result codes `refused`; then saves in peace. Gives how both saves were guarded.
 */
async function contend(console: TestConsole, refused: number[]) {
  const view = await console.load();
  const before = modifyResults();
  const work = workWith('Write', () => someoneWrites('oxTrustEmail', 'theirs@example.org'));
  const lost = await console.save({ contactEmail: 'mine@example.org', passwordReset: true }, { view, work });
  expect(lost).toMatchObject({ kind: 'notSaved', failure: { code: 'ldap.conflict' }, saved: [] });
  expect(await email()).toEqual(['theirs@example.org']);
  expect(await console.stored(applianceDn, 'passwordResetAllowed')).toEqual([]);
  await expect.poll(modifyResults).toEqual(sorted([...before, 0, ...refused])); // theirs is the one that was carried out

  const plan = await console.plan({ contactEmail: 'mine@example.org' });
  const saved = await console.update(plan);
  if (saved.kind !== 'saved') expect.unreachable(`it ended as ${saved.kind}`);
  expect(await email()).toEqual(['mine@example.org']);
  return { told: plan.guard, check: saved.check, recorded: console.history.list()[0]?.check };
}

describe(titled('T69'), () => {
  test('slapd: the assertion control with the entryCSN', () =>
    securityCase('T69', 'slapd', async () => {
      const end = await contend(await consoleThrough({}), [122]);
      expect(end).toEqual({ told: 'assertion', check: 'assertion', recorded: 'assertion' });
      expect(slapd.log()).toMatch(/entryCSN/);
    }));

  test('OpenDJ: the assertion control with the etag', () =>
    securityCase('T69', 'OpenDJ', async () => {
      // An etag that is not renamed on its way would be no attribute of slapd, and the assertion would never hold.
      const end = await contend(await consoleThrough(openDj), [122]);
      expect(end).toEqual({ told: 'assertion', check: 'assertion', recorded: 'assertion' });
    }));

  test('a root DSE without the control, as 389 Directory Server’s: the old values, read back, and so labelled', () =>
    securityCase('T69', 'not announced', async () => {
      const end = await contend(await consoleThrough({ toClient: { [assertionOid]: unknownOid } }), [16]);
      expect(end).toEqual({ told: 'weaker', check: 'weaker', recorded: 'weaker' });
    }));

  test('announced and then refused with result 12: the old values, read back, and so labelled', () =>
    securityCase('T69', 'announced and refused', async () => {
      const end = await contend(await consoleThrough({ toServer: { [assertionOid]: unknownOid } }), [12, 16]);
      expect(end).toEqual({ told: 'assertion', check: 'weaker', recorded: 'weaker' });
    }));
});

test(titled('T70', 'by old values: oxAuth’s settings and oxRevision stay as somebody else saved them'), () =>
  securityCase('T70', 'stale write by old values, result 16', async () => {
    const console = await consoleThrough({ toClient: { [assertionOid]: unknownOid } });
    await console.save({ serverIp: '192.0.2.1' });
    const theirs = '{"server_ip":"192.0.2.9","x":1}';
    const view = await console.load();
    const work = workWith('Write', async () => {
      await slapd.modify(replaceWith(oxAuthDn, 'oxWebKeysSettings', theirs));
      await slapd.modify(replaceWith(oxAuthDn, 'oxRevision', '2'));
    });
    const outcome = await console.save({ serverIp: '192.0.2.2' }, { view, work });
    expect(outcome).toMatchObject({ kind: 'notSaved', failure: { code: 'ldap.conflict' }, saved: [] });
    expect(modifyResults().at(-1)).toBe(16);
    expect(await console.stored(oxAuthDn, 'oxWebKeysSettings')).toEqual([theirs]);
    expect(await console.stored(oxAuthDn, 'oxRevision')).toEqual(['2']);
  }),
);
