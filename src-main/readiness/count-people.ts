import { createHash } from 'node:crypto';
import type { PeopleSeen } from '../../src-shared/readiness/readiness-facts';
import { filter, type LdapSession } from '../ldap/ldap-session';

export interface PeopleLimits {
  /** People looked at; every mail address takes eight bytes. */
  people: number;
  /** How long counting may take. */
  ms: number;
}
const peopleLimits: PeopleLimits = { people: 200_000, ms: 20_000 };

const PAGE = 500;
type Counted = Extract<PeopleSeen, { kind: 'counted' }>;

/**
 * Counts the people below `peopleDn`, those without a `mail` value, and the addresses that several of them have, page by
 * page. Addresses are compared as the directory does (caseIgnoreMatch), and kept as 64 bits of their SHA-256 only, so that
 * memory stays at a few megabytes. Throws the AppError of a page that failed, `work.cancelled` among them.
 */
export async function countPeople(
  session: LdapSession,
  peopleDn: string,
  limits: PeopleLimits = peopleLimits,
): Promise<Counted> {
  const until = performance.now() + limits.ms;
  const addresses = new AddressPrints();
  let people = 0;
  let withoutMail = 0;
  let stopped: Counted['stopped'];
  for await (const page of session.pages(peopleDn, filter.equals('objectClass', 'gluuPerson'), ['mail'], PAGE)) {
    for (const person of page) {
      if (people >= limits.people) {
        stopped = 'limit';
        break;
      }
      const mails = new Set(person.values('mail').map(folded));
      people += 1;
      if (mails.size === 0) withoutMail += 1;
      for (const mail of mails) addresses.add(mail);
    }
    if (stopped === undefined && performance.now() >= until) stopped = 'time';
    if (stopped) break;
  }
  const counted: Counted = { kind: 'counted', people, withoutMail, sharedMails: addresses.countRepeated() };
  return stopped ? { ...counted, stopped } : counted;
}

/** Letter case and blanks make no other address (RFC 4518 section 2.6.1). */
const folded = (mail: string): string => mail.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

/** Prints of texts, to find those that came more than once. */
class AddressPrints {
  #prints = new BigUint64Array(1024);
  #count = 0;

  add(text: string): void {
    if (this.#count === this.#prints.length) {
      const larger = new BigUint64Array(this.#count * 2);
      larger.set(this.#prints);
      this.#prints = larger;
    }
    this.#prints[this.#count] = createHash('sha256').update(text).digest().readBigUInt64BE();
    this.#count += 1;
  }

  /** How many different texts came more than once. */
  countRepeated(): number {
    const sorted = this.#prints.subarray(0, this.#count).sort();
    let repeated = 0;
    for (let at = 1; at < sorted.length; at += 1) {
      if (sorted[at] === sorted[at - 1] && sorted[at] !== sorted[at - 2]) repeated += 1;
    }
    return repeated;
  }
}
