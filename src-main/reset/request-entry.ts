import { createHash, randomBytes, randomInt } from 'node:crypto';
import { GUID_ALPHABET, GUID_LENGTH } from '../../src-shared/gluu/reset-link';
import { asCreationDate, asGeneralizedTime } from '../../src-shared/gluu/reset-time';
import type { ResetRules } from '../../src-shared/gluu/reset-versions';
import { canonicalDn, escapeDnValue } from '../../src-shared/model/dn';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { REQUEST_BRANCH } from '../gluu-ldap/tree-places';
import { filter, type LdapSession } from '../ldap/ldap-session';
import type { LdapWriter } from '../ldap/ldap-writer';

const CLASS = 'gluuPasswordResetRequest';
const ATTRIBUTES = ['oxGuid', 'personInum', 'creationDate'];
/** The server's own time of adding an entry (RFC 4512 section 3.4.2). */
const ADDED_AT = 'createTimestamp';
const PAGE = 200;

/** A request as it lies in LDAP. The guid is a secret while the request lives: who knows it sets the password. */
export interface RequestEntry {
  dn: string;
  guid: string;
  personInum: string;
  creationDate: string;
  /** When the directory says that it was added, as generalizedTime; absent in one that is not there yet. */
  addedAt?: string | undefined;
  /** What `exp` says, as generalizedTime; absent where the class has no such attribute. */
  expiresAt?: string;
}

/** A guid's salted SHA-256: tells a request among others, and cannot be turned back into its link. */
export interface Seal {
  nonce: string;
  seal: string;
}

/** The seal of a guid; with a `nonce`, the one it had before. */
export const sealed = (guid: string, nonce: string = randomBytes(16).toString('hex')): Seal => ({
  nonce,
  seal: createHash('sha256').update(`${nonce}\n${guid}`).digest('hex'),
});

/** Whether a request is the one that was sealed. */
export const isSealed = ({ guid }: RequestEntry, { nonce, seal }: Seal): boolean => sealed(guid, nonce).seal === seal;

/** How a version writes a request. */
export interface RequestForm extends Pick<ResetRules, 'dates'> {
  /** Seconds until `exp`; absent where the schema's class does not allow `exp` and `del` (it does from 4.3.0 on). */
  expiresAfter?: number | undefined;
}

/**
 * Makes a request in oxTrust's form, with a guid nobody can predict. Its text never reaches the log. `exp` is reckoned from
 * creationDate (PasswordReminderAction.java of version_4.3.0).
 */
export function newRequest(
  branchDn: string,
  personInum: string,
  now: Date,
  { dates, expiresAfter }: RequestForm,
): RequestEntry {
  const guid = Array.from({ length: GUID_LENGTH }, () => GUID_ALPHABET[randomInt(GUID_ALPHABET.length)]).join('');
  hideFromLog(guid);
  const expires = expiresAfter === undefined ? undefined : new Date(now.getTime() + expiresAfter * 1000);
  return {
    dn: dnOf(guid, branchDn),
    guid,
    personInum,
    creationDate: asCreationDate(now, { dates }),
    ...(expires ? { expiresAt: asGeneralizedTime(expires) } : {}),
  };
}

const dnOf = (guid: string, branchDn: string): string => `oxGuid=${escapeDnValue(guid)},${branchDn}`;

/** Adds the branch if there is none; another console, or Gluu itself, may be faster. */
export async function addBranch(ldap: LdapWriter, branchDn: string): Promise<void> {
  try {
    await ldap.add(branchDn, { objectClass: ['top', 'organizationalUnit'], ou: [REQUEST_BRANCH] });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ldap.exists') throw error;
  }
}

/** Adds the entry as oxTrust does (PasswordReminderAction.java, PasswordResetRequest.java). Throws as `LdapSession.add`. */
export function addRequest(
  ldap: LdapWriter,
  { dn, guid, personInum, creationDate, expiresAt }: RequestEntry,
): Promise<void> {
  return ldap.add(dn, {
    objectClass: ['top', CLASS],
    oxGuid: [guid],
    personInum: [personInum],
    creationDate: [creationDate],
    ...(expiresAt === undefined ? {} : { exp: [expiresAt], del: ['TRUE'] }),
  });
}

