import { parseDn } from '../../src-shared/model/dn';
import { type Leftovers, type NewTestUser, TEST_UID_PREFIX, type TestUserEnd } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import type { History } from '../history/history-log';
import { recordable } from '../history/recordable';
import type { LdapEntry } from '../ldap/ldap-entry';
import { filter } from '../ldap/ldap-filter';
import type { LdapSession } from '../ldap/ldap-session';
import type { LdapWriter } from '../ldap/ldap-writer';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { notAsWritten, recordedWrite, type WriteEnd } from '../write/recorded-write';
import { isPerson, isTestUser, requirePersonDn, summaryAttributes, summaryOf, TEST_MARK } from './people';
import {
  addedEntry,
  keptAttributes,
  newTestUser,
  readOrgIname,
  removedEntry,
  removedRequests,
} from './test-user-entry';

const MAX_LEFTOVERS = 200;
const MAX_BELOW = 500;
const marked = filter.and(isPerson, filter.begins('uid', TEST_UID_PREFIX), filter.equals('cn', TEST_MARK));

/** Who has the address that a server refused to take twice; undefined where that was not the reason. */
async function mailTaken(
  session: LdapSession,
  tree: Pick<GluuTree, 'peopleDn'>,
  mail: string,
  error: unknown,
): Promise<AppError | undefined> {
  if (!(error instanceof AppError) || error.code !== 'ldap.constraint') return undefined;
  const having = filter.and(isPerson, filter.equals('mail', mail));
  const { entries } = await session.children(tree.peopleDn, having, [...summaryAttributes], 1);
  const [first] = entries;
  if (!first) return undefined;
  const { uid, displayName } = summaryOf(first);
  return new AppError('users.mailTaken', {
    ...error.about,
    facts: { who: displayName ? `${displayName} (${uid})` : uid },
  });
}

/**
 * Creates a test user; the server itself makes sure that nothing of that name stands there. The connection must be
 * encrypted. Throws AppError where it was not created, e.g. `users.mailTaken` for an address somebody has already.
 */
export async function createTestUser(
  reached: Reached,
  { givenName, sn, mail, reason }: Pick<NewTestUser, 'givenName' | 'sn' | 'mail' | 'reason'>,
  password: string,
  history: History,
  work: Work,
): Promise<TestUserEnd> {
  const { session, tree } = reached;
  requireEncrypted(reached);
  const orgIname = await readOrgIname(session, tree);
  const { dn, attributes } = newTestUser(tree, { givenName, sn, mail }, password, orgIname);
  const end = await recordedWrite(reached, history, work, {
    what: 'testUser',
    entries: [addedEntry(dn, attributes)],
    reason,
    async write(ldap, wrote) {
      await ldap.add(dn, attributes).catch(async (error: unknown) => {
        throw (await mailTaken(session, tree, mail, error)) ?? error;
      });
      wrote();
      return {};
    },
    async readBack() {
      const found = await session.read(dn, summaryAttributes);
      if (!found || !isTestUser(found) || !found.has('mail', mail)) throw notAsWritten(session);
      return summaryOf(found);
    },
  });
  const person = end.kind === 'saved' ? end.read : undefined;
  return { ...endOf(end, dn), ...(person ? { person } : {}) };
}

/** Throws AppError `users.clearText` on a connection without TLS. */
export function requireEncrypted({ profile }: Pick<Reached, 'profile'>): void {
  if (profile.mode === 'plain') throw new AppError('users.clearText');
}

/** Throws AppError where it is known that the write did not happen, or only in part. */
function endOf(end: WriteEnd<unknown>, dn: string): TestUserEnd {
  const { historyId } = end;
  if (end.kind === 'notSaved') throw end.why;
  return end.kind === 'saved'
    ? { kind: 'saved', historyId, dn }
    : { kind: 'unknown', historyId, dn, failure: recordable(end.why) };
}

