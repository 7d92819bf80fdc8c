import { tryNormalizeDn } from './distinguished-name';
import { LdapRefusal, ResultCode } from './ldap-codes';
import { operationalTypes } from './operational';

/** How two values of an attribute compare (RFC 4517 section 4.2). */
export type MatchingRule =
  | 'caseIgnoreMatch'
  | 'caseExactMatch'
  | 'distinguishedNameMatch'
  | 'generalizedTimeMatch'
  | 'integerMatch'
  | 'octetStringMatch';

/** The definitions a tree publishes in its subschema entry, in the form of RFC 4512 section 4.1. */
export interface SchemaDefinitions {
  attributeTypes: string[];
  objectClasses: string[];
}

/** What a definition says itself; the rest it has from the type it is a kind of (`SUP`). */
interface AttributeType {
  rule: MatchingRule | undefined;
  syntax: string | undefined;
  superior: string | undefined;
}

const ruleNames: Record<string, MatchingRule> = {
  caseIgnoreMatch: 'caseIgnoreMatch',
  caseIgnoreIA5Match: 'caseIgnoreMatch',
  objectIdentifierMatch: 'caseIgnoreMatch',
  telephoneNumberMatch: 'caseIgnoreMatch',
  booleanMatch: 'caseIgnoreMatch',
  caseExactMatch: 'caseExactMatch',
  caseExactIA5Match: 'caseExactMatch',
  distinguishedNameMatch: 'distinguishedNameMatch',
  generalizedTimeMatch: 'generalizedTimeMatch',
  integerMatch: 'integerMatch',
  octetStringMatch: 'octetStringMatch',
  // RFC 4517 section 4.2, the numbers of the rules a client is likely to name so.
  '2.5.13.2': 'caseIgnoreMatch',
  '2.5.13.5': 'caseExactMatch',
  '2.5.13.1': 'distinguishedNameMatch',
  '2.5.13.27': 'generalizedTimeMatch',
  '2.5.13.14': 'integerMatch',
  '2.5.13.17': 'octetStringMatch',
};

/** The matching rule of this name or number, undefined where the demo directory does not know it. */
export const findRule = (nameOrOid: string): MatchingRule | undefined =>
  Object.hasOwn(ruleNames, nameOrOid) ? ruleNames[nameOrOid] : undefined;

const syntaxChecks: Record<string, (text: string) => boolean> = {
  '1.3.6.1.4.1.1466.115.121.1.7': (text) => text === 'TRUE' || text === 'FALSE',
  '1.3.6.1.4.1.1466.115.121.1.12': (text) => tryNormalizeDn(text) !== undefined,
  '1.3.6.1.4.1.1466.115.121.1.24': (text) =>
    /^\d{10}(?:\d{2}(?:\d{2})?)?(?:[.,]\d+)?(?:Z|[+-]\d{2}(?:\d{2})?)$/.test(text),
  '1.3.6.1.4.1.1466.115.121.1.27': (text) => /^-?\d+$/.test(text),
};

/** What a directory knows of its attributes. Without definitions everything is allowed and caseIgnoreMatch. */
export class Schema {
  private readonly open: boolean;
  private readonly attributes = new Map<string, AttributeType>();
  private readonly aliases = new Map<string, string>();
  private readonly classes = new Set<string>();

  constructor(readonly definitions: SchemaDefinitions = { attributeTypes: [], objectClasses: [] }) {
    this.open = definitions.attributeTypes.length === 0;
    for (const definition of [...operationalTypes, ...definitions.attributeTypes]) this.addAttribute(definition);
    for (const definition of definitions.objectClasses) {
      for (const name of namesOf(definition)) this.classes.add(name.toLowerCase());
    }
  }

  /** The key under which an attribute is stored: lower case, an alias under its first name. */
  keyOf(attribute: string): string {
    const lower = attribute.toLowerCase();
    return this.aliases.get(lower) ?? lower;
  }

  /** Whether the schema defines the attribute, options such as `;lang-en` aside. */
  knows(attribute: string): boolean {
    return this.open || this.attributes.has(this.baseKeyOf(attribute));
  }

  /** The attribute's equality rule. */
  ruleOf(attribute: string): MatchingRule {
    return this.lookUp(this.baseKeyOf(attribute), 'rule') ?? 'caseIgnoreMatch';
  }

  /**
   * Checks values somebody wants to store, as slapd does. Throws LdapRefusal: undefinedAttributeType,
   * invalidAttributeSyntax (also for an empty value, which slapd refuses for Directory String).
   */
  checkValues(attribute: string, values: readonly Buffer[]): void {
    if (!this.knows(attribute)) {
      throw new LdapRefusal(ResultCode.undefinedAttributeType, `${attribute}: attribute type undefined`);
    }
    values.forEach((value, index) => {
      if (!this.isValid(attribute, value)) {
        throw new LdapRefusal(ResultCode.invalidAttributeSyntax, `${attribute}: value #${index} invalid per syntax`);
      }
    });
  }

  private isValid(attribute: string, value: Buffer): boolean {
    if (value.length === 0) return false;
    const key = this.baseKeyOf(attribute);
    if (key === 'objectclass' && this.classes.size > 0) return this.classes.has(value.toString('utf8').toLowerCase());
    const check = syntaxChecks[this.lookUp(key, 'syntax') ?? ''];
    return check === undefined || check(value.toString('utf8'));
  }

  private baseKeyOf(attribute: string): string {
    const [base = ''] = attribute.split(';', 1);
    return this.keyOf(base);
  }

  private lookUp<Part extends 'rule' | 'syntax'>(key: string, part: Part): AttributeType[Part] {
    // Definitions come from us or a server and might name each other in a circle.
    for (let steps = 0, type = this.attributes.get(key); type && steps < 10; steps++) {
      if (type[part] !== undefined) return type[part];
      type = type.superior === undefined ? undefined : this.attributes.get(this.keyOf(type.superior));
    }
    return undefined;
  }

  private addAttribute(definition: string): void {
    const [first = '', ...others] = namesOf(definition).map((name) => name.toLowerCase());
    const plain = definition.replace(/'[^']*'/g, '');
    const word = (after: string) => new RegExp(`\\b${after} ([\\w.]+)`).exec(plain)?.[1];
    const equality = word('EQUALITY');
    this.attributes.set(first, {
      rule: equality === undefined ? undefined : findRule(equality),
      syntax: word('SYNTAX'),
      superior: word('SUP'),
    });
    for (const other of others) this.aliases.set(other, first);
  }
}

/** The names in an attribute type or object class definition: `NAME 'a'` or `NAME ( 'a' 'b' )`. */
function namesOf(definition: string): string[] {
  const names = /\bNAME (?:'([^']*)'|\(([^)]*)\))/.exec(definition);
  if (names?.[1] !== undefined) return [names[1]];
  return (names?.[2] ?? '').split("'").filter((part) => part.trim() !== '');
}
