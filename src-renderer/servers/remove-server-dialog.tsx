import { useState } from 'react';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { closeFront, useApp } from '../state/app-store';
import { invoke } from '../state/ipc';
import { loadServers, useServer } from '../state/servers-store';
import { forgetEnded } from '../state/task';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { FailureNotice } from '../ui/failure-notice';
import { useSay } from '../ui/texts-store';

/** Asks before a server leaves the list. The Gluu Server itself is not touched. */
export function RemoveServerDialog({ serverId }: { serverId: ServerId }) {
  const say = useSay();
  const listed = useServer(serverId);
  // It leaves the list before the call ends: until then the dialog stays in front, and keys are its own.
  const [server] = useState(listed);
  const [failure, setFailure] = useState<Failure>();
  if (!server) return null;

  async function remove({ name }: ServerSummary) {
    const result = await invoke('server.remove', { serverId });
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    await loadServers();
    forgetEnded(name);
    useApp.setState({ view: { kind: 'start' } });
    closeFront();
  }

  return (
    <Dialog
      title={say('servers.remove.title', { name: server.name })}
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      onClose={closeFront}
      actions={
        <>
          <Button onClick={closeFront} keys="Esc">
            {say('word.cancel')}
          </Button>
          <Button look="main" onClick={() => void remove(server)}>
            {say('servers.remove.yes', { name: server.name })}
          </Button>
        </>
      }
    >
      <p>{say('servers.remove.explanation')}</p>
      {failure ? <FailureNotice failure={failure} /> : null}
    </Dialog>
  );
}
