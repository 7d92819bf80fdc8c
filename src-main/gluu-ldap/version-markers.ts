import type { VersionFacts } from '../../src-shared/model/version';

/** What the schema of a running server knows, names in lower case. */
export interface SchemaNames {
  attributes: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

interface Marker {
  /** The first version whose schema has it. */
  since: string;
  attribute?: string;
  objectClass?: string;
  /** The version that is certain if the marker is the newest one found. */
  exactly?: string;
}

/** Newest first. Found by comparing the installed schema of every version branch of community-edition-setup (101-ox.ldif, gluu.schema). */
const markers: readonly Marker[] = [
  { since: '4.0', objectClass: 'gluuConfiguration' },
  { since: '3.1.5', objectClass: 'oxFido2AuthenticationEntry', attribute: 'oxUidIDP', exactly: '3.1.5' },
  { since: '3.1.6', objectClass: 'oxFido2AuthenticationEntry' },
  { since: '3.1.4', objectClass: 'oxCacheEntity' },
  { since: '3.1.3', attribute: 'oxScriptError' },
  { since: '3.1.2', attribute: 'gluuSmtpServerTrust' },
  { since: '3.1.1', attribute: 'oxWebKeysSettings' },
  { since: '3.1.0', objectClass: 'oxUmaResource' },
  { since: '3.0.0', attribute: 'oxCacheConfiguration' },
];
const NEWEST_3 = '3.1.9';
const OLDEST = '2.4';

/** The last version whose schema is the same, for those that cannot be told apart. */
const sameSchemaUntil: Record<string, string> = {
  '4.0': '4.5.5',
  '3.1.6': NEWEST_3,
  '3.1.5': '3.1.5',
  '3.1.4': '3.1.4',
  '3.1.3': '3.1.3',
  '3.1.2': '3.1.2',
  '3.1.1': '3.1.1',
  '3.1.0': '3.1.0',
  '3.0.0': '3.0.3',
};

/** Tells the version by the newest marker in the schema. A schema without any is that of 2.4. */
export function versionOf(schema: SchemaNames): VersionFacts {
  const found = markers.find(
    ({ attribute, objectClass }) =>
      (!attribute || schema.attributes.has(attribute.toLowerCase())) &&
      (!objectClass || schema.classes.has(objectClass.toLowerCase())),
  );
  if (!found) return { least: OLDEST, most: '2.4.4', because: 'the schema has none of the marks of 3.0 and later' };
  const name =
    found.attribute && found.objectClass
      ? `${found.objectClass} and ${found.attribute}`
      : (found.attribute ?? found.objectClass);
  return {
    least: found.since,
    most: found.exactly ?? sameSchemaUntil[found.since] ?? found.since,
    because: `the schema has ${name}`,
  };
}

/** Names in the definitions of a subschema entry, e.g. `( 1.2 NAME 'mail' …` or `NAME ( 'cn' 'commonName' )` (RFC 4512 section 4.1). */
export function namesIn(definitions: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const definition of definitions) {
    const list = /\bNAME\s+(?:'([^']{1,200})'|\(([^)]{1,2000})\))/i.exec(definition);
    for (const [, name] of (list?.[1] ? `'${list[1]}'` : (list?.[2] ?? '')).matchAll(/'([^']+)'/g)) {
      if (name) names.add(name.toLowerCase());
    }
  }
  return names;
}
