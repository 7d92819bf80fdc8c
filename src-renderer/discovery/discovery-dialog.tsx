import { useEffect, useRef, useState } from 'react';
import { counted } from '../../src-shared/base/counted';
import type { DiscoveryFinding } from '../../src-shared/model/discovery';
import { showServer } from '../state/app-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { useFocusOnError } from '../ui/focus-first-error';
import { Elapsed } from '../ui/step-list';
import { AccessPart } from './access-part';
import { addServer, findInstallation, leaveDiscovery, useDiscovery } from './discovery-store';
import { FoundTable } from './found-table';
import { MissingList } from './missing-list';
import { NewServerPart } from './new-server-part';
import { PastePart } from './paste-part';

/** Finds out over SSH, or from Gluu's own files, what is needed to add a Gluu Server, and adds it. */
export function DiscoveryDialog() {
  const { task, finding, failure, savedId, tries } = useDiscovery();
  useFocusOnError(tries);
  const [leaving, setLeaving] = useState(false);
  const running = task.kind === 'running' ? task : undefined;
  const typed = useTyped();
  const result = useRef<HTMLDivElement>(null);
  // The button that started it is gone: the reading goes on at what came of it.
  useEffect(() => {
    if (task.kind === 'done' || task.kind === 'failed') result.current?.focus();
  }, [task.kind]);
  const leave = () => (typed || running ? setLeaving(true) : leaveDiscovery());

  return (
    <Dialog
      title="Find a Gluu Server"
      width="wide"
      onClose={leave}
      actions={
        leaving ? (
          <>
            <b className="grow">Discard what you typed and what was found?</b>
            <Button onClick={leaveDiscovery}>Discard</Button>
            <Button look="main" onClick={() => setLeaving(false)} autoFocus>
              Keep editing
            </Button>
          </>
        ) : running ? (
          <>
            <span className="running-line">
              <Elapsed since={running.startedAt} />
            </span>
            <Button onClick={running.cancel} autoFocus>
              Cancel
            </Button>
          </>
        ) : savedId ? (
          <Button look="main" onClick={() => showServer(savedId, 'overview')}>
            Show the server
          </Button>
        ) : (
          <>
            <Button onClick={leave} keys="Esc">
              Cancel
            </Button>
            <MainAction />
          </>
        )
      }
    >
      <div ref={result} tabIndex={-1}>
        <AccessPart />
      </div>
      <p className="unseen" role="status">
        {finding ? inWords(finding) : ''}
      </p>
      {finding ? (
        <>
          <FoundTable finding={finding} />
          <MissingList finding={finding} />
        </>
      ) : null}
      <PastePart />
      {finding?.target ? <NewServerPart finding={finding} /> : null}
      {failure && failure.code !== 'input.invalid' ? (
        <FailureNotice failure={failure}>
          {savedId ? <span>The server itself is saved; its secrets are not. Edit it to type them.</span> : null}
        </FailureNotice>
      ) : failure?.detail ? (
        <p className="note bad" role="alert">
          {failure.detail}
        </p>
      ) : null}
    </Dialog>
  );
}

const inWords = ({ rows, missing }: DiscoveryFinding): string =>
  `${counted(rows.length, 'thing')} found, ${missing.length === 0 ? 'nothing' : missing.length} missing.`;

function MainAction() {
  const { finding, saving, task } = useDiscovery();
  // What is asked then is the one main thing to press.
  const asksForKey = task.kind === 'failed' && task.failure.code === 'ssh.hostKeyUnknown';
  if (!finding)
    return (
      <Button look={asksForKey ? 'plain' : 'main'} onClick={() => void findInstallation()}>
        Find the installation
      </Button>
    );
  const blocking = finding.missing.find(({ needed }) => needed);
  const off = saving ? 'Saving' : blocking ? 'Something needed is missing, see above.' : undefined;
  return (
    <Button look={asksForKey ? 'plain' : 'main'} onClick={() => void addServer()} off={off}>
      Add this server
    </Button>
  );
}

/** Whether there is anything to lose. */
function useTyped(): boolean {
  const { route, sshPassword, sshPassphrase, pasted, finding } = useDiscovery();
  return [route.host, route.user, sshPassword, sshPassphrase, pasted].some(Boolean) || finding !== undefined;
}
