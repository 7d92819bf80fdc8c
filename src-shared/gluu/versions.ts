import type { Range } from '../model/version';
import { type Listed, type Message, message, verbatim } from '../texts/message';

export type { Range } from '../model/version';

/** A range with open ends: an absent one is as far as there are versions. */
export type Span = Partial<Range>;

/** Facts by version, oldest first and without overlap. */
export type Table<Row extends Range> = readonly [Row, ...Row[]];

export const everyVersion: readonly Span[] = [{}];

/** The range of one version. */
export const exactly = (version: string): Range => ({ least: version, most: version });

/** The open end of a range: above every 4.x.y, those to come as well, and below 5. */
export const LATER = '4.*';

/** Major, minor and patch. What follows them, as in `4.5.5-Final` or `4.0.b12`, is no number of the release. */
const RELEASE = /^(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?/;
const releaseOf = (version: string): number[] | undefined =>
  version === LATER
    ? [4, Number.POSITIVE_INFINITY]
    : RELEASE.exec(version)
        ?.slice(1)
        .map((part) => Number(part ?? 0));

/** Whether a text names a version at all. */
export const isVersion = (text: string): boolean => RELEASE.test(text);

/**
 * Negative, zero or positive, as for sort. Missing numbers count as 0, so 4.2 is 4.2.0; a service pack (`3.1.7.sp1`, `3.1.3.1`)
 * counts as its release, because no schema tells it apart.
 */
export function compareVersions(left: string, right: string): number {
  const [a = [], b = []] = [releaseOf(left), releaseOf(right)];
  for (let part = 0; part < 3; part += 1) {
    const [one, other] = [a[part] ?? 0, b[part] ?? 0];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Whether all of a range lies in the other. */
export const isWithin = (inner: Range, { least, most }: Range): boolean =>
  compareVersions(inner.least, least) >= 0 && compareVersions(inner.most, most) <= 0;

/** Whether all of a range lies behind the other. */
export const isAfter = ({ least }: Range, { most }: Range): boolean => compareVersions(least, most) > 0;

/** The least span that has both in it. */
export const spanOf = (a: Range, b: Range): Range => ({
  least: compareVersions(a.least, b.least) < 0 ? a.least : b.least,
  most: compareVersions(a.most, b.most) > 0 ? a.most : b.most,
});

/** What two ranges share. */
export function overlap(a: Range, b: Range): Range | undefined {
  const least = compareVersions(a.least, b.least) < 0 ? b.least : a.least;
  const most = compareVersions(a.most, b.most) > 0 ? b.most : a.most;
  return compareVersions(least, most) > 0 ? undefined : { least, most };
}

/**
 * The rows of a table that a server of this range may belong to; none where any part of the range is a version
 * that the table does not cover. A release that is not listed and lies between two rows belongs to the earlier one.
 */
export function rowsFor<Row extends Range>(table: Table<Row>, { least, most }: Range): readonly Row[] {
  const covered = coverage(table);
  if (!isVersion(least) || !isVersion(most)) return [];
  if (compareVersions(least, covered.least) < 0 || compareVersions(most, covered.most) > 0) return [];
  return table.filter((row, index) => {
    const next = table[index + 1];
    return compareVersions(most, row.least) >= 0 && (!next || compareVersions(least, next.least) < 0);
  });
}

/** Rows without the facts that are not asked for; neighbours that then say the same become one. */
export function joined<Row extends Range, Fact extends keyof Row>(
  rows: readonly Row[],
  facts: readonly Fact[],
): (Pick<Row, Fact> & Range)[] {
  const found: (Row & Range)[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && facts.every((fact) => last[fact] === row[fact])) last.most = row.most;
    else found.push({ ...row });
  }
  return found;
}

/** All that a table covers. */
export const coverage = (table: Table<Range>): Range => ({
  least: table[0].least,
  most: (table.at(-1) ?? table[0]).most,
});

/** The versions whose row has this property; neighbouring rows become one span. */
export const spansWhere = <Row extends Range>(table: Table<Row>, holds: (row: Row) => boolean): readonly Range[] =>
  joined(
    table.map((row) => ({ least: row.least, most: row.most, holds: holds(row) })),
    ['holds'],
  )
    .filter((span) => span.holds)
    .map(({ least, most }) => ({ least, most }));

/** Whether a fact of these versions holds for a server that is one of `range`: for certain, perhaps, or not. */
export function holdsFor(spans: readonly Span[], range: Range): 'certain' | 'possible' | 'no' {
  const from = ({ least }: Span, version: string) => least === undefined || compareVersions(version, least) >= 0;
  const to = ({ most }: Span, version: string) => most === undefined || compareVersions(version, most) <= 0;
  if (spans.some((span) => from(span, range.least) && to(span, range.most))) return 'certain';
  return spans.some((span) => to(span, range.least) && from(span, range.most)) ? 'possible' : 'no';
}

/** A span in words, e.g. `3.1.6 to 3.1.9`, `3.1.2` or `up to 4.2.2`. */
export function versionWords({ least, most }: Span): Message {
  if (least === undefined) return most === undefined ? message('version.every') : message('version.upTo', { most });
  if (most === undefined || most === LATER) return message('version.from', { least });
  return least === most ? verbatim(least) : message('version.span', { least, most });
}

/** A range where there is little room, e.g. `3.1.6–3.1.9` or `4.5.6+`. */
export const shortSpanText = ({ least, most }: Range): string => {
  if (most === LATER) return `${least}+`;
  return least === most ? least : `${least}–${most}`;
};

/** Several spans in words, e.g. `3.1.1 to 4.1.3 and 4.4.1 and later`. */
export const versionsWords = (spans: readonly Span[]): Listed => ({ list: spans.map(versionWords), as: 'and' });
