import { element, header, integer, octets, sequence } from './ber';
import { disconnection, type LdapRequest, pagedResults, result, searchEntry, searchReference } from './message';

const chunkSize = 65_536;

/** One search entry with a single value of that many bytes, then the final result, in pieces. */
export function* hugeValue(request: LdapRequest, size: number): Generator<Buffer> {
  const attribute = (prefix: Buffer) => wrap(0x30, Buffer.concat([octets('oxSmtpConfiguration'), prefix]), size);
  yield entryPrefix(request, attribute(wrap(0x31, header(0x04, size), size)), size);
  const chunk = Buffer.alloc(chunkSize, 'x');
  for (let left = size; left > 0; left -= chunkSize) yield chunk.subarray(0, Math.min(left, chunkSize));
  yield result(request, { code: 0 });
}

/** One search entry with that many attributes of different names and no values, then the final result, in pieces. */
export function* manyAttributes(request: LdapRequest, count: number): Generator<Buffer> {
  const attribute = sequence(octets(`a${placeholder}`), element(0x31));
  yield entryPrefix(request, Buffer.alloc(0), attribute.length * count);
  yield* numbered(attribute, count);
  yield result(request, { code: 0 });
}

/** That many search entries, whatever limit was asked for, then the final result, in pieces. */
export function* manyEntries(request: LdapRequest, count: number): Generator<Buffer> {
  const name = `user${placeholder}`;
  yield* numbered(searchEntry(request.messageId, `uid=${name},${request.dn}`, [['uid', [name]]]), count);
  yield result(request, { code: 0 });
}

const placeholder = '########';

/** Copies of the template, with each placeholder in it replaced by the copy's number. Encoding a million one by one takes seconds. */
function* numbered(template: Buffer, count: number): Generator<Buffer> {
  const places: number[] = [];
  for (let at = template.indexOf(placeholder); at >= 0; at = template.indexOf(placeholder, at + 1)) places.push(at);
  const perPiece = 1000;
  for (let first = 0; first < count; first += perPiece) {
    const copies = Math.min(perPiece, count - first);
    const piece = Buffer.alloc(template.length * copies, template);
    for (let copy = 0; copy < copies; copy += 1) {
      const digits = String(first + copy).padStart(placeholder.length, '0');
      for (const place of places) piece.write(digits, copy * template.length + place, 'latin1');
    }
    yield piece;
  }
}

/** Everything up to the content of an entry's attribute list, of which `rest` bytes follow `inner`. */
function entryPrefix(request: LdapRequest, inner: Buffer, rest: number): Buffer {
  const list = wrap(0x30, inner, rest);
  const entry = wrap(0x64, Buffer.concat([octets(request.dn), list]), rest);
  return wrap(0x30, Buffer.concat([integer(request.messageId), entry]), rest);
}

const wrap = (tag: number, inner: Buffer, rest: number): Buffer =>
  Buffer.concat([header(tag, inner.length + rest), inner]);

/** A message whose length field says 0xFFFFFFFF, with a little of its content: the rest never comes. */
export const hugeLength = (request: LdapRequest): Buffer =>
  Buffer.concat([
    Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    integer(request.messageId),
    Buffer.alloc(2048, 0x30),
  ]);

/** That many empty search references back to back: seven bytes each while the message id is below 128. */
export const manyReferences = (request: LdapRequest, count: number): Buffer =>
  Buffer.concat(Array.from({ length: count }, () => searchReference(request.messageId, [])));

/** A search entry whose attribute list is sequences in sequences, that deep, then the final result. */
export function deepNesting(request: LdapRequest, depth: number): Buffer {
  let nested = sequence();
  for (let level = 1; level < depth; level += 1) nested = sequence(nested);
  const entry = sequence(integer(request.messageId), element(0x64, octets(request.dn), nested));
  return Buffer.concat([entry, result(request, { code: 0 })]);
}

/** One page with one entry and a cookie that promises another page, always. */
export const anotherPage = (request: LdapRequest): Buffer =>
  Buffer.concat([
    searchEntry(request.messageId, `uid=user,${request.dn}`, [['uid', ['user']]]),
    result(request, { code: 0 }, pagedResults('more')),
  ]);

/** An entry whose attributes bear names that mean something to JavaScript or to ldapts, and the DN that was asked for. */
export const oddAttributes = (request: LdapRequest): Buffer =>
  Buffer.concat([
    searchEntry(request.messageId, request.dn, [
      ['__proto__', ['polluted']],
      ['constructor', ['polluted']],
      ['toString', ['polluted']],
      ['hasOwnProperty', ['polluted']],
      ['dn', ['cn=attacker,o=evil']],
      ['objectClass', ['top']],
    ]),
    result(request, { code: 0 }),
  ]);

/** What an attacker sends in clear text behind the answer to StartTLS. */
export const injections = {
  /** The head of a message: 64 bytes are to follow, which the encrypted answers would then fill. */
  prefix: () => Buffer.from([0x30, 0x84, 0x00, 0x00, 0x00, 0x40]),
  /** A whole answer to the bind that the client is going to send next. */
  'bind-success': (request: LdapRequest) =>
    result({ ...request, messageId: request.messageId + 1, operation: 'bind' }, { code: 0 }),
};

export const httpAnswer = Buffer.from(
  'HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html><body>Bad Request</body></html>\r\n',
);

export const garbage = Buffer.from('\xff\xfe* \x00garbage\r\n', 'latin1');

/** The server's farewell of RFC 4511 section 4.4.1: code 52 unavailable, or another. */
export const farewell = (code: number): Buffer => disconnection({ code, message: 'the server goes down' });
