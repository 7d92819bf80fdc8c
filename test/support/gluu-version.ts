/** The Gluu releases whose trees and schemas the tests can build: those with a gluuAppliance entry. */
export const gluuVersions = [
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
export type GluuVersion = (typeof gluuVersions)[number];

/** Whether `version` is `since` or a later release. */
export const isAtLeast = (version: GluuVersion, since: GluuVersion): boolean =>
  gluuVersions.indexOf(version) >= gluuVersions.indexOf(since);

/** Whether `version` lies in `since` to `until`, both included; an absent bound is open. */
export const isWithin = (
  version: GluuVersion,
  { since, until }: { since?: GluuVersion; until?: GluuVersion },
): boolean => (since === undefined || isAtLeast(version, since)) && (until === undefined || isAtLeast(until, version));