/** Reads one again; undefined if it is not there or no longer the same. `addedAt`: the server's own time of adding it. */
export async function readRequest(
  session: LdapSession,
  { dn, guid, personInum, creationDate, expiresAt }: RequestEntry,
): Promise<{ addedAt?: string } | 'other' | undefined> {
  const expiry = expiresAt === undefined ? [] : ['exp', 'del'];
  const entry = await session.read(dn, [...ATTRIBUTES, ...expiry, ADDED_AT]);
  if (!entry) return undefined;
  const same =
    entry.first('oxGuid') === guid &&
    entry.first('personInum') === personInum &&
    entry.first('creationDate') === creationDate &&
    (expiresAt === undefined || (entry.first('exp') === expiresAt && entry.first('del')?.toUpperCase() === 'TRUE'));
  if (!same) return 'other';
  const addedAt = entry.first(ADDED_AT);
  return addedAt === undefined ? {} : { addedAt };
}

/** All requests of a server, page by page; none where there is no branch. `personInum`: only those of one person. */
export async function* requestsIn(session: LdapSession, branchDn: string, personInum?: string) {
  const isRequest = filter.equals('objectClass', CLASS);
  const wanted = personInum === undefined ? isRequest : filter.and(isRequest, filter.equals('personInum', personInum));
  try {
    for await (const page of session.pages(branchDn, wanted, [...ATTRIBUTES, ADDED_AT], PAGE)) {
      yield page.flatMap((entry): RequestEntry[] => {
        const guid = entry.first('oxGuid') ?? '';
        const dn = dnOf(guid, branchDn);
        // What the server sent is only used if it is what it claims to be: this DN is what gets removed.
        if (guid === '' || canonicalDn(entry.dn) !== canonicalDn(dn)) return [];
        const [personInum = '', creationDate = ''] = [entry.first('personInum'), entry.first('creationDate')];
        return [{ dn, guid, personInum, creationDate, addedAt: entry.first(ADDED_AT) }];
      });
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ldap.missing') throw error;
  }
}

/** Finds the request that was sealed so; undefined if it is not there. */
export async function findSealed(
  session: LdapSession,
  branchDn: string,
  seal: Seal,
): Promise<RequestEntry | undefined> {
  for await (const page of requestsIn(session, branchDn)) {
    const found = page.find((request) => isSealed(request, seal));
    if (found) {
      hideFromLog(found.guid);
      return found;
    }
  }
  return undefined;
}

/**
 * Removes a request if it is still what it was when it was read: `other` means somebody changed it, and nothing was done.
 * Throws as `LdapSession.remove`, but for an entry that is gone.
 */
export async function removeRequest(
  ldap: LdapWriter,
  session: LdapSession,
  request: RequestEntry,
): Promise<'removed' | 'gone' | 'other'> {
  const now = await readRequest(session, request);
  if (now === undefined) return 'gone';
  if (now === 'other') return 'other';
  try {
    await ldap.remove(request.dn);
    return 'removed';
  } catch (error) {
    if (error instanceof AppError && error.code === 'ldap.missing') return 'gone';
    throw error;
  }
}

/** Removes the branch if nothing lies in it. Somebody may use it at the same moment: then the server refuses, and it stays. */
export async function removeEmptyBranch(ldap: LdapWriter, session: LdapSession, branchDn: string): Promise<boolean> {
  try {
    const { entries } = await session.children(branchDn, filter.present('objectClass'), ['ou'], 1);
    if (entries.length > 0) return false;
    await ldap.remove(branchDn);
    return true;
  } catch (error) {
    const refused = ['ldap.schema', 'ldap.missing', 'ldap.rights', 'ldap.unwilling'];
    if (error instanceof AppError && refused.includes(error.code)) return false;
    throw error;
  }
}
