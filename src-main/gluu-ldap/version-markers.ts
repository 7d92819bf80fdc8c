import type { Range, VersionFacts } from '../../src-shared/model/version';
import { message } from '../../src-shared/texts/message';

/** What the schema of a running server knows, names in lower case. */
export interface SchemaNames {
  attributes: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

/** What the schema of these versions has, and that of no earlier one; where both are named, it has both. */
interface Marker extends Range {
  attribute?: string;
  objectClass?: string;
  /** A class that has to be there as well, or the marker is somebody's own addition to an older schema. */
  beside?: string;
}

const since40 = { beside: 'gluuConfiguration' } as const;

/**
 * Newest first, and the first that is found counts. Found by comparing the installed schema of every version branch of
 * community-edition-setup (101-ox.ldif, gluu.schema, gluu_schema.json from 4.4.1 on). Names that an administrator may have
 * added, as `sid` of 4.2.1, prove nothing.
 */
const markers: readonly Marker[] = [
  { ...since40, least: '4.5.5', most: '4.5.5', attribute: 'gluuConfErrors' },
  { ...since40, least: '4.5.3', most: '4.5.4', attribute: 'gluuPrivateProperty' },
  { ...since40, least: '4.4.1', most: '4.5.2', objectClass: 'oxDocument' },
  { ...since40, least: '4.4.0', most: '4.4.0', objectClass: 'oxTrustedIdp' },
  { ...since40, least: '4.3.0', most: '4.3.2', attribute: 'gluuConfigurationDnsServer' },
  { ...since40, least: '4.2.3', most: '4.2.3', objectClass: 'jansStatEntry' },
  { ...since40, least: '4.2.2', most: '4.2.2', attribute: 'oxBiometricDevices' },
  { ...since40, least: '4.2.0', most: '4.2.1', objectClass: 'cibaRequest' },
  { ...since40, least: '4.1.0', most: '4.1.3', objectClass: 'gluuOxtrustStat' },
  { least: '4.0', most: '4.0.1', objectClass: 'gluuConfiguration' },
  // 3.1.6 took the attribute away again.
  { least: '3.1.5', most: '3.1.5', objectClass: 'oxFido2AuthenticationEntry', attribute: 'oxUidIDP' },
  { least: '3.1.6', most: '3.1.9', objectClass: 'oxFido2AuthenticationEntry' },
  { least: '3.1.4', most: '3.1.4', objectClass: 'oxCacheEntity' },
  { least: '3.1.3', most: '3.1.3', attribute: 'oxScriptError' },
  { least: '3.1.2', most: '3.1.2', attribute: 'gluuSmtpServerTrust' },
  { least: '3.1.1', most: '3.1.1', attribute: 'oxWebKeysSettings' },
  { least: '3.1.0', most: '3.1.0', objectClass: 'oxUmaResource' },
  { least: '3.0.0', most: '3.0.3', attribute: 'oxCacheConfiguration' },
];
const unmarked: VersionFacts = {
  least: '2.4',
  most: '2.4.4',
  because: [message('version.because.unmarked')],
};

/** An account that may not read the schema learns nothing of the version. */
export const unread: VersionFacts = { least: '2.4', most: '4.5.5', because: [message('version.because.unread')] };

const isIn = (names: ReadonlySet<string>, name: string | undefined): boolean =>
  name === undefined || names.has(name.toLowerCase());

/** Determines the version by the newest marker in the schema. A schema without any is that of 2.4; one without names was not read. */
export function versionOf({ attributes, classes }: SchemaNames): VersionFacts {
  if (attributes.size === 0 && classes.size === 0) return unread;
  const found = markers.find(
    ({ attribute, objectClass, beside }) =>
      isIn(attributes, attribute) && isIn(classes, objectClass) && isIn(classes, beside),
  );
  if (!found) return unmarked;
  const { least, most, objectClass, attribute } = found;
  const names = { list: [objectClass, attribute].filter((name) => name !== undefined), as: 'and' } as const;
  return { least, most, because: [message('version.because.marked', { names })] };
}

// No parenthesis is in a list of names (RFC 4512 section 4.1): so whatever a server sends is looked through in one pass.
const NAME = /\bNAME\s+(?:'([^']{1,200})'|\(([^()]{1,2000})\))/i;
/** The same, tried at one place only. A schema has hundreds of definitions, which all write the word like this. */
const NAME_THERE = new RegExp(NAME, 'iy');

/** Names in the definitions of a subschema entry, e.g. `( 1.2 NAME 'mail' …` or `NAME ( 'cn' 'commonName' )` (RFC 4512 section 4.1). */
export function namesIn(definitions: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const definition of definitions) {
    NAME_THERE.lastIndex = definition.indexOf('NAME');
    const found = (NAME_THERE.lastIndex >= 0 && NAME_THERE.exec(definition)) || NAME.exec(definition);
    if (found?.[1]) names.add(found[1].toLowerCase());
    else for (const [, name = ''] of found?.[2]?.matchAll(/'([^']+)'/g) ?? []) names.add(name.toLowerCase());
  }
  return names;
}
