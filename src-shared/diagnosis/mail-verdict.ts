import { isAscii } from '../base/ascii';
import type { Range } from '../gluu/versions';
import type { StoredPassword } from '../model/organization';
import type { MailServerSeen } from '../model/probe';
import type { PasswordLetters, SmtpSettings } from '../model/smtp-settings';
import { type Verdict, verdictOf } from '../verdict/verdict';
import type { JvmFacts } from '../verdict/verdict-input';
import { mailServerFacts } from './mail-server-facts';

/** The values of the SMTP form as the verdict reads them. */
export interface MailForm {
  host: string;
  port: number;
  fromEmail: string;
  authentication: boolean;
  userName: string;
  requiresSsl: boolean;
  trustServer: boolean;
  keyStore?: SmtpSettings['keyStore'];
  password: SmtpSettings['password'];
  /** It is in the form and was not saved yet. */
  passwordTyped: boolean;
  passwordLetters: SmtpSettings['passwordLetters'];
}

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
  form: MailForm,
  seen: MailServerSeen | undefined,
  jvm: JvmFacts,
): MailVerdicts {
  const { authentication, trustServer, ...rest } = form;
  const settings: SmtpSettings = {
    ...rest,
    host: form.host || null,
    fromEmail: form.fromEmail || null,
    userName: form.userName || null,
    requiresAuthentication: authentication,
    trustHost: trustServer,
  };
  const facts = seen ? mailServerFacts(seen) : {};
  const of = (path: 'test' | 'reset') => verdictOf({ version, path, settings, seen: facts, jvm });
  return { test: of('test'), reset: of('reset') };
}
