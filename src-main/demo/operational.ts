import { randomUUID } from 'node:crypto';
import type { Attributes } from './attributes';
import type { ChangeNumbers } from './change-number';

const define = (oid: string, text: string, equality: string, syntax: string) =>
  `( ${oid} NAME '${text}' EQUALITY ${equality} SYNTAX 1.3.6.1.4.1.1466.115.121.1.${syntax} SINGLE-VALUE NO-USER-MODIFICATION USAGE directoryOperation )`;

/**
 * Definitions of what slapd keeps about an entry by itself (RFC 4512 section 3.4, RFC 5020 for entryDN, RFC 4530 for
 * entryUUID; entryCSN is OpenLDAP's).
 */
export const operationalTypes: readonly string[] = [
  define('2.5.18.1', 'createTimestamp', 'generalizedTimeMatch', '24'),
  define('2.5.18.2', 'modifyTimestamp', 'generalizedTimeMatch', '24'),
  define('2.5.18.3', 'creatorsName', 'distinguishedNameMatch', '12'),
  define('2.5.18.4', 'modifiersName', 'distinguishedNameMatch', '12'),
  define('2.5.18.9', 'hasSubordinates', 'booleanMatch', '7'),
  define('2.5.18.10', 'subschemaSubentry', 'distinguishedNameMatch', '12'),
  define('1.3.6.1.1.16.4', 'entryUUID', 'caseIgnoreMatch', '15'),
  define('1.3.6.1.1.20', 'entryDN', 'distinguishedNameMatch', '12'),
  define('1.3.6.1.4.1.4203.666.1.7', 'entryCSN', 'caseExactMatch', '15'),
];

const keys = new Set(operationalTypes.map((definition) => /NAME '(\w+)'/.exec(definition)?.[1]?.toLowerCase()));

/** Whether an attribute is one of those above, which nobody may write. */
export const isOperational = (attribute: string): boolean => keys.has(attribute.toLowerCase());

/** The DN of the subschema entry, as slapd names it. */
export const subschemaDn = 'cn=Subschema';

/** The operational attributes of an entry just added by this identity. */
export function stampNew(dn: string, by: string, numbers: ChangeNumbers): Attributes {
  const { csn, time } = numbers.next();
  return collect({
    createTimestamp: time,
    creatorsName: by,
    modifyTimestamp: time,
    modifiersName: by,
    entryUUID: randomUUID(),
    entryCSN: csn,
    entryDN: dn,
    subschemaSubentry: subschemaDn,
    hasSubordinates: 'FALSE',
  });
}

/** The same entry's operational attributes once it has, or no longer has, entries below it. */
export function stampSubordinates(operational: Attributes, has: boolean): Attributes {
  return new Map([...operational, ...collect({ hasSubordinates: has ? 'TRUE' : 'FALSE' })]);
}

/** The same entry's operational attributes after a change by this identity: entryCSN differs every time. */
export function stampChanged(operational: Attributes, by: string, numbers: ChangeNumbers): Attributes {
  const { csn, time } = numbers.next();
  return new Map([...operational, ...collect({ modifyTimestamp: time, modifiersName: by, entryCSN: csn })]);
}

function collect(values: Record<string, string>): Attributes {
  return new Map(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), { name, values: [Buffer.from(value)] }]),
  );
}
