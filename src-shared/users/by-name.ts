import type { PersonSummary } from '../model/user';

type Named = Pick<PersonSummary, 'dn' | 'inum' | 'uid' | 'displayName'>;

/** What a list calls a person. */
export const nameOf = ({ displayName, uid, inum }: Omit<Named, 'dn'>): string => displayName || uid || inum;

/** People by what lists call them, in the order of the user's language, a BCP 47 tag: a directory sorts by nothing. */
export function byName<P extends Named>(people: readonly P[], locale: string): P[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return people
    .map((person) => ({ person, name: nameOf(person) }))
    .sort(
      (a, b) => compare(a.name, b.name) || compare(a.person.uid, b.person.uid) || (a.person.dn < b.person.dn ? -1 : 1),
    )
    .map(({ person }) => person);
}
