import { parseLdif } from './ldif';

/** What a server notes of each write by itself. */
const ofTheServer = ['entryCSN', 'modifyTimestamp', 'modifiersName', 'contextCSN'];

const entriesOf = (dump: string) => new Map(parseLdif(dump).map((entry) => [entry.get('dn')?.[0] ?? '', entry]));

/**
 * What differs between two dumps of a tree, the server's own notes apart: a line `DN: attribute` for each attribute, and `DN` alone
 * for an entry that came or went. The order of values counts.
 */
export function ldifDifferences(before: string, after: string): string[] {
  const [one, other] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((dn) => {
    const [a, b] = [one.get(dn), other.get(dn)];
    if (!a || !b) return [dn];
    const names = new Set([...a.keys(), ...b.keys()]);
    const changed = [...names].filter((name) => JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)));
    return changed.filter((name) => !ofTheServer.includes(name)).map((name) => `${dn}: ${name}`);
  });
}
