import type { VersionFacts } from '../model/organization';

/** A version as far as it is known: one, or the span that the schema allows. */
export const versionText = ({ least, most }: Pick<VersionFacts, 'least' | 'most'>): string =>
  least === most ? least : `${least} to ${most}`;

/** The same where there is little room. */
export const shortVersionText = ({ least, most }: Pick<VersionFacts, 'least' | 'most'>): string =>
  least === most ? least : `${least}–${most}`;
