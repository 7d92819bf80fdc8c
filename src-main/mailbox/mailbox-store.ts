import * as z from '../../src-shared/base/zod';
import { MailboxAccount, type MailboxTarget } from '../../src-shared/model/mailbox';
import type { Pin } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { type FileState, openVersionedFile } from '../files/versioned-file';

const MailboxFile = z.object({ account: MailboxAccount.exactOptional() });

/** The one mailbox account, in a file of its own. Its password is not in it. Writes throw `file.unwritable`, `file.newer`. */
export interface MailboxStore {
  /** How the file was found at start. */
  readonly state: FileState;
  read(): MailboxAccount | undefined;
  /** A changed host, port or mode drops the pin: it was for the other place. */
  save(draft: MailboxTarget): Promise<MailboxAccount>;
  /** Only if the account still is at that place. Throws AppError `mailbox.none`, and `write.changed` otherwise. */
  pin(pin: Pin, at: Pick<MailboxAccount, 'host' | 'port'>): Promise<void>;
  forget(): Promise<void>;
}

/** The first form kept whether the password may go readable, which is now asked for each session. */
function withoutConsent(old: unknown): unknown {
  const { account } = old as { account?: object };
  if (!account) return old;
  const { clearTextConsent: _, ...rest } = account as { clearTextConsent?: unknown };
  return { account: rest };
}

/** Opens the file at `path`. */
export function openMailboxStore(path: string): MailboxStore {
  const file = openVersionedFile({
    path,
    version: 2,
    schema: MailboxFile,
    initial: {},
    upgrades: { 1: withoutConsent },
  });
  const read = () => file.read().account;
  return {
    state: file.state,
    read,
    async save(draft) {
      const old = read();
      const samePlace = old && old.host === draft.host && old.port === draft.port && old.mode === draft.mode;
      const account: MailboxAccount = { ...draft, ...(samePlace && old.pin ? { pin: old.pin } : {}) };
      await file.write({ account });
      return account;
    },
    async pin(pin, at) {
      await file.write(({ account }) => {
        if (!account) throw new AppError('mailbox.none');
        if (account.host !== at.host || account.port !== at.port) throw new AppError('write.changed');
        return { account: { ...account, pin } };
      });
    },
    forget: () => file.write({}),
  };
}