/**
 * Gives the entry of a test user with `attributes`. Throws AppError `ldap.missing` if there is none at `dn`, and
 * `input.invalid` for a person who does not bear both marks.
 */
export async function requireTestUser(
  { session, tree }: Pick<Reached, 'session' | 'tree'>,
  dn: string,
  attributes: readonly string[] = summaryAttributes,
): Promise<LdapEntry> {
  requirePersonDn(tree, dn);
  const entry = await session.read(dn, attributes, isPerson);
  if (!entry) throw new AppError('ldap.missing', { at: session.at });
  if (!isTestUser(entry)) {
    throw new AppError('input.invalid', { fields: { dn: message('users.problem.notTestUser') } });
  }
  return entry;
}

/**
 * Removes a test user: its reset requests, what lies below it, then the person, if it is still marked at that moment
 * (RFC 4528 where the server can). Throws AppError where it was not removed.
 */
export async function removeTestUser(
  reached: Reached,
  { dn, reason }: { dn: string; reason?: string | undefined },
  history: History,
  work: Work,
): Promise<TestUserEnd> {
  const { session, tree } = reached;
  const entry = await requireTestUser(reached, dn, keptAttributes);
  const inum = entry.first('inum') ?? '';
  const requests = await requestsOf(session, tree, inum);
  const below = await entriesBelow(session, dn);
  const branch = tree.requestsDn;
  const end = await recordedWrite(reached, history, work, {
    what: 'testUser',
    entries: [...(requests.length > 0 ? [removedRequests(branch, inum, requests.length)] : []), removedEntry(entry)],
    reason,
    async write(ldap, wrote) {
      for (const each of [...requests, ...below]) {
        await removeIfThere(ldap, each);
        wrote();
      }
      await ldap.remove(dn, tree.guard.assertion ? marked : undefined);
      wrote();
      return {};
    },
    async readBack() {
      const left = await requestsOf(session, tree, inum);
      if (left.length > 0 || (await session.read(dn, ['1.1']))) throw notAsWritten(session);
    },
  });
  return endOf(end, dn);
}

/** The DNs of a person's reset requests; none where Gluu has not made the branch yet. */
export async function requestsOf(
  session: LdapSession,
  tree: Pick<GluuTree, 'requestsDn'>,
  inum: string,
): Promise<string[]> {
  try {
    const found = await session.children(tree.requestsDn, filter.equals('personInum', inum), ['1.1'], MAX_BELOW);
    return found.entries.map(({ dn }) => dn);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ldap.missing') return [];
    throw error;
  }
}

/** Devices and the like, deepest first. Throws AppError `ldap.limit` for more than belongs to any test user. */
async function entriesBelow(session: LdapSession, dn: string): Promise<string[]> {
  const found: string[] = [];
  const depth = (text: string) => parseDn(text)?.length ?? 0;
  for await (const page of session.pages(dn, filter.present('objectClass'), ['1.1'], 100)) {
    found.push(...page.map((entry) => entry.dn));
    if (found.length > MAX_BELOW) throw new AppError('ldap.limit', { at: session.at });
  }
  return found.filter((each) => depth(each) > depth(dn)).sort((one, other) => depth(other) - depth(one));
}

/** A request may be used or cleaned up by Gluu at this very moment. */
async function removeIfThere(ldap: LdapWriter, dn: string): Promise<void> {
  try {
    await ldap.remove(dn);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'ldap.missing')) throw error;
  }
}

/** The test users that stand on this server, whichever console made them. */
export async function findTestUsers({ session, tree }: Pick<Reached, 'session' | 'tree'>): Promise<Leftovers> {
  const people = [];
  for await (const page of session.pages(tree.peopleDn, marked, summaryAttributes, 100)) {
    people.push(...page.filter(isTestUser).map(summaryOf));
    if (people.length > MAX_LEFTOVERS) break;
  }
  return { people: people.slice(0, MAX_LEFTOVERS), more: people.length > MAX_LEFTOVERS };
}
