import { bodyOf, headOf } from './ber-frame';
import { joined } from './decoder-protocol';
import type { LdapMessage } from './ldap-message';

/** What is kept, in bytes by `costOf`. */
const MOST_BYTES = 4 * 1024 * 1024;
/** A schema of some thousand definitions fits: 300 kB in 2,000 values. */
const LARGEST = 2 * 1024 * 1024;
/** A value, an attribute or an entry takes so many bytes more than what is in it, however little that is. */
const OBJECT_BYTES = 200;
/** A list of people is seldom read again, and would drive out what is. */
const MOST_AT_ONCE = 50;

interface Found {
  /** Of each message, what it was decoded to before. */
  known: readonly (LdapMessage | undefined)[];
  /** Those that were not, in their order. */
  unknown: readonly Uint8Array[];
}

/** What messages were decoded to, by their exact bytes: all but the message's number, which only pairs it with its request. */
export interface DecodeCache {
  find(messages: readonly Uint8Array[]): Found;
  /**
   * Gives all messages in their order, and keeps what the unknown ones were `decoded` to. What was used longest ago makes room.
   */
  complete(found: Found, decoded: LdapMessage[]): LdapMessage[];
  clear(): void;
}

/**
 * Servers say the same again and again: the schema, the root DSE, entries that nobody changed. Bytes that were decoded once are
 * decoded to the same, so they need not go to another process for it. Messages have to be whole and checked.
 */
export function createDecodeCache(): DecodeCache {
  const kept = new Map<string, { message: LdapMessage; cost: number }>();
  let size = 0;

  function drop(key: string): void {
    size -= kept.get(key)?.cost ?? 0;
    kept.delete(key);
  }

  function findOne(bytes: Uint8Array): LdapMessage | undefined {
    const key = keyOf(bytes);
    const found = key === undefined ? undefined : kept.get(key);
    if (key === undefined || found === undefined) return undefined;
    kept.delete(key);
    kept.set(key, found);
    return { ...found.message, id: headOf(bytes).id };
  }

  /** Gives what the same bytes give from now on. */
  function keepOne(bytes: Uint8Array, message: LdapMessage): LdapMessage {
    const key = keyOf(bytes);
    // The cookie of a page comes once.
    if (key === undefined || message.id !== headOf(bytes).id || message.cookie?.length) return message;
    const cost = costOf(key, message);
    if (cost > LARGEST) return message;
    drop(key);
    const own = ofItsOwn(message);
    kept.set(key, { message: own, cost });
    size += cost;
    for (const oldest of kept.keys()) {
      if (size <= MOST_BYTES) break;
      drop(oldest);
    }
    return own;
  }

  return {
    find(messages) {
      if (messages.length > MOST_AT_ONCE) return { known: [], unknown: messages };
      const known = messages.map(findOne);
      return { known, unknown: messages.filter((_, place) => known[place] === undefined) };
    },
    complete({ known, unknown }, decoded) {
      const isKept = unknown.length <= MOST_AT_ONCE && unknown.length === decoded.length;
      const now = isKept ? decoded.map((message, place) => keepOne(unknown[place] as Uint8Array, message)) : decoded;
      if (known.length === 0) return now;
      const rest = now.values();
      const all = known.map((message) => message ?? rest.next().value);
      return all.filter((message) => message !== undefined);
    },
    clear() {
      kept.clear();
      size = 0;
    },
  };
}

/** All bytes behind the message's number. A text of them is compared byte by byte, and takes one byte for each. */
function keyOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > LARGEST / 2) return undefined;
  const body = bodyOf(bytes);
  return Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
}

/** The key and the values, and what is around them. */
function costOf(key: string, { entry }: LdapMessage): number {
  const values = (entry?.attributes ?? []).reduce((sum, [, own]) => sum + own.length + 1, 1);
  return key.length * 2 + values * OBJECT_BYTES;
}

/** Values come as parts of the bytes of a whole piece, which would be kept with them: here they are parts of one of their own. */
function ofItsOwn({ entry, ...message }: LdapMessage): LdapMessage {
  if (!entry) return message;
  const { buffer } = joined(entry.attributes.flatMap(([, values]) => values));
  let at = 0;
  const own = ({ length }: Buffer) => {
    at += length;
    return Buffer.from(buffer, at - length, length);
  };
  return {
    ...message,
    entry: { dn: entry.dn, attributes: entry.attributes.map(([type, values]) => [type, values.map(own)] as const) },
  };
}
