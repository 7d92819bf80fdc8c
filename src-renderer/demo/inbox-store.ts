import { create } from 'zustand';
import type { DemoMessage, DemoMessageHead } from '../../src-shared/model/app';
import { invoke } from '../state/ipc';

interface InboxStore {
  heads: DemoMessageHead[];
  open: DemoMessage | undefined;
  unread: number;
  arrived(head: DemoMessageHead): void;
}

/** The demo mail server's inbox as the window shows it. */
export const useInbox = create<InboxStore>((set) => ({
  heads: [],
  open: undefined,
  unread: 0,
  arrived: (head) => set(({ heads, unread }) => ({ heads: [head, ...heads], unread: unread + 1 })),
}));

export async function loadInbox(): Promise<void> {
  const result = await invoke('demo.inbox', undefined);
  if (result.ok) useInbox.setState({ heads: result.value, unread: 0 });
}

export async function openMessage(messageId: string): Promise<void> {
  const result = await invoke('demo.message', { messageId });
  useInbox.setState({ open: result.ok ? result.value : undefined, unread: 0 });
}
