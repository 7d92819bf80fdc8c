/** A search filter (RFC 4511 section 4.5.1.7), as it came over the wire. */
export type Filter =
  | { kind: 'and' | 'or'; filters: Filter[] }
  | { kind: 'not'; filter: Filter }
  | { kind: 'equality' | 'approximate' | 'greaterOrEqual' | 'lessOrEqual'; attribute: string; value: Buffer }
  | { kind: 'substrings'; attribute: string; pieces: SubstringPieces }
  | { kind: 'present'; attribute: string }
  | { kind: 'extensible'; rule?: string; attribute?: string; value: Buffer; dnAttributes: boolean }
  /** A choice this server does not know: it is Undefined, not an error. */
  | { kind: 'unknown' };

export interface SubstringPieces {
  initial?: Buffer;
  any: Buffer[];
  final?: Buffer;
}
