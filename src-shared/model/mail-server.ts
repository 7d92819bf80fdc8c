import type { Message } from '../texts/message';

/** TLS versions as a mail server may accept them. */
export const tlsVersions = ['1.0', '1.1', '1.2', '1.3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

/** The login methods JavaMail speaks with a user name and a password, in the order in which it looks for them. */
export const javaMailMethods = ['LOGIN', 'PLAIN', 'DIGEST-MD5', 'NTLM'] as const;
export type JavaMailMethod = (typeof javaMailMethods)[number];

/** The method JavaMail takes. `none`: it goes on without login. `noMethod`: it gives up. */
export type LoginChoice = JavaMailMethod | 'none' | 'noMethod';

/**
 * How a login by the method JavaMail takes ends. `refused`: the server refuses user name and password. `failed`: any other
 * end but 235. `wantsTls`: AUTH is answered with 530. `silent`: no answer comes.
 */
export type LoginAnswer = 'accepted' | 'refused' | 'failed' | 'wantsTls' | 'silent';

/** One line of the conversation. Passwords and login blobs are replaced before it leaves main. */
export type TranscriptLine = {
  /** Milliseconds since the test began. */
  at: number;
  encrypted: boolean;
} & ({ side: 'client' | 'server'; text: string } | { side: 'note'; text: Message });

/** How the mail connection is encrypted: not at all, by STARTTLS (required), or from the first byte. */
export const mailSecurities = ['none', 'startTls', 'tls'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** How far a test goes. All but `send` send no mail. */
export const testStops = ['connect', 'login', 'recipient', 'send'] as const;
export type TestStop = (typeof testStops)[number];
