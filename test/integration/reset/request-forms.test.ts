import { afterEach, describe, expect, test } from 'vitest';
import type { LdapSession } from '../../../src-main/ldap/ldap-session';
import {
  addBranch,
  addRequest,
  newRequest,
  type RequestEntry,
  type RequestForm,
  readRequest,
  removeRequest,
  requestsIn,
} from '../../../src-main/reset/request-entry';
import { judgePending } from '../../../src-shared/gluu/pending-state';
import { resetRulesOf } from '../../../src-shared/gluu/reset-versions';
import { exactly } from '../../../src-shared/gluu/versions';
import { gluuTree } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { lendSlapd } from '../../support/lent-slapd';
import type { Slapd } from '../../support/slapd';
import { runConnect } from '../ldap/run-connect';
import { names, person } from './reset-console';

let slapd: Slapd;
afterEach(() => slapd.stop());

const branchDn = names.resetRequestsDn;
const now = new Date();
const rulesFor = (version: GluuVersion) => {
  const found = resetRulesOf(exactly(version));
  if (!found) throw new Error(`no rules for ${version}`);
  return found.rules;
};

/** On a slapd with that release's schema; the failures of what is done with it are those of the test. */
async function onServer(version: GluuVersion, use: (session: LdapSession) => Promise<void>): Promise<void> {
  slapd = await lendSlapd({ version, ldif: gluuTree({ version }) });
  let ended: unknown;
  const { failure } = await runConnect(
    { port: slapd.port, bindDn: slapd.bindDn },
    {
      password: slapd.password,
      use: (session) =>
        use(session).catch((error: unknown) => {
          ended = error;
        }),
    },
  );
  expect(failure).toBeUndefined();
  if (ended) throw ended;
}

async function written(session: LdapSession, form: RequestForm, at = now): Promise<RequestEntry> {
  const request = newRequest(branchDn, person, at, form);
  await addBranch(session, branchDn);
  await addRequest(session, request);
  return request;
}

async function stored(session: LdapSession): Promise<RequestEntry[]> {
  const found: RequestEntry[] = [];
  for await (const page of requestsIn(session, branchDn)) found.push(...page);
  return found;
}

describe.each<[GluuVersion, RegExp]>([
  ['2.4.4', /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}$/],
  ['3.0.2', /^\d{14}\.\d{3}Z$/],
  ['3.1.1', /^\d{14}\.\d{3}Z$/],
  ['3.1.9', /^\d{14}\.\d{3}Z$/],
])('the schema of %s', (version, date) => {
  test('takes a request as that version writes it, and it is read back as one that works', () =>
    onServer(version, async (session) => {
      const rules = rulesFor(version);
      const request = await written(session, rules);
      expect(request.creationDate).toMatch(date);
      expect(await readRequest(session, request)).toMatchObject({ addedAt: expect.stringMatching(/^\d{14}Z$/) });

      const found = await stored(session);
      expect(found).toMatchObject([{ dn: request.dn, personInum: person, creationDate: request.creationDate }]);
      const [judged] = judgePending(rules, 600, found, now.getTime());
      expect(judged).toMatchObject({ state: 'live', createdAt: Date.parse(now.toISOString()) - lost(version) });
      expect(await removeRequest(session, session, request)).toBe('removed');
      expect(await stored(session)).toEqual([]);
    }));

  test('has no exp and del, and refuses them', () =>
    onServer(version, async (session) => {
      const asked = written(session, { ...rulesFor(version), expiresAfter: 600 });
      await expect(asked).rejects.toMatchObject({ code: 'ldap.schema' });
    }));
});

/** Java's text has no milliseconds. */
const lost = (version: GluuVersion): number => (version === '2.4.4' ? now.getMilliseconds() : 0);

test('a request of 2.4.4 in a zone with a name of several is dated by the directory', () =>
  onServer('2.4.4', async (session) => {
    const inNewYork = new Date(now.getTime() - 5 * 3_600_000);
    const request = newRequest(branchDn, person, inNewYork, { dates: 'javaText' });
    await addBranch(session, branchDn);
    await addRequest(session, { ...request, creationDate: request.creationDate.replace('UTC', 'EST') });
    const [judged] = judgePending(rulesFor('2.4.4'), undefined, await stored(session), now.getTime());
    expect(judged).toMatchObject({ state: 'live', createdAt: now.getTime() - now.getMilliseconds() });
  }));
