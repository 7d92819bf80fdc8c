import { hasInvisible } from '../../src-shared/model/host';
import type { UnusableLink } from '../../src-shared/readiness/readiness-facts';

/** The application's path and its page, appended as text (oxTrust PasswordReminderAction.java; oxAuth login.xhtml links to it). */
const PAGE = '/identity/person/passwordReminder.htm';

export type ReminderPage = { ok: true; url: URL } | { ok: false; why: UnusableLink };

/**
 * The address of the reminder page of a server with this `applianceUrl`. The setting comes from the server, so this
 * console asks only the root of a host: an address with a path could make it ask for anything in its own network.
 */
export function reminderPageOf(linkBase: string): ReminderPage {
  const isWeb = /^https?:\/\/[^\s\\]+$/i.test(linkBase) && !hasInvisible(linkBase);
  const url = isWeb && URL.canParse(linkBase) ? new URL(linkBase) : undefined;
  if (!url) return { ok: false, why: 'noWebAddress' };
  if (url.username !== '' || url.password !== '' || /[?#]/.test(linkBase)) return { ok: false, why: 'tooMuch' };
  if (url.pathname !== '/') return { ok: false, why: 'path' };
  return { ok: true, url: new URL(PAGE, url) };
}
