import type { DuplicateMail, DuplicateReport, PersonSummary } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { hashOrderIsKnown, inGluuOrder, tiedAtHead } from '../../src-shared/users/gluu-order';
import { AppError } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import type { LdapEntry } from '../ldap/ldap-entry';
import { filter } from '../ldap/ldap-filter';
import type { LdapSession } from '../ldap/ldap-session';
import { MAX_ENTRIES } from '../ldap/message-guard';
import { onePageAhead } from '../ldap/search-pages';
import {
  isPerson,
  type SortedPerson,
  shownText,
  sortableOf,
  summaryAttributes,
  summaryOf,
  withoutSortName,
} from './people';

/** Just below what the session takes in one answer: a server begins each page with its whole list of candidates. */
const PAGE = MAX_ENTRIES - 10;
const MAX_PEOPLE = 2_000_000;
const MAX_LISTED = 2000;
const MAX_PER_MAIL = 10;
/** So many of the people without a mail address are listed. */
const MAX_WITHOUT = 100;
/** As long as all people of a value are kept, Gluu's choice among equal names can be told. */
const MAX_KEPT = 500;
/** Addresses per search for the people behind them. */
const BATCH = 20;
type Tree = Pick<GluuTree, 'peopleDn' | 'version'>;

/**
 * Lists the mail values that several people have, and the first of the people who have none. Reads everybody once with
 * nothing but mail, counting by value, then only the people behind the values that came twice; so what is kept is one short
 * text and a number per address (about 100 bytes of memory each), never the people. `onRead` hears how many were read.
 * Throws what `LdapSession.pages` throws, and AppError `ldap.tooMuch` beyond two million people.
 */
export async function findDuplicateMails(
  session: LdapSession,
  tree: Tree,
  onRead: (people: number) => void,
): Promise<DuplicateReport> {
  const { counts, people, withoutMail, without } = await countMails(session, tree, onRead);
  const several = [...counts].filter(([, count]) => count > 1);
  counts.clear();
  several.sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const listed = several.slice(0, MAX_LISTED);
  const duplicates: DuplicateMail[] = [];
  for (let at = 0; at < listed.length; at += BATCH) {
    duplicates.push(...(await peopleBehind(session, tree, listed.slice(at, at + BATCH))));
  }
  const withoutMailPeople: PersonSummary[] = [];
  for (const dn of without) {
    const entry = await session.read(dn, [...summaryAttributes], isPerson);
    if (entry) withoutMailPeople.push(summaryOf(entry));
  }
  return { people, withoutMail, withoutMailPeople, duplicates, more: several.length - listed.length };
}

/** What the comparison changes in nothing but its case. */
const USUAL = /^[!-~]+$/;

/** A mail value as caseIgnoreIA5Match compares it (RFC 4517 section 4.2.7, RFC 4518). */
export const comparedMail = (value: string): string =>
  USUAL.test(value) ? value.toLowerCase() : value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

/** Of one person: two spellings of an address are one. */
function mailsOf(entry: LdapEntry): string[] {
  const mails = entry
    .values('mail')
    .map(comparedMail)
    .filter((mail) => mail !== '');
  return mails.length > 1 ? [...new Set(mails)] : mails;
}

async function countMails(session: LdapSession, tree: Tree, onRead: (people: number) => void) {
  const counts = new Map<string, number>();
  let people = 0;
  let withoutMail = 0;
  const without: string[] = [];
  const wanted = { base: tree.peopleDn, wanted: isPerson, attributes: ['mail'] };
  for await (const page of onePageAhead((place) => session.page(wanted, PAGE, place))) {
    for (const entry of page) {
      const mails = mailsOf(entry);
      if (mails.length === 0) {
        withoutMail += 1;
        if (without.length < MAX_WITHOUT) without.push(entry.dn);
      }
      for (const mail of mails) counts.set(mail, (counts.get(mail) ?? 0) + 1);
    }
    people += page.length;
    onRead(people);
    if (people > MAX_PEOPLE) {
      throw new AppError('ldap.tooMuch', {
        at: session.at,
        facts: { limit: message('users.duplicates.limit', { n: MAX_PEOPLE }) },
      });
    }
  }
  return { counts, people, withoutMail, without };
}

async function peopleBehind(
  session: LdapSession,
  tree: Tree,
  mails: readonly (readonly [string, number])[],
): Promise<DuplicateMail[]> {
  const found = new Map(mails.map(([mail]) => [mail, [] as SortedPerson[]]));
  const wanted = filter.and(isPerson, filter.or(...mails.map(([mail]) => filter.equals('mail', mail))));
  for await (const page of session.pages(tree.peopleDn, wanted, summaryAttributes, PAGE)) {
    for (const entry of page) {
      for (const mail of mailsOf(entry)) {
        const people = found.get(mail);
        people?.push(sortableOf(entry));
        if (people && people.length > 2 * MAX_KEPT) found.set(mail, inGluuOrder(people).slice(0, MAX_KEPT));
      }
    }
  }
  return mails.map(([mail, count]) => {
    const sorted = inGluuOrder(found.get(mail) ?? []);
    const tied = tiedAtHead(sorted);
    const sure = tied < 2 || (count <= MAX_KEPT && hashOrderIsKnown(tree.version));
    const people = sorted.slice(0, MAX_PER_MAIL).map(withoutSortName);
    return { mail: shownText(mail), count, people, tied, sure };
  });
}
