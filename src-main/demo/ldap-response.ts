import type { Attribute } from './attributes';
import { BerWriter } from './ber';
import { Oid, type ResultCode, Tag } from './ldap-codes';

const extendedResponseName = 0x8a;
const extendedResponseValue = 0x8b;

/** The outcome of an operation (RFC 4511 section 4.1.9). */
export interface Outcome {
  code: ResultCode;
  message?: string;
  matchedDn?: string;
}
/** A control of an answer. */
export interface ResponseControl {
  oid: string;
  value: Buffer;
}

/** One entry of a search's answer; with `typesOnly` its attributes come without values. */
export function writeEntry(id: number, dn: string, attributes: readonly Attribute[], typesOnly: boolean): Buffer {
  return envelope(id, Tag.searchResultEntry, (writer) => {
    writer.writeString(dn);
    writer.startSequence();
    for (const { name, values } of attributes) {
      writer.startSequence();
      writer.writeString(name);
      writer.startSequence(Tag.set);
      if (!typesOnly) for (const value of values) writer.writeBuffer(value, Tag.octetString);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
  });
}

/** The result that ends an operation; `tag` is the operation's response tag. */
export function writeResult(id: number, tag: number, outcome: Outcome, controls: ResponseControl[] = []): Buffer {
  return envelope(id, tag, (writer) => writeOutcome(writer, outcome), controls);
}

/** The answer to an extended request, with its value where it has one (RFC 4511 section 4.12). */
export function writeExtended(id: number, outcome: Outcome, value?: string): Buffer {
  return envelope(id, Tag.extendedResponse, (writer) => {
    writeOutcome(writer, outcome);
    if (value !== undefined) writer.writeString(value, extendedResponseValue);
  });
}

/** The server's last word before it closes (RFC 4511 section 4.4.1). */
export function writeNoticeOfDisconnection(outcome: Outcome): Buffer {
  return envelope(0, Tag.extendedResponse, (writer) => {
    writeOutcome(writer, outcome);
    writer.writeString(Oid.noticeOfDisconnection, extendedResponseName);
  });
}

/** The value of the paged results control in an answer (RFC 2696): no estimate of the total, and where to go on. */
export function pagedResultsValue(cookie: Buffer): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(0);
  writer.writeBuffer(cookie, Tag.octetString);
  writer.endSequence();
  return writer.buffer;
}

function writeOutcome(writer: BerWriter, { code, message = '', matchedDn = '' }: Outcome): void {
  writer.writeEnumeration(code);
  writer.writeString(matchedDn);
  writer.writeString(message);
}

function envelope(
  id: number,
  tag: number,
  writeBody: (writer: BerWriter) => void,
  controls: readonly ResponseControl[] = [],
): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(id);
  writer.startSequence(tag);
  writeBody(writer);
  writer.endSequence();
  if (controls.length > 0) writeControls(writer, controls);
  writer.endSequence();
  return writer.buffer;
}

function writeControls(writer: BerWriter, controls: readonly ResponseControl[]): void {
  writer.startSequence(Tag.controls);
  for (const { oid, value } of controls) {
    writer.startSequence();
    writer.writeString(oid);
    writer.writeBuffer(value, Tag.octetString);
    writer.endSequence();
  }
  writer.endSequence();
}
