import { ofForm } from '../../src-shared/gluu/tree-versions';
import { readinessSteps } from '../../src-shared/model/readiness';
import type { LinkCheck, PeopleSeen, ReadinessFacts, RequestsSeen } from '../../src-shared/readiness/readiness-facts';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { later } from '../base/later';
import { safeText } from '../base/safe-text';
import type { GluuTree, Where } from '../gluu-ldap/discover';
import { smtpAttributes } from '../gluu-ldap/smtp-stores';
import { judgePassword } from '../gluu-ldap/stored-password';
import type { LdapEntry } from '../ldap/ldap-entry';
import { filter, type LdapSession } from '../ldap/ldap-session';
import type { HttpLimits } from '../net/http-get';
import { type HeldSalt, stateOf } from '../reach/known-salt';
import type { Reached, ReadTogether } from '../reach/reach';
import type { Work } from '../work/work';
import { checkLink } from './check-link';
import { countPeople, type PeopleLimits } from './count-people';
import { orFailure } from './or-failure';
import { oxtrustReset } from './oxtrust-reset';
import { smtpSeen } from './smtp-seen';

export interface ReadinessLimits {
  link?: HttpLimits;
  people?: PeopleLimits;
}

/** What the chain is judged by and the tree does not hold. */
export interface ReadinessContext extends Pick<ReadinessFacts, 'profileHost' | 'overSsh' | 'mailTested' | 'jvm'> {
  /** Absent if none is known here. */
  held?: HeldSalt | undefined;
  /** Throws AppError `place.*` where the user does not want this console to connect there. */
  mayOpen(url: URL): Promise<void>;
  limits?: ReadinessLimits;
}

const MAX_REQUESTS = 500;

/** What is read of a tree in one piece with finding it, each with what it may fail with. */
export interface SettingsFound {
  appliance: Promise<LdapEntry | undefined>;
  oxtrust: Promise<LdapEntry | undefined>;
  requests: Promise<RequestsSeen>;
}

/** Reads the appliance entry, oxTrust's own configuration and the pending requests. Never throws. */
export const readSettingsOf: ReadTogether<SettingsFound> = async (session, tree) => {
  const found: SettingsFound = {
    appliance: later(session.read(tree.configDn, ['passwordResetAllowed', ...smtpAttributes])),
    oxtrust: later(session.read(tree.oxtrustDn, ['oxTrustConfApplication'])),
    requests: later(readRequests(session, tree)),
  };
  await Promise.allSettled(Object.values(found));
  return found;
};

/**
 * Finds what the readiness chain needs: the settings, as `found`, then side by side the page behind the links and a count of the
 * people. What cannot be read of all but the appliance entry and oxTrust's configuration is part of the facts. Throws AppError
 * `ldap.missing` without an appliance entry, the failure of reading those two, and `work.cancelled`.
 */
export async function readReadinessFacts(
  { session, tree }: Pick<Reached, 'session' | 'tree'>,
  found: Promise<SettingsFound>,
  context: ReadinessContext,
  work: Work,
): Promise<ReadinessFacts> {
  work.plan(readinessSteps);
  const { held, mayOpen, limits = {}, ...known } = context;
  const settings = await work.step('Settings', async () => settingsIn(await found, { session, tree }, held));
  const linkBase = settings.oxtrust.kind === 'read' ? settings.oxtrust.reset.linkBase : undefined;
  const [link, people] = await Promise.all([
    linkBase === undefined ? skipLink(work, tree) : lookAtLink(linkBase, mayOpen, work, limits.link),
    lookAtPeople(session, tree, work, limits.people),
  ]);
  return {
    ...known,
    ...settings,
    checkedAt: new Date().toISOString(),
    version: tree.version,
    ...(link ? { link } : {}),
    people,
  };
}

async function settingsIn(
  found: SettingsFound,
  { session, tree }: Pick<Reached, 'session' | 'tree'>,
  held: HeldSalt | undefined,
) {
  const appliance = await found.appliance;
  if (!appliance) throw new AppError('ldap.missing', { at: session.at, facts: { dn: tree.configDn } });
  return {
    resetAllowed: appliance.values('passwordResetAllowed').map(safeText),
    smtp: smtpSeen(appliance, (stored) => judgePassword(stored, held, tree.version)),
    salt: stateOf(held),
    oxtrust: oxtrustReset((await found.oxtrust)?.first('oxTrustConfApplication'), ofForm(tree.form).linkBaseKey),
    requests: await found.requests,
  };
}

/** The DNs of requests hold what the links are made of, so only their number is kept. */
async function readRequests(session: LdapSession, tree: Where): Promise<RequestsSeen> {
  const isRequest = filter.equals('objectClass', 'gluuPasswordResetRequest');
  const found = await orFailure(() => session.children(tree.requestsDn, isRequest, ['exp', 'del'], MAX_REQUESTS));
  if (!('failure' in found)) {
    const { entries, more } = found.value;
    const unending = entries.filter(
      (entry) => !entry.first('exp') || entry.first('del')?.toUpperCase() !== 'TRUE',
    ).length;
    return { kind: 'present', count: entries.length, more, unending };
  }
  const { failure } = found;
  return failure.code === 'ldap.missing' ? { kind: 'absent' } : { kind: 'unread', failure };
}

async function skipLink(work: Work, { form }: Where): Promise<undefined> {
  work.skip('Link', message('readiness.step.noLinkBase', { key: ofForm(form).linkBaseKey }));
}

const lookAtLink = (
  linkBase: string,
  mayOpen: ReadinessContext['mayOpen'],
  work: Work,
  limits: HttpLimits | undefined,
): Promise<LinkCheck> =>
  work.step('Link', async (note) => {
    const link = await checkLink(linkBase, work.signal, limits, mayOpen);
    const page = link.kind === 'asked' ? link.seen.page : undefined;
    note(
      page?.kind === 'answer'
        ? message('readiness.step.answers', { status: page.status })
        : message('readiness.step.noAnswer'),
      page?.kind !== 'answer' || page.status !== 200,
    );
    return link;
  });

const lookAtPeople = (
  session: LdapSession,
  { peopleDn }: GluuTree,
  work: Work,
  limits: PeopleLimits | undefined,
): Promise<PeopleSeen> =>
  work.step('People', async (note) => {
    const found = await orFailure(() => countPeople(session, peopleDn, limits));
    if ('failure' in found) {
      note(message('readiness.step.uncounted'), true);
      return { kind: 'unread', failure: found.failure };
    }
    note(message('readiness.step.counted', { n: found.value.people }), found.value.stopped !== undefined);
    return found.value;
  });
