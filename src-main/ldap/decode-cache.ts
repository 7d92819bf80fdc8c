import { bodyOf, headOf } from './ber-frame';
import type { LdapMessage } from './ldap-message';

/** What is kept, in bytes of messages: decoded, and as a key, they take a few times as much. */
const MOST_BYTES = 2 * 1024 * 1024;
/** A schema of some thousand definitions fits. */
const LARGEST = 512 * 1024;
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
  const kept = new Map<string, LdapMessage>();
  let size = 0;

  function drop(key: string): void {
    if (kept.delete(key)) size -= key.length;
  }

  function findOne(bytes: Uint8Array): LdapMessage | undefined {
    const key = keyOf(bytes);
    const found = key === undefined ? undefined : kept.get(key);
    if (key === undefined || found === undefined) return undefined;
    kept.delete(key);
    kept.set(key, found);
    return { ...found, id: headOf(bytes).id };
  }

  function keepOne(bytes: Uint8Array, message: LdapMessage): void {
    const key = keyOf(bytes);
    if (key === undefined || message.id !== headOf(bytes).id) return;
    drop(key);
    kept.set(key, ofItsOwn(message));
    size += key.length;
    for (const oldest of kept.keys()) {
      if (size <= MOST_BYTES) return;
      drop(oldest);
    }
  }

  return {
    find(messages) {
      if (messages.length > MOST_AT_ONCE) return { known: [], unknown: messages };
      const known = messages.map(findOne);
      return { known, unknown: messages.filter((_, place) => known[place] === undefined) };
    },
    complete({ known, unknown }, decoded) {
      if (unknown.length <= MOST_AT_ONCE && unknown.length === decoded.length) {
        for (const [place, message] of decoded.entries()) keepOne(unknown[place] as Uint8Array, message);
      }
      if (known.length === 0) return decoded;
      const rest = decoded.values();
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
  if (bytes.length > LARGEST) return undefined;
  const body = bodyOf(bytes);
  return Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
}

/** Values come as parts of the bytes of a whole piece, which would be kept with them. */
function ofItsOwn({ entry, ...message }: LdapMessage): LdapMessage {
  if (!entry) return message;
  const attributes = entry.attributes.map(
    ([type, values]) => [type, values.map((value) => Buffer.from(value))] as const,
  );
  return { ...message, entry: { dn: entry.dn, attributes } };
}
