import { bodyOf, headOf } from './ber-frame';
import type { LdapMessage } from './ldap-message';

/** What is kept, in bytes of messages: decoded, and as a key, they take a few times as much. */
const MOST_BYTES = 1024 * 1024;
/** The schema of a Gluu Server has half as many. */
const LARGEST = 128 * 1024;
/** A list of people is seldom read again, and would drive out what is. */
const MOST_AT_ONCE = 50;

/** What messages were decoded to, by their exact bytes. Of the message's number alone, which pairs it with its request, nothing else depends. */
export interface DecodeCache {
  /** Each of these messages as it was decoded before, in their order; undefined where that is not known. */
  find(messages: readonly Uint8Array[]): (LdapMessage | undefined)[];
  /** Keeps what these messages were decoded to, in their order; what was used longest ago makes room. */
  keep(messages: readonly Uint8Array[], decoded: readonly LdapMessage[]): void;
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
    find: (messages) => messages.map((bytes) => (messages.length > MOST_AT_ONCE ? undefined : findOne(bytes))),
    keep(messages, decoded) {
      if (messages.length > MOST_AT_ONCE || messages.length !== decoded.length) return;
      for (const [place, message] of decoded.entries()) keepOne(messages[place] as Uint8Array, message);
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
