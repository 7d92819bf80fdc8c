import { isAscii } from '../base/ascii';
import type { Range } from '../gluu/versions';
import type { StoredPassword } from '../model/organization';
import type { MailServerSeen } from '../model/probe';
import type { PasswordFound, PasswordLetters, SmtpSettings } from '../model/smtp-settings';
import { type Verdict, verdictOf } from '../verdict/verdict';
import type { JvmFacts, VerdictSettings } from '../verdict/verdict-input';
import { mailServerFacts } from './mail-server-facts';

/** What the Gluu Server finds as the password, as far as the state of a stored one tells. */
export const storedFound: Readonly<Record<StoredPassword, PasswordFound['password']>> = {
  none: 'none',
  decrypts: 'readable',
  decryptsNonAscii: 'readable',
  decryptsGarbled: 'readable',
  decryptsDamaged: 'readable',
  layered: 'readable',
  usedAsStored: 'readable',
  doesNotDecrypt: 'unreadable',
  decryptsUnproved: 'notKnown',
  doesNotDecryptUnproved: 'notKnown',
  noSalt: 'notKnown',
  wrongSalt: 'notKnown',
};

/** How letters outside ASCII of a stored password are stored, as far as its state tells. */
export const lettersStored: Readonly<Partial<Record<StoredPassword, PasswordLetters>>> = {
  decryptsNonAscii: 'text',
  decryptsGarbled: 'garbled',
  decryptsDamaged: 'notUtf8',
};

/** The same of a typed password: it is stored as UTF-8. */
export const lettersTyped = (value: string): PasswordLetters | undefined => (isAscii(value) ? undefined : 'text');

/** What a Gluu Server will do with one form: for its own Test Configuration button, and for the mail of a password reset. */
export interface MailVerdicts {
  test: Verdict;
  reset: Verdict;
}

/** What this Gluu version itself will do with these values; `seen` is what a probe of exactly these values showed. */
export function mailVerdicts(
  version: Range,
  form: SmtpSettings & PasswordFound,
  seen: MailServerSeen | undefined,
  jvm: JvmFacts,
): MailVerdicts {
  const settings: VerdictSettings = {
    ...form,
    host: form.host || null,
    port: form.port ?? 0,
    fromEmail: form.fromEmail || null,
    userName: form.userName || null,
  };
  const facts = seen ? mailServerFacts(seen) : {};
  const of = (path: 'test' | 'reset') => verdictOf({ version, path, settings, seen: facts, jvm });
  return { test: of('test'), reset: of('reset') };
}
