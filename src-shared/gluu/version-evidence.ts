import type { ServerProfile } from '../model/server';
import type { VersionEvidence, VersionFacts, VersionWitness } from '../model/version';
import { message } from '../texts/message';
import { rangeNamed } from './tree-versions';
import { isVersion, overlap } from './versions';

/** `contradicted`: no version is what all of them say; these are the witnesses at odds. */
type FoldedEvidence =
  | { kind: 'unknown' }
  | { kind: 'known'; version: VersionFacts }
  | { kind: 'contradicted'; between: readonly VersionEvidence[] };

/** A name in the files or from the user tells service packs apart, a schema does not: it comes last where they say the same. */
const exactest: readonly VersionWitness[] = ['files', 'user', 'schema'];

/**
 * What all witnesses together say of a server's version: the versions that none of them excludes. Ranges that overlap two by
 * two have a part in common to all. A witness whose words are no version says nothing.
 */
export function foldEvidence(evidence: readonly VersionEvidence[]): FoldedEvidence {
  const heard = evidence
    .filter(({ range }) => isVersion(range.least) && isVersion(range.most))
    .sort((a, b) => exactest.indexOf(a.witness) - exactest.indexOf(b.witness));
  const [first, ...others] = heard;
  if (!first) return { kind: 'unknown' };
  const between = heard.filter(({ range }) => heard.some((other) => overlap(range, other.range) === undefined));
  if (between.length > 0) return { kind: 'contradicted', between };
  const range = others.reduce((shared, other) => overlap(shared, other.range) ?? shared, first.range);
  return { kind: 'known', version: { ...range, because: heard.map(({ because }) => because) } };
}

/** What the files said of the version when the server was added; undefined where it was added by hand. */
export function filesEvidence({ foundVersion }: Pick<ServerProfile, 'foundVersion'>): VersionEvidence | undefined {
  const range = foundVersion && rangeNamed(foundVersion.version);
  if (!range) return undefined;
  const { version, root } = foundVersion;
  return { witness: 'files', range, because: message('version.because.files', { root, version }) };
}
