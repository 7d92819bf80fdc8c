import type { PersonSummary } from '../model/user';

type Named = Pick<PersonSummary, 'dn' | 'inum' | 'uid' | 'displayName' | 'mails'>;

/** What a list calls a person. */
export const nameOf = ({ displayName, uid, inum }: Omit<Named, 'dn' | 'mails'>): string => displayName || uid || inum;

/**
 * People by what lists call them, in the order of the user's language, a BCP 47 tag: a directory sorts by nothing. Those whose
 * uid, mail or inum is exactly `sought` come first.
 */
export function byName<P extends Named>(people: readonly P[], locale: string, sought = ''): P[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const wanted = sought.toLowerCase();
  const isSought = ({ uid, inum, mails }: Named) =>
    wanted !== '' && [uid, inum, ...mails].some((value) => value.toLowerCase() === wanted);
  return people
    .map((person) => ({ person, name: nameOf(person), later: isSought(person) ? 0 : 1 }))
    .sort(
      (a, b) =>
        a.later - b.later ||
        compare(a.name, b.name) ||
        compare(a.person.uid, b.person.uid) ||
        (a.person.dn < b.person.dn ? -1 : 1),
    )
    .map(({ person }) => person);
}
