import { compareVersions, type VersionFamily, versionFamilies } from '../verdict/gluu-versions';

/** Versions of Gluu from `since` to `until`, both included; an absent end is open. */
export interface VersionSpan {
  since?: string;
  until?: string;
}

/** The versions a server may be, as far as LDAP tells. */
export interface VersionRange {
  least: string;
  most: string;
}

export const everyVersion: readonly VersionSpan[] = [{}];

/** The versions whose family has this property; neighbouring families become one span. */
export function versionsWhere(holds: (family: VersionFamily) => boolean): readonly VersionSpan[] {
  const spans: { since: string; until: string }[] = [];
  let joins = false;
  for (const family of versionFamilies) {
    const last = spans.at(-1);
    if (!holds(family)) joins = false;
    else if (joins && last) last.until = family.most;
    else {
      spans.push({ since: family.least, until: family.most });
      joins = true;
    }
  }
  return spans;
}

/** Whether a fact of these versions holds for a server that is one of `range`: for certain, perhaps, or not. */
export function holdsFor(spans: readonly VersionSpan[], range: VersionRange): 'certain' | 'possible' | 'no' {
  const from = ({ since }: VersionSpan, version: string) => since === undefined || compareVersions(version, since) >= 0;
  const to = ({ until }: VersionSpan, version: string) => until === undefined || compareVersions(version, until) <= 0;
  if (spans.some((span) => from(span, range.least) && to(span, range.most))) return 'certain';
  return spans.some((span) => to(span, range.least) && from(span, range.most)) ? 'possible' : 'no';
}

/** Names the versions, e.g. `Gluu 3.1.1 to 4.1.3` or `Gluu up to 4.2.2`. */
export function nameOf(spans: readonly VersionSpan[]): string {
  const names = spans.map(({ since, until }) => {
    if (since === undefined) return until === undefined ? 'every version' : `up to ${until}`;
    if (until === undefined) return `${since} and later`;
    return since === until ? since : `${since} to ${until}`;
  });
  return `Gluu ${names.join(' and ')}`;
}
