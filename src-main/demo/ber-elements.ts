import { BerReader, InvalidAsn1Error } from './ber';
import { Tag } from './ldap-codes';

/** Bytes that are not the BER or the LDAP message they should be (RFC 4511 section 5.1). */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

/**
 * Reads one element with this tag and gives its content, a view into the same bytes.
 * Every nested element is read through its own content, so no length can reach past its parent.
 * Throws MalformedMessage.
 */
export function readContent(reader: BerReader, tag: number): Buffer {
  if (reader.peek() !== tag) throw new MalformedMessage(`expected tag 0x${tag.toString(16)}`);
  const content = readOctets(reader, tag);
  // A four-byte length with its top bit set turns negative inside BerReader.
  if (content === null || reader.length < 0) throw new MalformedMessage('length reaches past the end');
  return content;
}

/** As readContent, for an element that holds others: gives a reader over its content. */
export function readElements(reader: BerReader, tag: number = Tag.sequence): BerReader {
  return new BerReader(readContent(reader, tag));
}

/** Reads a string as UTF-8 text. Throws MalformedMessage. */
export function readText(reader: BerReader, tag: number = Tag.octetString): string {
  return readContent(reader, tag).toString('utf8');
}

/** Reads an integer or an enumeration of one to four bytes. Throws MalformedMessage. */
export function readNumber(reader: BerReader, tag: number = Tag.integer): number {
  const content = readContent(reader, tag);
  if (content.length === 0 || content.length > 4) throw new MalformedMessage('integer of a wrong length');
  return content.readIntBE(0, content.length);
}

/** Reads a boolean. Throws MalformedMessage. */
export function readFlag(reader: BerReader, tag: number = Tag.boolean): boolean {
  const content = readContent(reader, tag);
  if (content.length !== 1) throw new MalformedMessage('boolean of a wrong length');
  return content[0] !== 0;
}

/** Reads elements until the reader is empty. `readOne` must consume at least one byte each time. */
export function readAll<T>(reader: BerReader, readOne: (reader: BerReader) => T): T[] {
  const all: T[] = [];
  while (reader.remain > 0) all.push(readOne(reader));
  return all;
}

function readOctets(reader: BerReader, tag: number): Buffer | null {
  try {
    return reader.readString(tag, true);
  } catch (error) {
    if (error instanceof InvalidAsn1Error) throw new MalformedMessage(error.message, { cause: error });
    throw error;
  }
}
