import { tag } from './ber-frame';
import type { LdapMessage, RawAttribute } from './ldap-message';

/** Of one connection: whole, checked messages in their order. */
export interface DecodeRequest {
  id: number;
  /** One message after the other. */
  bytes: Uint8Array;
  /** Where each of them ends. */
  ends: number[];
}

/**
 * What the core asks the process that decodes LDAP messages, in one piece: to send one to another process costs more than to decode
 * what most of them hold.
 */
export type DecodeRequests = readonly DecodeRequest[];

/** The answer to the request with the same `id`: its messages, or the LDAP library's own words on why it refused one. */
export type DecodeReply = { id: number; packed: PackedMessages } | { id: number; failed: string };

/** First that the process runs; then the answers to one piece of requests, in its order. */
export type DecodeReplies = 'ready' | readonly DecodeReply[];

/**
 * Messages on their way from one process to the other. A hundred thousand entries are a hundred thousand objects with a buffer
 * for each value, and to take those apart and put them together costs more than to decode them: so entries go in one list and
 * one piece.
 */
export interface PackedMessages {
  /** Of each entry: its message's id, DN, how many attributes; of each of those: type, how many values, the length of each. */
  entries: (string | number)[];
  /** The bytes of all values, one after the other. */
  values: Uint8Array;
  /** All other messages, each with its place among all. */
  others: [place: number, message: LdapMessage][];
}

export function packMessages(messages: readonly LdapMessage[]): PackedMessages {
  const entries: (string | number)[] = [];
  const values: Uint8Array[] = [];
  const others: PackedMessages['others'] = [];
  for (const [place, message] of messages.entries()) {
    if (!message.entry) {
      others.push([place, message]);
      continue;
    }
    entries.push(message.id, message.entry.dn, message.entry.attributes.length);
    for (const [type, own] of message.entry.attributes) {
      entries.push(type, own.length);
      for (const value of own) {
        entries.push(value.length);
        values.push(value);
      }
    }
  }
  return { entries, values: joined(values), others };
}

/** The messages again. Ends with what was sent, whatever that says: nothing of it was checked in this process. */
export function unpackMessages({
  entries,
  values: { buffer, byteOffset, length },
  others,
}: PackedMessages): LdapMessage[] {
  const values = Buffer.from(buffer, byteOffset, length);
  const messages: LdapMessage[] = [];
  let at = 0;
  let from = 0;
  let given = 0;
  const next = () => entries[at++];
  function nextAttribute(): RawAttribute {
    const type = String(next());
    const own: Buffer[] = [];
    for (let left = Number(next()); left > 0 && at < entries.length; left -= 1) {
      const length = Number(next());
      own.push(values.subarray(from, from + length));
      from += length;
    }
    return [type, own];
  }
  function nextEntry(): LdapMessage {
    const [id, dn] = [Number(next()), String(next())];
    const attributes: RawAttribute[] = [];
    for (let left = Number(next()); left > 0 && at < entries.length; left -= 1) attributes.push(nextAttribute());
    return { id, operation: tag.searchEntry, code: 0, diagnostic: '', entry: { dn, attributes } };
  }
  while (at < entries.length || given < others.length) {
    const other = others[given];
    const isNext = at >= entries.length || other?.[0] === messages.length;
    if (!isNext) messages.push(nextEntry());
    else {
      given += 1;
      if (other) messages.push(other[1]);
    }
  }
  return messages;
}

/** One piece of its own: a part of a larger buffer would take all of it along, and what else is in it. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
