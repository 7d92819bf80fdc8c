import { type RawAttribute, valuesIn } from './ldap-message';

const NONE = Buffer.alloc(0);

/**
 * An entry with its attributes under lower-case names: such names are hostile input (`__proto__`, `constructor`, even `dn`), so
 * they never become properties. Used within one piece of work and not kept: its values may be parts of all that was
 * read with it.
 */
export class LdapEntry {
  readonly #attributes = new Map<string, Buffer>();
  readonly #values = new Map<string, readonly Buffer[]>();

  constructor(
    readonly dn: string,
    attributes: readonly RawAttribute[],
  ) {
    for (const [name, encoded] of attributes) {
      if (encoded.length > 0) this.#attributes.set(name.toLowerCase(), encoded);
    }
  }

  /** All values as UTF-8 text; none if the attribute is absent. */
  values(attribute: string): string[] {
    return this.bytes(attribute).map((value) => value.toString('utf8'));
  }

  /** All values as they came. */
  bytes(attribute: string): readonly Buffer[] {
    const name = attribute.toLowerCase();
    const values = this.#values.get(name) ?? valuesIn(this.encoded(name));
    this.#values.set(name, values);
    return values;
  }

  /** All values as they were sent, one encoded behind the other: to compare them; empty if the attribute is absent. */
  encoded(attribute: string): Buffer {
    return this.#attributes.get(attribute.toLowerCase()) ?? NONE;
  }

  /** The first value; servers and Gluu itself read no other one of these attributes. */
  first(attribute: string): string | undefined {
    return this.values(attribute)[0];
  }

  has(attribute: string, value: string): boolean {
    return this.values(attribute).some((found) => found.toLowerCase() === value.toLowerCase());
  }
}
