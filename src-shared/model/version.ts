import type { Message } from '../texts/message';
/** Versions of Gluu from `least` to `most`, both included. A server's own version is one too: equal ends where it is certain. */
export interface Range {
  least: string;
  most: string;
}

/** Who speaks for a server's version: its LDAP schema, the files that were found over SSH, the user. */
export type VersionWitness = 'schema' | 'files' | 'user';

/** What one witness says. */
export interface VersionEvidence {
  witness: VersionWitness;
  range: Range;
  /** What it rests on, as a clause: `the schema has oxUmaResource`. */
  because: Message;
}

/** The version of a running server as far as it is known, e.g. 3.1.6 to 3.1.9. */
export interface VersionFacts extends Range {
  /** Why: what decided. */
  because: readonly Message[];
}
