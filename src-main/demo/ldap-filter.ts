import type { BerReader } from './ber';
import { MalformedMessage, readAll, readContent, readElements, readFlag, readText } from './ber-elements';
import type { Filter, SubstringPieces } from './filter';
import { Tag } from './ldap-codes';

// Far above any filter an administrator writes, far below what recursion and memory bear.
const deepest = 50;
const mostParts = 2000;

const tags = {
  and: 0xa0,
  or: 0xa1,
  not: 0xa2,
  equality: 0xa3,
  substrings: 0xa4,
  greaterOrEqual: 0xa5,
  lessOrEqual: 0xa6,
  present: 0x87,
  approximate: 0xa8,
  extensible: 0xa9,
} as const;
const piece = { initial: 0x80, any: 0x81, final: 0x82 } as const;
const extensible = { rule: 0x81, type: 0x82, value: 0x83, dnAttributes: 0x84 } as const;

/** Decodes one filter (RFC 4511 section 4.5.1.7). Throws MalformedMessage, also for one too deep or too large. */
export function readFilter(reader: BerReader): Filter {
  return readPart(reader, { parts: 0 }, 0);
}

function readPart(reader: BerReader, count: { parts: number }, depth: number): Filter {
  count.parts += 1;
  if (depth > deepest || count.parts > mostParts) throw new MalformedMessage('filter too large');
  const within = (inner: BerReader) => readPart(inner, count, depth + 1);
  const tag = reader.peek();
  switch (tag) {
    case null:
      throw new MalformedMessage('filter missing');
    case tags.and:
      return { kind: 'and', filters: readAll(readElements(reader, tag), within) };
    case tags.or:
      return { kind: 'or', filters: readAll(readElements(reader, tag), within) };
    case tags.not:
      return { kind: 'not', filter: within(readElements(reader, tag)) };
    case tags.equality:
      return { kind: 'equality', ...readAssertion(reader, tag) };
    case tags.approximate:
      return { kind: 'approximate', ...readAssertion(reader, tag) };
    case tags.greaterOrEqual:
      return { kind: 'greaterOrEqual', ...readAssertion(reader, tag) };
    case tags.lessOrEqual:
      return { kind: 'lessOrEqual', ...readAssertion(reader, tag) };
    case tags.substrings:
      return readSubstrings(readElements(reader, tag));
    case tags.present:
      return { kind: 'present', attribute: readText(reader, tag) };
    case tags.extensible:
      return readExtensible(readElements(reader, tag));
    default:
      readContent(reader, tag);
      return { kind: 'unknown' };
  }
}

function readAssertion(reader: BerReader, tag: number): { attribute: string; value: Buffer } {
  const parts = readElements(reader, tag);
  return { attribute: readText(parts), value: readContent(parts, Tag.octetString) };
}

function readSubstrings(parts: BerReader): Filter {
  const attribute = readText(parts);
  const pieces: SubstringPieces = { any: [] };
  readAll(readElements(parts), (reader) => readPiece(reader, pieces));
  return { kind: 'substrings', attribute, pieces };
}

function readPiece(reader: BerReader, pieces: SubstringPieces): void {
  switch (reader.peek()) {
    case piece.initial:
      pieces.initial = readContent(reader, piece.initial);
      return;
    case piece.any:
      pieces.any.push(readContent(reader, piece.any));
      return;
    default:
      pieces.final = readContent(reader, piece.final);
  }
}

function readExtensible(parts: BerReader): Filter {
  const optional = (tag: number) => (parts.peek() === tag ? readText(parts, tag) : undefined);
  const rule = optional(extensible.rule);
  const attribute = optional(extensible.type);
  const value = readContent(parts, extensible.value);
  const dnAttributes = parts.peek() === extensible.dnAttributes && readFlag(parts, extensible.dnAttributes);
  return {
    kind: 'extensible',
    ...(rule !== undefined && { rule }),
    ...(attribute !== undefined && { attribute }),
    value,
    dnAttributes,
  };
}
