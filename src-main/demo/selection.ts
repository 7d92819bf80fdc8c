import type { Attribute } from './attributes';
import type { Entry } from './entry';
import type { Schema } from './schema';
import { maySee, type Viewer } from './viewer';

/**
 * The attributes of an entry a search asked for (RFC 4511 section 4.5.1.8, RFC 3673 for `+`): none named or `*` means
 * all user attributes, `+` all operational ones, `1.1` none. Names come back as they were written into the entry.
 */
export function selectAttributes(entry: Entry, asked: readonly string[], viewer: Viewer, schema: Schema): Attribute[] {
  const wanted = new Set(asked.map((name) => schema.keyOf(name)));
  const everyUser = wanted.size === 0 || wanted.has('*');
  const everyOperational = wanted.has('+');
  const selected: Attribute[] = [];
  for (const [key, attribute] of entry.attributes) {
    if ((everyUser || wanted.has(key)) && maySee(viewer, entry, key)) selected.push(attribute);
  }
  for (const [key, attribute] of entry.operational) {
    if (everyOperational || wanted.has(key)) selected.push(attribute);
  }
  return selected;
}
