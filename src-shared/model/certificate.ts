/** What a server's certificate says of itself. Every text comes from the server and is hostile input. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  /** Subject alternative names, e.g. `DNS:localhost`. */
  names: string[];
  /** How many more names it has than are listed, if any. */
  moreNames?: number;
  /** ISO 8601. */
  validFrom: string;
  validTo: string;
  /** SHA-256 over the DER, upper-case hex pairs joined by colons. */
  sha256: string;
  selfSigned: boolean;
  /** Why the system does not trust it: Node's own code, e.g. `DEPTH_ZERO_SELF_SIGNED_CERT`; absent if it does. */
  distrust?: string;
  /** It lists what it was issued for (extended key usage, RFC 5280 section 4.2.1.12), and servers are not among it. */
  notForServers?: true;
  /** None of its names is the host that was dialled. */
  otherHost?: true;
}
