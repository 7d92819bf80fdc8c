/** One element in BER (ITU-T X.690): its tag byte and its content, which is a view into the bytes it was read from. */
export interface Element {
  tag: number;
  content: Buffer;
  /** Where the next element begins. */
  end: number;
}

export const octetString = 0x04;
const sequenceTag = 0x30;

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant]);
}

/** Tag and length of an element whose content of `length` bytes is sent separately. */
export const header = (tag: number, length: number): Buffer => Buffer.concat([Buffer.from([tag]), lengthBytes(length)]);

/** An element with that tag around the given bytes. */
export function element(tag: number, ...content: Buffer[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([header(tag, length), ...content]);
}

export const sequence = (...content: Buffer[]): Buffer => element(sequenceTag, ...content);
export const octets = (value: string | Buffer, tag = octetString): Buffer => element(tag, Buffer.from(value));
export const enumerated = (value: number): Buffer => element(0x0a, unsigned(value));
export const integer = (value: number): Buffer => element(0x02, unsigned(value));

/** Two's complement of a number that is not negative, in as few bytes as it takes. */
function unsigned(value: number): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.from([0]), bytes]);
}

/** Reads the element at `offset`; undefined while its bytes have not all arrived. */
export function readElement(bytes: Buffer, offset = 0): Element | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  const lengthSize = first < 0x80 ? 0 : first & 0x7f;
  const start = offset + 2 + lengthSize;
  if (bytes.length < start) return undefined;
  if (lengthSize > 4) throw new Error(`LDAP uses no BER length of ${lengthSize} bytes`);
  const length = lengthSize === 0 ? first : bytes.readUIntBE(offset + 2, lengthSize);
  const end = start + length;
  return bytes.length < end ? undefined : { tag, content: bytes.subarray(start, end), end };
}

/** Reads all elements that follow each other in `bytes`. Throws if the last one is cut short. */
export function readElements(bytes: Buffer): Element[] {
  const elements: Element[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const next = readElement(bytes, offset);
    if (next === undefined) throw new Error('a BER element is cut short');
    elements.push(next);
    offset = next.end;
  }
  return elements;
}

/** The number in the content of an INTEGER or ENUMERATED that is not negative and below 2^48. */
export const readUnsigned = (content: Buffer): number =>
  content.length === 0 ? 0 : content.readUIntBE(0, content.length);
