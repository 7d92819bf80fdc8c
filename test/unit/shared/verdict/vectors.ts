import { exactly, type Range } from '../../../../src-shared/gluu/versions';
import type {
  JvmFacts,
  MailServerFacts,
  VerdictInput,
  VerdictSettings,
} from '../../../../src-shared/verdict/verdict-input';

/** Settings of a form filled in completely: login on, encryption asked for in either form. */
export const filledIn: VerdictSettings = {
  host: 'mail.example.org',
  port: 587,
  fromEmail: 'gluu@example.org',
  authentication: true,
  userName: 'gluu',
  password: 'readable',
  requiresSsl: true,
  connectProtection: 'StartTls',
  trustServer: false,
  keyStore: 'notSet',
};

const allTls = { '1.0': true, '1.1': true, '1.2': true, '1.3': true };
export const modernTls = { '1.0': false, '1.1': false, '1.2': true, '1.3': true };

/** A submission server: STARTTLS, then login; takes nothing without. It still accepts TLS 1.0. */
export const submission: MailServerFacts = {
  reach: 'open',
  firstWord: 'greeting',
  startTls: 'accepted',
  tls: allTls,
  certificate: 'trusted',
  loginInClear: 'none',
  loginEncrypted: 'usable',
  credentials: 'accepted',
  needsTls: true,
  needsLogin: true,
  mail: 'accepted',
};

/** The same behind TLS from the first byte. */
export const submissions: MailServerFacts = { ...submission, firstWord: 'tls', startTls: 'notOffered' };

/** A relay in the server room: no TLS, no login. */
export const openRelay: MailServerFacts = {
  ...submission,
  startTls: 'notOffered',
  loginEncrypted: 'none',
  needsTls: false,
  needsLogin: false,
};

/** TLS 1.0 enabled, as in the runtime that came with 3.1.2. */
export const oldJava: JvmFacts = { tls10: true, tls13: false };
export const newJava: JvmFacts = { tls10: false, tls13: true };

interface Overrides {
  path?: VerdictInput['path'];
  settings?: Partial<VerdictSettings>;
  seen?: MailServerFacts;
  jvm?: JvmFacts;
}

/** An input with everything usual but what is given. */
export function input(known: string | Range, given: Overrides = {}): VerdictInput {
  const { path = 'reset', settings = {}, seen = submission, jvm = oldJava } = given;
  const version = typeof known === 'string' ? exactly(known) : known;
  return { version, path, settings: { ...filledIn, ...settings }, seen, jvm };
}
