import { canonicalDn } from '../../src-shared/model/dn';

/** Whether all of these entries are `base` or lie below it, however their names are spelt. */
export function areWithin(base: string, entries: readonly { dn: string }[]): boolean {
  const outer = canonicalDn(base); // once: of a hundred thousand entries, comparing names is most of the work
  return entries.every(({ dn }) => {
    const inner = canonicalDn(dn);
    return inner !== undefined && (outer === '' || inner === outer || inner.endsWith(`,${outer}`));
  });
}
