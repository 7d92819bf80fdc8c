import type { CallName } from '../../src-shared/contract/contract';

/**
 * What is asked outside the window: `place` before a place is connected to that was not confirmed yet, `clearText` before a
 * password goes over a connection without encryption, `mail` before a mail goes to an address that was not confirmed yet,
 * `write` before a server is written to, `weakening` before a guard is taken away or a certificate or host key is trusted;
 * `file`: the system's file dialog; `press`: unless the user pressed something.
 */
export type Asked = 'place' | 'clearText' | 'mail' | 'write' | 'weakening' | 'file' | 'press';
export type CallGuard = { asks: readonly Asked[]; why: string } | { harmless: string };

const READS = 'Reads a server.';
const WRITES = 'Writes to a server. The place is asked about too, because it may have been moved.';
const OWN_LIST = 'How the list is shown: nothing is connected to, and no guard depends on it.';
const KEPT = 'Reads what is stored on this computer, without secrets.';
const DEMO = 'The demo fleet lives in the core, on loopback, and goes with it.';

/**
 * What a script of the window can do with each call: whether somebody is asked first, or why it is harmless without. A call that
 * is missing here does not compile; test/security/ipc-call-table.test.ts sees to it that what is said here is so.
 */
export const callTable = {
  'app.state': { harmless: KEPT },
  'app.firstView': { harmless: KEPT },
  'app.licences': { harmless: 'Lists the licences of what the app contains.' },
  'app.zoom': { harmless: 'The size of what is shown, within bounds.' },
  'app.dismiss': { harmless: 'A window need not show a notice in the first place.' },
  'app.setTheme': { harmless: 'The theme.' },
  'app.setTexts': { harmless: 'The language, also of the boxes outside the window, and how times are written.' },
  'app.setAutoLock': { asks: ['weakening'], why: 'Where it locks later or less often. Sooner or more often is free.' },
  'app.lock': { harmless: 'Locking takes nothing away that unlocking does not give back.' },
  'app.blanked': { harmless: 'Answered only by the lock, which then ends the page.' },
  'app.unlock': { harmless: 'Answered only to the page after the locked one; the keychain asks for its own password.' },
  'app.keepWork': { harmless: 'The window’s own drafts, without secrets and in memory.' },
  'app.takeWork': {
    harmless: 'The drafts of the window before it, without secrets; after a lock nothing is left of them.',
  },
  'app.copy': { asks: ['press'], why: 'A text on the clipboard is pasted somewhere.' },
  'app.saveText': { asks: ['file'], why: 'Writes a file of this computer. The window names no folder.' },
  'keychain.retry': { harmless: 'The keychain of this computer asks for its own password.' },

  'server.list': { harmless: KEPT },
  'server.save': {
    asks: ['weakening', 'place'],
    why: 'Where it takes a guard from a host, and to prove a salt. Else it is the list; a stored secret that it replaces or clears has to be typed again.',
  },
  'server.remove': { asks: ['weakening'], why: 'Its guards and secrets go, and what a rollback needs.' },
  'server.setReadOnly': { asks: ['weakening'], why: 'Where it allows writing. Setting it is free.' },
  'server.check': { asks: ['place'], why: READS },
  'server.trust': { asks: ['weakening'], why: 'Trusts a certificate.' },
  'server.order': { harmless: OWN_LIST },
  'server.favourite': { harmless: OWN_LIST },
  'server.opened': { harmless: OWN_LIST },

  'ssh.hosts': { harmless: 'Names the hosts, users and key files of ~/.ssh/config; it reads no key.' },
  'ssh.chooseKey': { asks: ['file'], why: 'The window may name only key files that main offered.' },
  'ssh.trust': { asks: ['weakening'], why: 'Trusts a host key.' },
  'ssh.answer': { harmless: 'Answers a question of an SSH server at a confirmed place; the answer is kept nowhere.' },

  'health.view': { harmless: KEPT },
  'health.check': { asks: ['place'], why: 'Reads servers, each as server.check does.' },
  'health.pause': { harmless: 'The checks in the background guard nothing, and go only where the user went before.' },
  'health.collapse': { harmless: OWN_LIST },

  'profiles.prepareExport': { harmless: 'Stays in the core until profiles.export asks where to.' },
  'profiles.export': { asks: ['file'], why: 'The dialog’s title says whether secrets are in the file.' },
  'profiles.open': { asks: ['file'], why: 'Reads a file of this computer.' },
  'profiles.unseal': { harmless: 'Its secrets stay in the core, and go nowhere before profiles.import.' },
  'profiles.import': {
    asks: ['weakening'],
    why: 'What its file trusts and allows, and what it takes from a host. Else as server.save.',
  },
  'profiles.forget': { harmless: 'Drops what was prepared or opened, in memory.' },

  'discovery.find': { asks: ['place'], why: 'Connects by SSH and reads a fixed list of files there.' },
  'discovery.paste': {
    harmless: 'What is pasted stays in the core; a certificate in it is asked about by discovery.keep.',
  },
  'discovery.open': { asks: ['file'], why: 'Reads a file of this computer.' },
  'discovery.keep': {
    asks: ['weakening', 'place'],
    why: 'Trusts a certificate that the window brought; else as server.save.',
  },
  'discovery.forget': { harmless: 'Drops what was found, in memory.' },

  'organization.load': { asks: ['place'], why: READS },
  'organization.changed': { asks: ['place'], why: READS },
  'organization.plan': {
    harmless: 'Compares with what was read, in memory. What it plans is written by organization.update only.',
  },
  'organization.update': { asks: ['write', 'place'], why: WRITES },

  'smtp.test': {
    asks: ['place', 'clearText', 'mail'],
    why: 'Talks to a mail server, and may send a mail. Logins and recipients are tried ten times a minute at most.',
  },
  'smtp.scan': { asks: ['place'], why: 'Talks to a mail server.' },
  'smtp.tests': { harmless: KEPT },
  'smtp.trust': { asks: ['weakening'], why: 'Trusts a certificate.' },

  'readiness.check': { asks: ['place'], why: READS },

  'users.search': { asks: ['place'], why: READS },
  'users.person': { asks: ['place'], why: READS },
  'users.pick': { asks: ['place'], why: READS },
  'users.duplicates': { asks: ['place'], why: READS },
  'users.createTest': { asks: ['write', 'place'], why: WRITES },
  'users.loginTest': { asks: ['place'], why: 'Logs in as a test user, never as anybody else.' },
  'users.removeTest': { asks: ['write', 'place'], why: WRITES },
  'users.leftovers': { asks: ['place'], why: READS },

  'reset.preview': { asks: ['place'], why: READS },
  'reset.rehearse': {
    asks: ['place'],
    why: 'Sends a mail marked as a test, by the relay of the server. Once that was read, it is asked about, and so is the recipient.',
  },
  'reset.request': { asks: ['write', 'place'], why: WRITES },
  'reset.withdraw': { asks: ['write', 'place'], why: WRITES },
  'reset.arrived': { harmless: 'Notes in the list of earlier tests what the user saw of a mail.' },
  'reset.pending': { asks: ['place'], why: READS },
  'reset.purge': { asks: ['write', 'place'], why: WRITES },
  'reset.runs': { harmless: KEPT },

  'mailbox.account': { harmless: KEPT },
  'mailbox.save': {
    harmless: 'The place is asked about when it is connected to; a password goes to the place it was typed for.',
  },
  'mailbox.forget': { harmless: 'One account, for tests: it is typed again.' },
  'mailbox.check': { asks: ['place', 'clearText'], why: 'Logs in to a mailbox.' },
  'mailbox.trust': { asks: ['weakening'], why: 'Trusts a certificate.' },
  'mailbox.wait': { asks: ['place', 'clearText'], why: 'Logs in to a mailbox, and looks for one message.' },

  'history.find': { harmless: KEPT },
  'history.chain': { harmless: KEPT },
  'history.export': { asks: ['file'], why: 'Writes a file of this computer.' },
  'history.rollback': {
    asks: ['place'],
    why: 'Reads a server and plans; what it plans is written by organization.update only.',
  },
  'history.verify': {
    harmless: 'Reads a server that was written to, and only at a confirmed place: nobody is asked for it.',
  },

  'demo.start': { harmless: DEMO },
  'demo.restart': { harmless: DEMO },
  'demo.stop': { harmless: DEMO },
  'demo.inbox': { harmless: DEMO },
  'demo.message': { harmless: DEMO },
} as const satisfies Record<CallName, CallGuard>;

/** The calls before which somebody may be asked so. */
export type CallAsking<A extends Asked> = {
  [N in CallName]: (typeof callTable)[N] extends { asks: readonly (infer Has)[] }
    ? A & Has extends never
      ? never
      : N
    : never;
}[CallName];
export type AskingCall = CallAsking<Asked>;
export type HarmlessCall = Exclude<CallName, AskingCall>;
