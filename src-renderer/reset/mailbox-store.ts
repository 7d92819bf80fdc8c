import { create } from 'zustand';
import type { Failure } from '../../src-shared/model/failure';
import type { MailboxSeen, MailboxTarget, MailboxView } from '../../src-shared/model/mailbox';
import { DEFAULT_IMAP_PORT } from '../../src-shared/model/mailbox';
import type { SecretChange } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { runTask, type Task } from '../state/task';

interface MailboxState {
  view: MailboxView | undefined;
  editing: boolean;
  draft: Omit<MailboxTarget, 'port'> & { port: string };
  password: SecretChange;
  failure: Failure | undefined;
  check: Task<MailboxSeen>;
}

/** The one mailbox in which sent mails are looked for. Its password never comes back here. */
export const useMailbox = create<MailboxState>(() => ({
  view: undefined,
  editing: false,
  draft: { host: '', port: String(DEFAULT_IMAP_PORT), mode: 'tls', user: '' },
  password: { kind: 'replace', value: '' },
  failure: undefined,
  check: { kind: 'idle' },
}));

export async function loadMailbox(): Promise<void> {
  const result = await invoke('mailbox.account', undefined);
  if (!result.ok) return;
  const view = result.value ?? undefined;
  useMailbox.setState({ view });
  if (!view || useMailbox.getState().editing) return;
  const { pin: _, ...account } = view.account;
  useMailbox.setState({ draft: { ...account, port: String(account.port) }, password: { kind: 'keep' } });
}

const draftNow = (): MailboxTarget => {
  const { draft } = useMailbox.getState();
  return { ...draft, port: Number(draft.port) };
};

/** Saves the mailbox, and looks whether it can be logged in to. */
export async function saveMailbox(): Promise<void> {
  const { password } = useMailbox.getState();
  const unchanged: SecretChange = password.kind === 'replace' && password.value === '' ? { kind: 'keep' } : password;
  const result = await invoke('mailbox.save', { draft: draftNow(), password: unchanged });
  if (!result.ok) {
    useMailbox.setState({ failure: result.failure });
    return;
  }
  useMailbox.setState({ failure: undefined, view: result.value, password: { kind: 'keep' } });
  await checkMailbox();
}

async function checkMailbox(): Promise<void> {
  await runTask(
    'mailbox.check',
    { draft: draftNow(), password: { kind: 'stored' } },
    {
      label: message('mailbox.task.check'),
      serverName: draftNow().host,
      endText: (seen) => message(seen ? 'mailbox.end.read' : 'mailbox.end.notRead'),
    },
    (check) => useMailbox.setState({ check }),
  );
}

/** Trusts the certificate the mailbox server just showed, for this mailbox alone. */
export async function trustMailbox(sha256: string): Promise<void> {
  const { host, port } = draftNow();
  const result = await invoke('mailbox.trust', { host, port, sha256 });
  if (result.ok) await checkMailbox();
}

export async function forgetMailbox(): Promise<void> {
  await invoke('mailbox.forget', undefined);
  useMailbox.setState({ view: undefined, password: { kind: 'replace', value: '' }, check: { kind: 'idle' } });
}
