import type { MailboxTarget } from '../../src-shared/model/mailbox';
import { portsToScan } from '../../src-shared/model/probe';
import type { Route } from '../../src-shared/model/route';
import type { ServerProfile } from '../../src-shared/model/server';
import { type Vantage, vantages } from '../../src-shared/model/work';
import { message } from '../../src-shared/texts/message';
import type { SettingsFile } from '../files/settings';
import { allowCurrent } from '../guard/ask-once';
import { addressLines, changeLines } from '../guard/box-lines';
import type { ClearLogin, ClearText } from '../guard/clear-text';
import type { BoxLine } from '../guard/confirm';
import type { MailGuard } from '../guard/mail-guard';
import type { Places } from '../guard/places';
import { requireWriting } from '../guard/require-writing';
import { holdTo, type WriteAction, type WriteConsent } from '../guard/write-consent';
import type { MailboxStore } from '../mailbox/mailbox-store';
import type { UpdatePlans } from '../organization/plans';
import type { KnownServers } from '../registry/known-servers';
import type { RunLog } from '../reset/run-log';
import type { RealHop } from '../ssh/route-plan';
import type { SshRoutes } from '../ssh/ssh-routes';
import type { CoreHandlers, Work } from '../work/work';
import { asShown } from './as-shown';
import type { CallAsking } from './call-table';
import { guardSettings } from './guarded-settings';
import type { ProfileGuard } from './profile-guard';
import { shownRequests } from './shown-requests';

interface Needs {
  servers: KnownServers;
  plans: Pick<UpdatePlans, 'get'>;
  runs: Pick<RunLog, 'get'>;
  mailbox: Pick<MailboxStore, 'read'>;
  places: Places;
  clearText: ClearText;
  mails: MailGuard;
  consent: WriteConsent;
  profileGuard: ProfileGuard;
  settings: Pick<SettingsFile, 'read'>;
  /** Over which SSH hosts a route leads now. */
  wayOf: SshRoutes['way'];
}

/**
 * The calls of the window behind their guards: what connects to a new place, sends a password readable or a mail to a new
 * recipient, writes to a server or weakens a guard is first confirmed outside the window. Every other call is handed
 * through. What a call finds out only on its way, such as the relay of a reset mail, asks `places` by itself.
 */
export function guardCalls(handlers: CoreHandlers, needs: Needs): CoreHandlers {
  const calls = { ...handlers, ...guardSettings(handlers, needs) };
  return { ...calls, ...guardMail(calls, needs), ...guardWrites(calls, needs) };
}

const vantagesOf = (vantage: Vantage | 'both'): readonly Vantage[] => (vantage === 'both' ? vantages : [vantage]);
const routeFrom = (vantage: Vantage, { route }: ServerProfile): Route =>
  vantage === 'server' ? route : { kind: 'direct' };

/** What is asked about where no mailbox is set up any longer. */
const NO_MAILBOX: MailboxTarget = { host: 'localhost', port: 0, mode: 'tls', user: '' };
const mailboxPlace = ({ host, port }: MailboxTarget) => ({
  ...{ host, ports: [port] },
  why: message('box.why.mailbox'),
});
const mailboxLogin = ({ host, port, mode, user }: MailboxTarget): ClearLogin => ({
  ...{ protocol: 'imap', host, port, user },
  ways: mode === 'none' ? [[]] : [],
});

function guardMail(calls: CoreHandlers, { servers, mailbox, places, clearText, mails, wayOf }: Needs) {
  return {
    async 'smtp.test'(test, work) {
      const profile = servers.get(test.serverId);
      const why = message(test.until === 'send' ? 'box.why.testMail' : 'box.why.mailServer');
      const { host, port, login } = test;
      const ways: (readonly RealHop[])[] = [];
      for (const vantage of vantagesOf(test.vantage)) {
        const route = () => routeFrom(vantage, servers.get(test.serverId));
        const question = async () => {
          const way = await wayOf(route(), work);
          return { host, ports: [port], why, server: profile.name, way };
        };
        await allowCurrent(places, question, work);
        ways.push((await question()).way);
      }
      const inClear = login && test.until !== 'connect' && test.security === 'none';
      const user = login?.userName ?? '';
      await clearText.allow(
        { protocol: 'smtp', host, port, user, server: profile.name, ways: inClear ? ways : [] },
        work,
      );
      if (test.until === 'send') {
        const { recipient: to, fromEmail: from, fromName } = test;
        await mails.allow({ profile, why, to, from, fromName, host, port, way: ways.at(-1) ?? [] }, work);
      } else if (test.until !== 'connect') mails.probe({ host, port, ways });
      return calls['smtp.test'](test, work);
    },
    async 'smtp.scan'(input, work) {
      const question = async () => {
        const profile = servers.get(input.serverId);
        const why = message('box.why.scan');
        const way = await wayOf(routeFrom(input.vantage, profile), work);
        return { host: input.host, ports: [...portsToScan(input.port)], why, server: profile.name, way };
      };
      await allowCurrent(places, question, work);
      return calls['smtp.scan'](input, work);
    },
    async 'mailbox.check'(input, work) {
      await places.allow(mailboxPlace(input.draft), work);
      await clearText.allow(mailboxLogin(input.draft), work);
      return calls['mailbox.check'](input, work);
    },
    async 'mailbox.wait'(input, work) {
      // Together, for behind the box of one of them the account may be led where the other has not been asked.
      const both = {
        async allow(account: MailboxTarget, own: Pick<Work, 'signal'>) {
          await places.allow(mailboxPlace(account), own);
          await clearText.allow(mailboxLogin(account), own);
        },
        isAllowed: (account: MailboxTarget) =>
          places.isAllowed(mailboxPlace(account)) && clearText.isAllowed(mailboxLogin(account)),
      };
      if (mailbox.read()) await allowCurrent(both, () => mailbox.read() ?? NO_MAILBOX, work);
      return calls['mailbox.wait'](input, work);
    },
  } satisfies Partial<CoreHandlers>;
}

