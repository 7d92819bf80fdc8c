/** One LDIF record: its DN, then attribute names as written with their values in order. */
export interface LdifEntry {
  dn: string;
  attributes: Record<string, string | string[]>;
}

// RFC 2849 section 2: SAFE-STRING; a trailing space is allowed there but lost by too many readers.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that LDIF forbids.
const unsafe = /^[ :<]|[\x00\r\n\x80-\uffff]| $/;

function writeLine(name: string, value: string): string {
  return unsafe.test(value) ? `${name}:: ${Buffer.from(value).toString('base64')}` : `${name}: ${value}`;
}

/** Writes records as LDIF (RFC 2849) with unfolded lines; values that are not safe as text become base64. */
export function writeLdif(entries: LdifEntry[]): string {
  return entries.map(writeEntry).join('\n');
}

function writeEntry({ dn, attributes }: LdifEntry): string {
  const lines = Object.entries(attributes).flatMap(([name, values]) =>
    [values].flat().map((value) => writeLine(name, value)),
  );
  return `${[writeLine('dn', dn), ...lines].join('\n')}\n`;
}

/**
 * Reads LDIF content records (RFC 2849): one map per entry, from attribute name (as the text spells it, `dn`
 * included) to its values in order. Comments, the `version:` line and ldapsearch's `ref:` blocks without a dn are left out.
 */
export function parseLdif(text: string): Map<string, string[]>[] {
  const unfolded = text.replaceAll(/\r?\n /g, '');
  return unfolded
    .split(/(?:\r?\n){2,}/)
    .map(parseRecord)
    .filter((entry) => entry.has('dn'));
}

function parseRecord(block: string): Map<string, string[]> {
  const entry = new Map<string, string[]>();
  for (const line of block.split(/\r?\n/)) {
    const [, name, encoding, value] = /^([^#:][^:]*):(:?) *(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const text = encoding === ':' ? Buffer.from(value, 'base64').toString() : value;
    entry.set(name, [...(entry.get(name) ?? []), text]);
  }
  return entry;
}
