import { createHash } from 'node:crypto';

/** The inums of a 2.x or 3.x tree (community-edition-setup setup.py): each is the base with a kind and a tail. */
export interface Inums {
  organization: string;
  appliance: string;
  managerGroup: string;
  admin: string;
  person(uid: string): string;
}

/** Derives a tree's inums from its base, `@!XXXX.XXXX.XXXX.XXXX`; the same base always gives the same ones. */
export function inumsOf(base: string): Inums {
  const organization = `${base}!0001!${quads(`${base} organization`, 2)}`;
  return {
    organization,
    appliance: `${base}!0002!${quads(`${base} appliance`, 2)}`,
    // These two tails are the same on every installation (templates/people.ldif, groups.ldif).
    managerGroup: `${organization}!0003!60B7`,
    admin: `${organization}!0000!A8F2.DE1E.D7FB`,
    person: (uid) => `${organization}!0000!${quads(`${base} person ${uid}`, 4)}`,
  };
}

/** Groups of four upper-case hex digits, joined by dots. */
function quads(seed: string, count: number): string {
  const hex = createHash('sha256').update(seed).digest('hex').toUpperCase();
  return Array.from({ length: count }, (_, index) => hex.slice(index * 4, index * 4 + 4)).join('.');
}
