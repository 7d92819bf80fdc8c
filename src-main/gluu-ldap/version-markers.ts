import { LATER } from '../../src-shared/gluu/versions';
import type { Range, VersionFacts } from '../../src-shared/model/version';
import { message } from '../../src-shared/texts/message';

/** What the schema of a running server defines: names in lower case, each with its definition. */
export interface SchemaNames {
  attributes: ReadonlyMap<string, string>;
  classes: ReadonlyMap<string, string>;
}

/** What the schema of these versions has, and that of no earlier one; where several are named, it has all of them. */
interface Marker extends Range {
  attribute?: string;
  objectClass?: string;
  /** The attribute is gone. */
  without?: string;
  /** The attribute has this syntax by now. */
  syntax?: { attribute: string; oid: string };
  /** The class allows this attribute. */
  may?: { objectClass: string; attribute: string };
  /** A class that has to be there as well, or the marker is somebody's own addition to an older schema. */
  beside?: string;
}

const since40 = { beside: 'gluuConfiguration' } as const;
const since441 = { beside: 'oxDocument' } as const;
/** Directory String (RFC 4517 section 3.3.6). */
const TEXT = '1.3.6.1.4.1.1466.115.121.1.15';

/**
 * Newest first, and the first that is found counts. Found by comparing the installed schema of every version branch of
 * community-edition-setup (101-ox.ldif, gluu.schema, gluu_schema.json from 4.4.1 on). Short names that an administrator may have
 * added prove nothing: `sid` of 4.2.1 and `pattern` of 4.0.1 have no class of their release beside them, and are left out. That
 * `county` is gone proves 4.5.4; that it is there may be an administrator's doing.
 */
const markers: readonly Marker[] = [
  { ...since441, least: '4.5.6', most: LATER, objectClass: 'oxAuthzChallSess' },
  { ...since441, least: '4.5.5', most: '4.5.5', attribute: 'gluuConfErrors' },
  { ...since441, least: '4.5.4', most: '4.5.4', attribute: 'gluuPrivateProperty', without: 'county' },
  { ...since441, least: '4.5.3', most: '4.5.4', attribute: 'gluuPrivateProperty' },
  { ...since441, least: '4.5.0', most: '4.5.2', syntax: { attribute: 'oxCodeChallengeHash', oid: TEXT } },
  { ...since40, least: '4.4.1', most: '4.4.2', objectClass: 'oxDocument' },
  { ...since40, least: '4.4.0', most: '4.4.0', objectClass: 'oxTrustedIdp' },
  { ...since40, least: '4.3.0', most: '4.3.2', attribute: 'gluuConfigurationDnsServer' },
  { ...since40, least: '4.2.3', most: '4.2.3', objectClass: 'jansStatEntry' },
  { ...since40, least: '4.2.2', most: '4.2.2', attribute: 'oxBiometricDevices' },
  { ...since40, least: '4.2.0', most: '4.2.1', objectClass: 'cibaRequest' },
  { ...since40, least: '4.1.1', most: '4.1.3', may: { objectClass: 'pairwiseIdentifier', attribute: 'oxAuthUserId' } },
  { ...since40, least: '4.1.0', most: '4.1.0', objectClass: 'gluuOxtrustStat' },
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
  { least: '2.4.4', most: '2.4.4', attribute: 'oxEnrollmentCode' },
  { least: '2.4.3', most: '2.4.3', attribute: 'oxInvolvedClients' },
  { least: '2.4.2', most: '2.4.2', attribute: 'oxAsimbaEntry' },
  { least: '2.4.1', most: '2.4.1', attribute: 'oxTrustConfImportPerson' },
  { least: '2.4.0', most: '2.4.0', objectClass: 'oxIdpConfiguration' },
];
const unmarked: VersionFacts = {
  least: '2.4',
  most: '2.4.4',
  because: [message('version.because.unmarked')],
};

/** An account that may not read the schema learns nothing of the version. */
export const unread: VersionFacts = { least: '2.4', most: LATER, because: [message('version.because.unread')] };

const isIn = (names: ReadonlyMap<string, string>, name: string | undefined): boolean =>
  name === undefined || names.has(name.toLowerCase());

function isThere(marker: Marker, { attributes, classes }: SchemaNames): boolean {
  const { attribute, objectClass, beside, without, syntax, may } = marker;
  return (
    isIn(attributes, attribute) &&
    isIn(classes, objectClass) &&
    isIn(classes, beside) &&
    !(without !== undefined && isIn(attributes, without)) &&
    (syntax === undefined || syntaxOf(attributes.get(syntax.attribute.toLowerCase())) === syntax.oid) &&
    (may === undefined || allows(classes, may.objectClass, [may.attribute]))
  );
}

/** Determines the version by the newest marker in the schema. A schema without any is that of 2.4; one without names was not read. */
export function versionOf(schema: SchemaNames): VersionFacts {
  if (schema.attributes.size === 0 && schema.classes.size === 0) return unread;
  const found = markers.find((marker) => isThere(marker, schema));
  if (!found) return unmarked;
  const { least, most, objectClass, attribute, syntax, may } = found;
  const names = [objectClass, attribute, syntax?.attribute, may && `${may.attribute} (${may.objectClass})`];
  const list = names.filter((name) => name !== undefined);
  return { least, most, because: [message('version.because.marked', { names: { list, as: 'and' } })] };
}

/** A definition without what stands in quotes, which may be anything. */
const unquoted = (definition: string): string => definition.replace(/'[^']*'/g, "''");

/** The OID of an attribute's syntax (RFC 4512 section 4.1.2); undefined where the definition names none. */
const syntaxOf = (definition: string | undefined): string | undefined =>
  definition === undefined
    ? undefined
    : /\bSYNTAX\s+'?([0-9.]{1,100})/.exec(definition.replace(/DESC\s+'[^']*'/gi, ''))?.[1];

/** Whether a class names all of these attributes among those it allows (RFC 4512 section 4.1.1, MAY). */
export function allows(
  classes: ReadonlyMap<string, string>,
  objectClass: string,
  attributes: readonly string[],
): boolean {
  const definition = unquoted(classes.get(objectClass.toLowerCase()) ?? '');
  const found = /\bMAY\s+(?:\(([^()]{1,100000})\)|([\w-]{1,200}))/i.exec(definition);
  const allowed = new Set((found?.[1] ?? found?.[2] ?? '').split(/[\s$]+/).map((name) => name.toLowerCase()));
  return attributes.every((attribute) => allowed.has(attribute.toLowerCase()));
}

// No parenthesis is in a list of names (RFC 4512 section 4.1): so whatever a server sends is looked through in one pass.
const NAME = /\bNAME\s+(?:'([^']{1,200})'|\(([^()]{1,2000})\))/i;
/** The same, tried at one place only. A schema has hundreds of definitions, which all write the word like this. */
const NAME_THERE = new RegExp(NAME, 'iy');

/** The definitions of a subschema entry by their names, e.g. `( 1.2 NAME 'mail' …` or `NAME ( 'cn' 'commonName' )` (RFC 4512 section 4.1). */
export function namesIn(definitions: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    NAME_THERE.lastIndex = definition.indexOf('NAME');
    const found = (NAME_THERE.lastIndex >= 0 && NAME_THERE.exec(definition)) || NAME.exec(definition);
    if (found?.[1]) names.set(found[1].toLowerCase(), definition);
    else
      for (const [, name = ''] of found?.[2]?.matchAll(/'([^']+)'/g) ?? []) names.set(name.toLowerCase(), definition);
  }
  return names;
}
