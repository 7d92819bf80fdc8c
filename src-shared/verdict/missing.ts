import type { FactName } from './unknowns';

/** What is unknown, and how to come to know it. */
export interface Missing {
  fact: FactName | 'version' | 'password';
  sentence: string;
}

const sentences: Record<Missing['fact'], string> = {
  version: 'The Gluu version is not certain, or this console does not know it.',
  password:
    'Whether the Gluu Server can decrypt the SMTP password: that takes its salt here, proved to be this server’s.',
  reach: 'Whether the mail server can be reached: test the connection first.',
  firstWord: 'Whether the port greets, or waits for TLS: test the connection first.',
  startTls: 'Whether the server offers STARTTLS and carries it out.',
  serverTls10: 'Whether the server accepts TLS 1.0, the version old Gluu servers offer.',
  serverTls11: 'Whether the server accepts TLS 1.1.',
  serverTls12: 'Whether the server accepts TLS 1.2.',
  serverTls13: 'Whether the server accepts TLS 1.3.',
  jvmTls10:
    'Whether the Java runtime of the Gluu Server has TLS 1.0 enabled (jdk.tls.disabledAlgorithms in its java.security). The runtime that came with 3.1.2 has.',
  jvmTls13: 'Whether the Java runtime of the Gluu Server offers TLS 1.3.',
  jvmTrusts: 'Whether the Java runtime of the Gluu Server trusts the certificate.',
  loginInClear: 'Whether the server offers a login before the connection is encrypted.',
  loginEncrypted: 'Whether the server offers a login once the connection is encrypted.',
  credentialsInClear: 'Whether the server accepts this user name and password.',
  credentialsEncrypted: 'Whether the server accepts this user name and password.',
  takesLatin1: 'Whether the server takes user name and password in ISO 8859-1, as this Gluu sends them.',
  takesNtlm1: 'Whether the server takes version 1 of NTLM: this Gluu has no other, and the test went by version 2.',
  needsTls: 'Whether the server takes mail without encryption.',
  needsLogin: 'Whether the server takes mail without a login.',
  mail: 'Whether the server accepts sender and recipient.',
};

/** What no test of the mail server shows: it is known of the Gluu Server, or not at all. */
const notOfMailServer: readonly Missing['fact'][] = ['version', 'password', 'jvmTls10', 'jvmTls13', 'jvmTrusts'];

/** Whether a test of the mail server may show what is missing. */
export const testMayShow = (missing: readonly Missing[]): boolean =>
  missing.some(({ fact }) => !notOfMailServer.includes(fact));

/** The unknown facts with their sentences, each once, in the order in which they matter. */
export function missingOf(facts: readonly Missing['fact'][]): Missing[] {
  const bySentence = new Map(facts.map((fact) => [sentences[fact], fact]));
  return [...bySentence].map(([sentence, fact]) => ({ fact, sentence }));
}
