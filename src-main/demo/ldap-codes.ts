/** Result codes the demo directory gives (RFC 4511 appendix A, RFC 4528 section 5 for 122). */
export const ResultCode = {
  success: 0,
  operationsError: 1,
  protocolError: 2,
  sizeLimitExceeded: 4,
  compareFalse: 5,
  compareTrue: 6,
  authMethodNotSupported: 7,
  strongerAuthRequired: 8,
  unavailableCriticalExtension: 12,
  noSuchAttribute: 16,
  undefinedAttributeType: 17,
  constraintViolation: 19,
  attributeOrValueExists: 20,
  invalidAttributeSyntax: 21,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  unwillingToPerform: 53,
  namingViolation: 64,
  objectClassViolation: 65,
  notAllowedOnNonLeaf: 66,
  entryAlreadyExists: 68,
  other: 80,
  assertionFailed: 122,
} as const;
export type ResultCode = (typeof ResultCode)[keyof typeof ResultCode];

/** Object identifiers of the controls, extended operations and features the demo server speaks. */
export const Oid = {
  assertion: '1.3.6.1.1.12',
  pagedResults: '1.2.840.113556.1.4.319',
  startTls: '1.3.6.1.4.1.1466.20037',
  whoAmI: '1.3.6.1.4.1.4203.1.11.3',
  noticeOfDisconnection: '1.3.6.1.4.1.1466.20036',
  allOperationalAttributes: '1.3.6.1.4.1.4203.1.5.1',
  trueFalseFilters: '1.3.6.1.4.1.4203.1.5.3',
} as const;

/** Tags of the protocol operations (RFC 4511 section 4.2 to 4.12), requests and their responses. */
export const Tag = {
  sequence: 0x30,
  set: 0x31,
  integer: 0x02,
  boolean: 0x01,
  enumerated: 0x0a,
  octetString: 0x04,
  controls: 0xa0,
  bindRequest: 0x60,
  bindResponse: 0x61,
  unbindRequest: 0x42,
  searchRequest: 0x63,
  searchResultEntry: 0x64,
  searchResultDone: 0x65,
  modifyRequest: 0x66,
  modifyResponse: 0x67,
  addRequest: 0x68,
  addResponse: 0x69,
  deleteRequest: 0x4a,
  deleteResponse: 0x6b,
  modifyDnRequest: 0x6c,
  modifyDnResponse: 0x6d,
  compareRequest: 0x6e,
  compareResponse: 0x6f,
  abandonRequest: 0x50,
  extendedRequest: 0x77,
  extendedResponse: 0x78,
} as const;

/** An answer other than success. The server sends it as the operation's result; it never leaves the demo. */
export class LdapRefusal extends Error {
  override readonly name = 'LdapRefusal';

  constructor(
    readonly code: ResultCode,
    message = '',
    /** The last existing ancestor, with noSuchObject (RFC 4511 section 4.1.9). */
    readonly matchedDn = '',
  ) {
    super(message);
  }
}
