import { hasInvisible } from '../../src-shared/model/host';

/** The application's path and its page, appended as text (oxTrust PasswordReminderAction.java; oxAuth login.xhtml links to it). */
const PAGE = '/identity/person/passwordReminder.htm';

export type ReminderPage = { ok: true; url: URL } | { ok: false; broken: boolean; why: string };

/**
 * The address of the reminder page of a server with this `applianceUrl`. The setting comes from the server, so this
 * console asks only the root of a host: an address with a path could make it ask for anything in its own network.
 */
export function reminderPageOf(linkBase: string): ReminderPage {
  const isWeb = /^https?:\/\/[^\s\\]+$/i.test(linkBase) && !hasInvisible(linkBase);
  const url = isWeb && URL.canParse(linkBase) ? new URL(linkBase) : undefined;
  if (!url) {
    return { ok: false, broken: true, why: 'applianceUrl is no web address: the links in reset mails lead nowhere.' };
  }
  if (url.username !== '' || url.password !== '' || /[?#]/.test(linkBase)) {
    return {
      ok: false,
      broken: true,
      why: 'applianceUrl has more than scheme, host and port: links made of it are broken.',
    };
  }
  if (url.pathname !== '/') {
    const why = 'applianceUrl has a path. This console asks for pages at the root of a host only.';
    return { ok: false, broken: false, why };
  }
  return { ok: true, url: new URL(PAGE, url) };
}
