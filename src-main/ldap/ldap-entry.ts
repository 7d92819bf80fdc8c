import type { RawAttribute } from './ldap-message';

/**
 * An entry with its attributes under lower-case names, copied out of what a server sent: such names are hostile input
 * (`__proto__`, `constructor`, even `dn`), so they never become properties.
 */
export class LdapEntry {
  readonly #attributes = new Map<string, Buffer[]>();

  constructor(
    readonly dn: string,
    attributes: readonly RawAttribute[],
  ) {
    for (const [name, values] of attributes) {
      // A copy: the bytes may be a part of a whole message, and would keep all of it.
      if (values.length > 0) this.#attributes.set(name.toLowerCase(), values.map(copy));
    }
  }

  /** All values as UTF-8 text; none if the attribute is absent. */
  values(attribute: string): string[] {
    return (this.#attributes.get(attribute.toLowerCase()) ?? []).map((value) => value.toString('utf8'));
  }

  /** The first value; servers and Gluu itself read no other one of these attributes. */
  first(attribute: string): string | undefined {
    return this.values(attribute)[0];
  }

  has(attribute: string, value: string): boolean {
    return this.values(attribute).some((found) => found.toLowerCase() === value.toLowerCase());
  }
}

const copy = (value: Uint8Array): Buffer => Buffer.from(value);
