import type { Attributes } from './attributes';
import type { Entry } from './entry';
import { Oid } from './ldap-codes';
import { operationalTypes, subschemaDn } from './operational';
import type { SchemaDefinitions } from './schema';

/** The root DSE (RFC 4512 section 5.1). Like slapd's, all of it but objectClass is operational: ask by name or with `+`. */
export function rootEntry(suffixes: readonly string[]): Entry {
  return serverEntry(
    '',
    { objectClass: ['top', 'OpenLDAProotDSE'] },
    {
      namingContexts: suffixes,
      subschemaSubentry: [subschemaDn],
      supportedLDAPVersion: ['3'],
      supportedControl: [Oid.assertion, Oid.pagedResults],
      supportedExtension: [Oid.startTls, Oid.whoAmI],
      supportedFeatures: [Oid.allOperationalAttributes, Oid.trueFalseFilters],
      vendorName: ['Gluu Console demo fleet'],
    },
  );
}

/** The subschema entry (RFC 4512 section 4.2): what the tree's version defines, for clients that tell versions by it. */
export function subschemaEntry(definitions: SchemaDefinitions): Entry {
  return serverEntry(
    subschemaDn,
    { objectClass: ['top', 'subentry', 'subschema', 'extensibleObject'], cn: ['Subschema'] },
    { attributeTypes: [...operationalTypes, ...definitions.attributeTypes], objectClasses: definitions.objectClasses },
  );
}

function serverEntry(
  dn: string,
  attributes: Record<string, readonly string[]>,
  operational: Record<string, readonly string[]>,
): Entry {
  // Order 0 marks an entry that nobody added and nobody may change.
  return { dn, key: dn.toLowerCase(), order: 0, attributes: collect(attributes), operational: collect(operational) };
}

function collect(values: Record<string, readonly string[]>): Attributes {
  return new Map(
    Object.entries(values)
      .filter(([, texts]) => texts.length > 0)
      .map(([name, texts]) => [name.toLowerCase(), { name, values: texts.map((text) => Buffer.from(text)) }]),
  );
}
