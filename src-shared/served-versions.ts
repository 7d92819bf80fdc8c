import type { VersionFacts } from './model/organization';
import { compareVersions } from './verdict/gluu-versions';
import { versionText } from './version-text';

/** Why this console offers no writes to servers of this version; undefined for those it serves. */
export const whyNotServed = (version: Pick<VersionFacts, 'least' | 'most'>): string | undefined =>
  compareVersions(version.least, '3.1.2') >= 0 && compareVersions(version.most, '4.0') < 0
    ? undefined
    : `This is Gluu ${versionText(version)}; this console writes to 3.1.2 to 3.1.9.`;
