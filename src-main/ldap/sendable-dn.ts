import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';

/** RFC 4514 section 2.4 wants NUL escaped; line breaks and halves of characters are in no DN that anybody meant. */
const UNSENDABLE = /[\0\r\n\p{Cs}]/u;

/** Gives `dn` back if it can go to a server as it is. Throws AppError `ldap.badDn` otherwise; nothing is sent then. */
export function sendableDn(dn: string, at: string): string {
  if (UNSENDABLE.test(dn)) throw new AppError('ldap.badDn', { at, detail: safeText(dn) });
  return dn;
}
