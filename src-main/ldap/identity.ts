import { canonicalDn } from '../../src-shared/model/dn';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { LdapSession } from './ldap-session';

/** Who a session is logged in as. */
export interface Identity {
  dn: string;
  /** What is shown of it. */
  text: Message;
  /** Whether the server itself said so; otherwise it is the account that logged in. */
  isConfirmed: boolean;
}

/**
 * OpenDJ answers *Who am I?* with the full name of the root user behind the short bind DN (its config.ldif,
 * `ds-cfg-alternate-bind-dn`).
 */
const sameIdentity: Record<string, string> = {
  'cn=directory manager': 'cn=directory manager,cn=root dns,cn=config',
};

/**
 * Asks the server as which account it sees a session, within `limitMs`, and compares that with the one that logged in. Throws
 * AppError `ldap.identity` where it is another one, and what `whoAmI` throws.
 */
export async function confirmIdentity(session: LdapSession, bindDn: string, limitMs?: number): Promise<Identity> {
  const said = await session.whoAmI(limitMs);
  if (said === undefined) return { dn: bindDn, text: message('note.noIdentity'), isConfirmed: false };
  const dn = said.replace(/^dn:/i, '');
  const wanted = canonicalDn(bindDn) ?? bindDn.toLowerCase();
  const found = canonicalDn(dn) ?? dn.toLowerCase();
  if (found === '' || (found !== wanted && found !== sameIdentity[wanted])) {
    throw otherIdentity(session, bindDn, said === '' ? 'anonymous' : said);
  }
  return { dn: safeText(dn), text: verbatim(safeText(dn)), isConfirmed: true };
}

/**
 * The same of a session that the server has named before: it has to name it again, just so. Throws AppError `ldap.identity`
 * otherwise.
 */
export async function confirmAgain(
  session: LdapSession,
  bindDn: string,
  before: string,
  limitMs: number,
): Promise<Identity> {
  const now = await confirmIdentity(session, bindDn, limitMs);
  if (!now.isConfirmed || now.dn !== before) throw otherIdentity(session, bindDn, now.isConfirmed ? now.dn : '');
  return now;
}

const otherIdentity = ({ at }: LdapSession, wanted: string, said: string): AppError =>
  new AppError('ldap.identity', { at, detail: safeText(said), facts: { wanted } });
