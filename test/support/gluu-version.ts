/** The Gluu releases whose trees and schemas the tests can build. First those with a gluuAppliance entry. */
export const applianceVersions = [
  '2.4.4',
  '3.0.0',
  '3.0.2',
  '3.1.0',
  '3.1.1',
  '3.1.2',
  '3.1.3',
  '3.1.4',
  '3.1.5',
  '3.1.6',
  '3.1.7',
  '3.1.8',
  '3.1.9',
] as const;
/** Those with a gluuConfiguration entry that a schema tells apart. */
export const configurationVersions = [
  '4.0',
  '4.0.1',
  '4.1.0',
  '4.1.1',
  '4.2.0',
  '4.2.1',
  '4.2.2',
  '4.2.3',
  '4.3.0',
  '4.4.0',
  '4.4.1',
  '4.5.0',
  '4.5.3',
  '4.5.4',
  '4.5.5',
  '4.5.6',
] as const;
export const gluuVersions = [...applianceVersions, ...configurationVersions] as const;
export type GluuVersion = (typeof gluuVersions)[number];

/** Whether `version` is `since` or a later release. */
export const isAtLeast = (version: GluuVersion, since: GluuVersion): boolean =>
  gluuVersions.indexOf(version) >= gluuVersions.indexOf(since);

/** Whether `version` lies in `since` to `until`, both included; an absent bound is open. */
export const isWithin = (
  version: GluuVersion,
  { since, until }: { since?: GluuVersion; until?: GluuVersion },
): boolean => (since === undefined || isAtLeast(version, since)) && (until === undefined || isAtLeast(until, version));
