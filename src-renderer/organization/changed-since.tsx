import { useEffect } from 'react';
import type { ChangedSince } from '../../src-shared/model/organization';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { Actions, Message } from '../ui/message';
import { Rich } from '../ui/rich';
import { useSay } from '../ui/texts-store';
import { listed, load, organizationOf } from './organization-store';

const LOOK_EVERY_MS = 60_000;

/** Asks the server, when the window gets the focus and once a minute, whether somebody else changed what is shown. */
export function useChangedSince(serverId: ServerId): void {
  useEffect(() => {
    const look = () => void lookAgain(serverId);
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, [serverId]);
}

/** A server that cannot be asked tells nothing: the user asked for nothing either, and Reload says why. */
async function lookAgain(serverId: ServerId): Promise<void> {
  const store = organizationOf(serverId);
  const { view, task, review } = store.getState();
  if (!view || task.kind === 'running' || review.kind !== 'closed' || document.visibilityState === 'hidden') return;
  const result = await invoke('organization.changed', { serverId, snapshotId: view.snapshotId });
  if (!result.ok || store.getState().view !== view) return;
  store.setState({ changed: result.value });
}

/** Who changed what since this console read or saved it. */
export function ChangedNotice({ server, changed }: { server: ServerSummary; changed: ChangedSince }) {
  const say = useSay();
  if (changed.length === 0) return null;
  const saved = organizationOf(server.id).getState().ending?.kind === 'saved';
  return (
    <Message
      tone="warn"
      label={say('organization.changed.label')}
      title={say(saved ? 'organization.changed.sinceSaved' : 'organization.changed.sinceRead')}
    >
      {changed.map(({ labels, by }) => (
        <p key={labels.map(({ id }) => id).join()}>
          {by === undefined ? (
            say(listed(labels))
          ) : (
            <Rich
              message={message('organization.changed.by', { fields: listed(labels), by })}
              tags={{ code: (inside) => <code translate="no">{inside}</code> }}
            />
          )}
        </p>
      ))}
      <Actions>
        <Button onClick={() => void load(server.id)}>{say('word.reload')}</Button>
      </Actions>
    </Message>
  );
}
