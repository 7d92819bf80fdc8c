import type { JavaMailMethod, MailSecurity } from '../../src-shared/model/mail-server';
import type { Network } from '../net/network';
import type { Login } from '../probe/login';
import type { MailContent } from './mailer';

export interface MailSettings {
  /** From where it is sent; this computer unless said otherwise. */
  network?: Network;
  host: string;
  port: number;
  security: MailSecurity;
  fromName: string;
  from: string;
  to: string;
  /** `method`: the one that was seen to work; otherwise those on offer are tried. */
  login?: Login & { method?: JavaMailMethod };
  /** The user agreed, outside the window, that the password may go over an unencrypted connection. */
  clearTextConsent: boolean;
  /** SHA-256 of the certificate the user took for this host and port. */
  pin?: string;
  /** What is sent instead of oxTrust's test message. */
  content?: MailContent;
  /** A secret of the content, which the server may echo: it is taken out of the transcript and of every reply. */
  secret?: string;
}

export interface MailLimits {
  /** The whole test. */
  totalMs: number;
  /** Name, connection and handshake, each. */
  connectMs: number;
  /** How long a server may say nothing; some wait up to ten seconds on purpose before they greet. */
  silenceMs: number;
}
export const mailLimits: MailLimits = { totalMs: 30_000, connectMs: 10_000, silenceMs: 15_000 };
