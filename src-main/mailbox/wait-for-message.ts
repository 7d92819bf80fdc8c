import { setTimeout as pause } from 'node:timers/promises';
import { roughDuration } from '../../src-shared/base/duration';
import { readMailHeaders } from '../../src-shared/mail/mail-headers';
import type { FoundMessage, MailboxFinding, MailboxFolder, MailboxSeen } from '../../src-shared/model/mailbox';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from '../net/deadline';
import type { Work } from '../work/work';
import type { ImapClient, Sighted } from './imap-client';
import { type MailboxLimits, type MailboxLogin, mailboxLimits, type OpenMailbox, withMailbox } from './mailbox-session';

/** A server that tells of a new message without end must not keep us busy. */
const MIN_PAUSE = 250;
const checkSteps = ['Name', 'Connect', 'TLS', 'Login', 'Folders'];

export interface WaitRequest extends MailboxLogin {
  /** See MessageToken. */
  token: string;
  /** When the message was sent. */
  since: Date;
  /** How long to wait for it; 0 for one look. */
  limitMs: number;
}

/**
 * Logs in to a mailbox, finds the folders that would be looked into, and leaves (stages Name, Connect, TLS, Login,
 * Folders). Throws AppError `imap.*`, `net.*` or `tls.*` with stage and address; ends at once when the work is cancelled.
 */
export function checkMailbox(login: MailboxLogin, work: Work, limits = mailboxLimits): Promise<MailboxSeen> {
  work.plan(checkSteps);
  return withMailbox(login, work, limits, async (mailbox) => {
    const folders = await findFolders(mailbox, work, limits);
    return { folders: folders.map(shownFolder) };
  });
}

/**
 * Waits in a mailbox for a message with a token: in the inbox, the folder for spam, and those for what was put away. Looks
 * at once, then whenever the server tells of a new message, and every few seconds. Gives `notYet` when `limitMs` have
 * passed; the last look may end a little later. Marks nothing as read and deletes nothing. Throws as `checkMailbox`.
 */
export function waitForMessage(request: WaitRequest, work: Work, limits = mailboxLimits): Promise<MailboxFinding> {
  work.plan([...checkSteps, 'Waiting']);
  return withMailbox(request, work, limits, async (mailbox) => {
    const folders = await findFolders(mailbox, work, limits);
    return work.step('Waiting', async (note) => {
      const found = await search({ ...mailbox, request, work, limits, folders, note });
      note(
        found.kind === 'found'
          ? message('mailbox.step.found', { folder: found.folder.path })
          : message('mailbox.step.notYet'),
        found.kind === 'notYet',
      );
      return found;
    });
  });
}

function findFolders({ client, at }: OpenMailbox, work: Work, { lookMs }: MailboxLimits): Promise<MailboxFolder[]> {
  return work.step('Folders', async (note) => {
    const folders = await withDeadline(
      lookMs,
      work.signal,
      () => client.folders(),
      () => tooSlow(at),
    );
    const names = { list: folders.map(({ path }) => safeText(path)), as: 'plain' } as const;
    const hasJunk = folders.some(({ kind }) => kind === 'junk');
    note(message(hasJunk ? 'mailbox.step.folders' : 'mailbox.step.noJunk', { folders: names }), !hasJunk);
    return folders;
  });
}

const tooSlow = (at: string) => new AppError('imap.noReply', { at });
const shownFolder = ({ kind, path }: MailboxFolder): MailboxFolder => ({ kind, path: safeText(path) });

interface Search {
  client: ImapClient;
  at: string;
  request: WaitRequest;
  work: Work;
  limits: MailboxLimits;
  folders: MailboxFolder[];
  note(text: Message, warned?: boolean): void;
}

async function search(run: Search): Promise<MailboxFinding> {
  const { client, at, request, work, limits, note } = run;
  const began = performance.now();
  const waited = () => Math.round(performance.now() - began);
  let { folders } = run;
  for (let looks = 1; ; looks += 1) {
    const look = () => lookInto(folders, run);
    const { found, open } = await withDeadline(limits.lookMs, work.signal, look, () => tooSlow(at));
    if (found) return foundMessage(found.folder, found.sighted, request, looks === 1);
    folders = open;
    const left = request.limitMs - waited();
    if (left <= 0) return { kind: 'notYet', waitedMs: waited(), folders: folders.map(shownFolder) };
    note(message('mailbox.step.notAfter', { duration: roughDuration(waited()) }));
    await client.watch(Math.min(left, limits.pollMs), work.signal);
    await pause(MIN_PAUSE, undefined, { signal: work.signal });
  }
}

interface Look {
  found?: { folder: MailboxFolder; sighted: Sighted };
  /** The folders that can be opened. */
  open: MailboxFolder[];
}

/**
 * The inbox first: where a server has a folder of all mail, the message lies in both. The inbox again at last, so that the
 * server tells of what comes into it.
 */
async function lookInto(folders: readonly MailboxFolder[], { client, request, note }: Search): Promise<Look> {
  const open: MailboxFolder[] = [];
  for (const folder of folders.length > 1 ? [...folders, ...folders.slice(0, 1)] : folders) {
    try {
      const sighted = await client.find(folder.path, request.token, request.since);
      if (sighted) return { found: { folder, sighted }, open };
      if (!open.includes(folder)) open.push(folder);
    } catch (error) {
      // A folder that may be listed and not opened hides nothing from the others; without the inbox all is in vain.
      const refused = error instanceof AppError && error.code === 'imap.refused' && folder.kind !== 'inbox';
      if (!refused) throw error;
      note(message('mailbox.step.notOpened', { folder: safeText(folder.path) }), true);
    }
  }
  return { open };
}

function foundMessage(folder: MailboxFolder, sighted: Sighted, request: WaitRequest, first: boolean): FoundMessage {
  return {
    kind: 'found',
    folder: shownFolder(folder),
    afterMs: Math.max(0, Date.now() - request.since.getTime()),
    atFirstLook: first,
    ...(sighted.receivedAt ? { receivedAt: sighted.receivedAt.toISOString() } : {}),
    headers: readMailHeaders(sighted.header),
  };
}
