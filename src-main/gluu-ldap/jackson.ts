/*
 * How Jackson 1.9.13 reads members of a JSON text into the fields of a Java bean (measured). Null and what is missing have the
 * value that the field begins with; undefined is what makes Jackson throw.
 */

/** An `int`: blank is 0, a text of digits is its number, fractions are cut, more than 32 bits are refused. */
export function intOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0;
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text === '') return 0;
  const isReadable = typeof value === 'number' || (text !== undefined && /^[+-]?\d+$/.test(text));
  const number = isReadable ? Math.trunc(Number(value)) : Number.NaN;
  const int = number | 0;
  return int === number ? int : undefined;
}

/** A `boolean`: a whole number counts as well, and a text that says it. */
export function booleanOf(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  if (Number.isInteger(value)) return value !== 0;
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text === 'true') return true;
  return text === 'false' || text === '' ? false : undefined;
}

/** A `String`: a number or a switch counts as its text; a list or an object is refused. */
export function stringOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? undefined : String(value);
}
