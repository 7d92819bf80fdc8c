import { coverage, exactly, isVersion, LATER, type Range, rowsFor, type Table } from './versions';

/** Whether the settings lie in the entry of an appliance or in the one of the configuration, which 4.0 put in its place. */
export type TreeForm = 'appliance' | 'configuration';

export type LinkBaseKey = 'applianceUrl' | 'applicationUrl';

/** A span of Gluu versions that keep their settings at the same places. */
interface TreeVersion extends Range {
  /** What a folder of files shows of the version where nothing names it. */
  series: '2.x' | '3.x' | '4.x';
  form: TreeForm;
  /** The key of oxTrust's configuration that holds what links in mails begin with. */
  linkBaseKey: LinkBaseKey;
  /** gluu.properties says where the data is kept: LDAP, SQL or Couchbase. */
  namesStorage: boolean;
  /** The status timer may put an old copy of the whole configuration entry back (oxTrust StatusCheckerTimer.java). */
  timerReverts: boolean;
}

const appliance = { form: 'appliance', linkBaseKey: 'applianceUrl', namesStorage: false } as const;

/** Sources: templates/*.ldif of each branch of community-edition-setup; oxTrust StatusCheckerTimer.java of version_3.1.2 and version_3.1.3. */
export const treeVersions: Table<TreeVersion> = [
  { ...appliance, least: '2.4', most: '2.4.4', series: '2.x', timerReverts: true },
  { ...appliance, least: '3.0.0', most: '3.1.2', series: '3.x', timerReverts: true },
  { ...appliance, least: '3.1.3', most: '3.1.9', series: '3.x', timerReverts: false },
  {
    least: '4.0',
    most: LATER,
    series: '4.x',
    form: 'configuration',
    linkBaseKey: 'applicationUrl',
    namesStorage: true,
    timerReverts: false,
  },
];

/** The rows a server of this range may belong to. */
export const treesFor = (range: Range): readonly TreeVersion[] => rowsFor(treeVersions, range);

/** The versions that files mean by `3.1.7.sp1` or `3.x`; undefined where that is no version. */
export function rangeNamed(name: string): Range | undefined {
  const [first, ...others] = treeVersions.filter(({ series }) => series === name);
  if (first) return coverage([first, ...others]);
  return isVersion(name) ? exactly(name) : undefined;
}

/** The key of oxTrust's configuration that holds what links in mails begin with, in the newest version a server may be. */
export const linkBaseKeyOf = (range: Range): LinkBaseKey => treesFor(range).at(-1)?.linkBaseKey ?? 'applicationUrl';

/** What is the same for all trees of a form: the versions that have it, and the key that links begin with. */
export function ofForm(form: TreeForm): Range & Pick<TreeVersion, 'linkBaseKey'> {
  const [first, ...others] = treeVersions.filter((row) => row.form === form);
  if (!first) throw new Error(`no version has the form ${form}`);
  return { ...coverage([first, ...others]), linkBaseKey: first.linkBaseKey };
}
