/**
 * An entry with its attributes under lower-case names, copied out of what a server sent: such names are hostile input
 * (`__proto__`, `constructor`, even `dn`), so they never become properties. The DN is the one that was asked for.
 */
export class LdapEntry {
  readonly #attributes = new Map<string, Buffer[]>();

  constructor(
    readonly dn: string,
    attributes: Readonly<Record<string, unknown>>,
  ) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'dn') continue;
      const values = (Array.isArray(value) ? value : [value]).filter(
        (item) => typeof item === 'string' || Buffer.isBuffer(item),
      );
      if (values.length > 0) {
        this.#attributes.set(
          name.toLowerCase(),
          values.map((item) => Buffer.from(item as string)),
        );
      }
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
