/** Versions of Gluu from `least` to `most`, both included. A server's own version is one too: equal ends where it is certain. */
export interface Range {
  least: string;
  most: string;
}

/** The version of a running server as far as it is known, e.g. 3.1.6 to 3.1.9. */
export interface VersionFacts extends Range {
  /** Why: what decided. */
  because: string;
}
