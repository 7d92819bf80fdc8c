import { canonicalDn, parseDn } from '../../src-shared/model/dn';
import { type PersonSummary, TEST_UID_PREFIX } from '../../src-shared/model/user';
import type { Sortable } from '../../src-shared/users/gluu-order';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { GluuTree } from '../gluu-ldap/discover';
import type { LdapEntry } from '../ldap/ldap-entry';
import { filter } from '../ldap/ldap-filter';

/** A second mark of a test user, an additional value of cn: any schema of Gluu has cn, and any number of values of it. */
export const TEST_MARK = 'Gluu Console test user';
const MAX_VALUES = 20;
const MAX_SHOWN = 320;

/** What a summary is made of. */
export const summaryAttributes = ['inum', 'uid', 'displayName', 'mail', 'gluuStatus', 'cn'] as const;

/** Only people: below the branch there may be their devices, too. */
export const isPerson = filter.equals('objectClass', 'gluuPerson');

/** Throws AppError `ldap.missing` for a DN that is not one level below the people branch. */
export function requirePersonDn({ peopleDn }: Pick<GluuTree, 'peopleDn'>, dn: string): void {
  const [inner, outer] = [canonicalDn(dn), canonicalDn(peopleDn)];
  const oneBelow = parseDn(dn)?.length === (parseDn(peopleDn)?.length ?? 0) + 1;
  if (inner === undefined || !oneBelow || !inner.endsWith(`,${outer}`)) {
    throw new AppError('ldap.missing');
  }
}

/** A value of a directory as a list shows it: harmless, and at most 320 characters. */
export function shownText(value: string | undefined): string {
  const text = safeText(value ?? '');
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** All values, harmless, up to 20; `more` counts those beyond. */
const shownValues = (values: readonly string[]): { shown: string[]; more: number } => ({
  shown: values.slice(0, MAX_VALUES).map(shownText),
  more: Math.max(0, values.length - MAX_VALUES),
});

/** A person's entry, read with `summaryAttributes`, as lists show it. */
export function summaryOf(entry: LdapEntry): PersonSummary {
  const mails = shownValues(entry.values('mail'));
  return {
    dn: entry.dn,
    inum: shownText(entry.first('inum')),
    uid: shownText(entry.first('uid')),
    displayName: shownText(entry.first('displayName')),
    mails: mails.shown,
    moreMails: mails.more,
    status: shownText(entry.first('gluuStatus')),
    testUser: isTestUser(entry),
  };
}

export type SortedPerson = PersonSummary & Sortable;

/** The summary with what Gluu sorts by, which is the stored value and not the shown one. */
export const sortableOf = (entry: LdapEntry): SortedPerson => ({
  ...summaryOf(entry),
  sortName: entry.first('displayName'),
});

/** The summary alone, for the window. */
export const withoutSortName = ({ sortName: _, ...person }: SortedPerson): PersonSummary => person;

/** Whether an entry bears both marks of a test user. */
export const isTestUser = (entry: LdapEntry): boolean =>
  (entry.first('uid')?.toLowerCase().startsWith(TEST_UID_PREFIX) ?? false) && entry.has('cn', TEST_MARK);
