import type { ResetMailValues } from '../../src-shared/gluu/reset-mail';
import { type ResetRulesFound, resetRulesOf } from '../../src-shared/gluu/reset-versions';
import { type LinkBaseKey, ofForm } from '../../src-shared/gluu/tree-versions';
import { escapeDnValue } from '../../src-shared/model/dn';
import { AppError } from '../base/app-error';
import { type GluuTree, notSupported } from '../gluu-ldap/discover';
import { intOf } from '../gluu-ldap/jackson';
import { readJson } from '../gluu-ldap/json-text';
import { smtpAttributes } from '../gluu-ldap/smtp-stores';
import type { LdapSession } from '../ldap/ldap-session';
import { readServerMail, type ServerMail } from './server-mail';

/** Whose password would be reset. Every text is as it is stored. */
interface ResetPerson {
  dn: string;
  inum: string;
  givenName: string | null;
  displayName: string;
  status: string;
  mails: string[];
}

/** What oxTrust's own settings say of a reset. */
export interface ResetSettings extends ResetRulesFound {
  /** What links begin with, and the setting that holds it. */
  linkBase: string | null;
  linkBaseKey: LinkBaseKey;
  /** passwordResetRequestExpirationTime; undefined where it is missing or no number. */
  expirationSeconds: number | undefined;
}

export interface ResetFacts extends ResetSettings {
  person: ResetPerson;
  organizationName: string | null;
  mail: ServerMail;
}

/** The rules of the server's version. Throws AppError `gluu.notSupported` for one that is not in the table. */
export function rulesOf({ version }: GluuTree): ResetRulesFound {
  const found = resetRulesOf(version);
  if (found) return found;
  throw notSupported(version);
}

/** Reads them. Throws AppError `gluu.notSupported` and what LDAP throws; settings that cannot be read count as missing. */
export async function readResetSettings(session: LdapSession, tree: GluuTree): Promise<ResetSettings> {
  const found = rulesOf(tree);
  const entry = await session.read(tree.oxtrustDn, ['oxTrustConfApplication']);
  const json = readJson(entry?.first('oxTrustConfApplication') ?? '{}');
  const member = (key: string) => (json.ok ? json.members.get(key) : undefined);
  const linkBaseKey = ofForm(tree.form).linkBaseKey;
  const [url, seconds] = [member(linkBaseKey), member('passwordResetRequestExpirationTime')];
  return {
    ...found,
    linkBase: typeof url === 'string' ? url : null,
    linkBaseKey,
    expirationSeconds: seconds === undefined || seconds === null ? undefined : intOf(seconds),
  };
}

/** Reads all a reset mail is made of. Throws AppError `ldap.missing` if there is no such person, and as above. */
export async function readResetFacts(session: LdapSession, tree: GluuTree, personInum: string): Promise<ResetFacts> {
  const settings = await readResetSettings(session, tree);
  const [person, organization, appliance] = await Promise.all([
    readPerson(session, tree, personInum),
    session.read(tree.organizationDn, ['displayName']),
    session.read(tree.configDn, smtpAttributes),
  ]);
  if (!appliance) throw new AppError('ldap.missing', { at: session.at, facts: { dn: tree.configDn } });
  return {
    ...settings,
    person,
    organizationName: organization?.first('displayName') ?? null,
    mail: readServerMail(settings.rules, appliance),
  };
}

async function readPerson(session: LdapSession, tree: GluuTree, inum: string): Promise<ResetPerson> {
  const dn = personDn(tree, inum);
  const entry = await session.read(dn, ['inum', 'uid', 'givenName', 'displayName', 'mail', 'gluuStatus']);
  if (!entry) throw new AppError('ldap.missing', { at: session.at, facts: { dn } });
  return {
    dn,
    inum: entry.first('inum') ?? inum,
    givenName: entry.first('givenName') ?? null,
    displayName: entry.first('displayName') ?? entry.first('uid') ?? inum,
    status: entry.first('gluuStatus') ?? '',
    mails: entry.values('mail'),
  };
}

/** Where a person's entry lies (oxTrust PersonService.getDnForPerson). */
export const personDn = ({ peopleDn }: Pick<GluuTree, 'peopleDn'>, inum: string): string =>
  `inum=${escapeDnValue(inum)},${peopleDn}`;

/** What goes into the mail, with this link. */
export const mailValues = (facts: ResetFacts, link: string): ResetMailValues => ({
  givenName: facts.person.givenName,
  organizationName: facts.organizationName,
  link,
  expirationSeconds: facts.expirationSeconds ?? 0,
});