/** What is asked about a plan, by what was planned. */
const planned = { Update: 'update', Rollback: 'rollback' } as const;

function guardWrites(calls: CoreHandlers, { servers, plans, runs, consent, mails }: Needs) {
  /** Tells what the handler would refuse before anybody is asked. */
  const ask = async (
    serverId: ServerProfile['id'],
    intended: {
      action: WriteAction;
      lines: readonly BoxLine[];
      typedName?: string | undefined;
      named?: boolean;
      /** The address in `lines` that may be mailed then. */
      mail?: string;
    },
    work: Work,
  ) => {
    let seen = false;
    const asked = await asShown(
      () => servers.get(serverId),
      async (profile) => {
        requireWriting(profile, intended.named === false ? profile.name : intended.typedName);
        seen = await consent.ask({ profile, action: intended.action, lines: intended.lines }, work);
      },
    );
    holdTo(work, asked);
    if (seen && intended.mail) mails.shown(asked, intended.mail);
  };

  const requests = shownRequests();

  return {
    async 'reset.pending'(input, work) {
      const view = await calls['reset.pending'](input, work);
      requests.note(input.serverId, view);
      return view;
    },
    async 'organization.update'(input, work) {
      const { serverId, action, rows } = plans.get(input.planId);
      const lines = rows.flatMap(({ label, before, after }) => changeLines(label, before, after));
      await ask(serverId, { action: planned[action], lines, typedName: input.typedName }, work);
      return calls['organization.update'](input, work);
    },
    async 'users.createTest'(input, work) {
      const lines = [
        { row: message('box.write.name', { text: `${input.givenName} ${input.sn}` }) },
        ...addressLines('box.write.mail', input.mail),
      ];
      const { serverId, mail, typedName } = input;
      await ask(serverId, { action: 'createTest', lines, typedName, mail }, work);
      return calls['users.createTest'](input, work);
    },
    async 'users.removeTest'(input, work) {
      await ask(
        input.serverId,
        {
          action: 'removeTest',
          lines: [{ row: message('box.write.entry', { text: input.dn }) }],
          typedName: input.typedName,
        },
        work,
      );
      return calls['users.removeTest'](input, work);
    },
    async 'reset.request'(input, work) {
      const to = addressLines('box.write.linkTo', input.to);
      const lines = [{ row: message('box.write.person', { text: input.personInum }) }, ...to];
      const { serverId, to: mail, typedName } = input;
      await ask(serverId, { action: 'request', lines, typedName, mail }, work);
      return calls['reset.request'](input, work);
    },
    async 'reset.withdraw'(input, work) {
      const { person, to } = runs.get(input.serverId, input.runId);
      const lines = [
        { row: message('box.write.person', { text: person.name }) },
        ...addressLines('box.write.mailWent', to),
      ];
      await ask(input.serverId, { action: 'withdraw', lines, named: false }, work);
      return calls['reset.withdraw'](input, work);
    },
    async 'reset.purge'(input, work) {
      const { serverId, which, typedName } = input;
      const lines =
        which.kind === 'one' ? requests.linesOf(serverId, which.requestId) : [message('box.write.allExpired')];
      await ask(serverId, { action: 'purge', lines, typedName }, work);
      const outcome = await calls['reset.purge'](input, work);
      if (outcome.pending) requests.note(serverId, outcome.pending);
      return outcome;
    },
  } satisfies Pick<CoreHandlers, CallAsking<'write'> | 'reset.pending'>;
}
