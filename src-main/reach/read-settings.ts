import { pageFor } from '../../src-shared/gluu/pages/pages';
import type { EntryId } from '../../src-shared/model/organization';
import { later } from '../base/later';
import { requireServed, type Where } from '../gluu-ldap/discover';
import { type NamedBefore, type PageRead, readPage } from '../gluu-ldap/snapshot';
import type { LdapSession } from '../ldap/ldap-session';
import type { ReadTogether } from './reach';
import { type MayWrite, mayWriteEach } from './rights';

/** What a piece of work reads of Organization Configuration, each with what it may fail with. */
export interface SettingsRead {
  /** Fails with AppError `gluu.notSupported` where settings are not changed from here. */
  page: Promise<PageRead>;
  /** By entry, as far as it could be asked; undefined where the profile is read-only. */
  rights: Promise<ReadonlyMap<EntryId, MayWrite> | undefined>;
}

/** Reads all settings and asks for the rights, in one piece. Never throws. */
export const readSettings: ReadTogether<SettingsRead> = async (session, where, { profile, lastSeen }) => {
  const page = later(readServed(session, where, lastSeen));
  const rights = later(profile.readOnly ? Promise.resolve(undefined) : askRights(session, where));
  await Promise.allSettled([page, rights]);
  return { page, rights };
};

/** Reads all settings alone. */
export const readAll: ReadTogether<PageRead> = (session, where, { lastSeen }) => readPage(session, where, lastSeen);

async function readServed(session: LdapSession, where: Where, lastSeen: NamedBefore): Promise<PageRead> {
  requireServed(where.version, 'settings');
  return readPage(session, where, lastSeen);
}

function askRights(session: LdapSession, where: Where) {
  const { entries } = where.page;
  // Where there is no page, the attributes of later entries may be unknown to the schema.
  return mayWriteEach(session, where, pageFor(where.version) ? entries : entries.slice(0, 1));
}
