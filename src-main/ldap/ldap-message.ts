import { ExtendedResponse, MessageParser, type MessageResponse, PagedResultsControl, SearchEntry } from 'ldapts';

/** An attribute of an entry as the server sent it: its description and its values' bytes. */
export type RawAttribute = readonly [type: string, values: readonly Buffer[]];

/** What a server answered, as plain data that can go from one process to another. */
export interface LdapMessage {
  id: number;
  /** The tag of the protocol operation. */
  operation: number;
  /** Result code (RFC 4511 section 4.1.9); 0 for entries and references, which have none. */
  code: number;
  diagnostic: string;
  entry?: { dn: string; attributes: RawAttribute[] };
  /** The value of an extended response, as text. */
  value?: string;
  /** The cookie of the paged results control (RFC 2696), which belongs to the end of a search; empty on the last page. */
  cookie?: Uint8Array;
}

/**
 * Decodes one whole LDAP message with the LDAP library. Throws whatever the library throws. On bytes that `checkMessage`
 * refuses it may never return, so it must run where it can be ended.
 */
export function decodeMessage(bytes: Uint8Array): LdapMessage {
  const parser = new MessageParser();
  let decoded: MessageResponse | undefined;
  let failure: Error | undefined;
  parser.on('message', (message) => {
    decoded = message;
  });
  parser.on('error', (error) => {
    failure = error;
  });
  parser.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), new Map());
  if (failure || !decoded) throw failure ?? new Error('not a whole message');
  const { messageId: id, status: code, errorMessage: diagnostic, protocolOperation: operation, controls } = decoded;
  const plain: LdapMessage = { id, operation, code, diagnostic };
  const paged = controls?.find((control) => control instanceof PagedResultsControl);
  // A copy: it is kept until the next page, and all that came with it would be kept with a part of it.
  if (paged?.value && !(decoded instanceof SearchEntry)) plain.cookie = new Uint8Array(paged.value.cookie ?? []);
  if (decoded instanceof ExtendedResponse && decoded.value !== undefined) plain.value = String(decoded.value);
  if (decoded instanceof SearchEntry) {
    // The library keeps every value's bytes, and a text beside them where they are UTF-8.
    const attributes = decoded.attributes.map(({ type, parsedBuffers }) => [type, parsedBuffers as Buffer[]] as const);
    plain.entry = { dn: decoded.name, attributes };
  }
  return plain;
}
