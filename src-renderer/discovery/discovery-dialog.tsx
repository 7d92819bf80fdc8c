import { useEffect, useRef, useState } from 'react';
import { showServer } from '../state/app-store';
import { markOf } from '../ui/as-is';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { useFocusOnError } from '../ui/focus-first-error';
import { Elapsed } from '../ui/step-list';
import { useSay, useTexts } from '../ui/texts-store';
import { AccessPart } from './access-part';
import { addServer, findInstallation, leaveDiscovery, useDiscovery } from './discovery-store';
import { FoundTable } from './found-table';
import { MissingList } from './missing-list';
import { NewServerPart } from './new-server-part';
import { PastePart } from './paste-part';

/** Finds out over SSH, or from Gluu's own files, what is needed to add a Gluu Server, and adds it. */
export function DiscoveryDialog() {
  const { say, words } = useTexts();
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
      title={say('discovery.title')}
      width="wide"
      onClose={leave}
      actions={
        leaving ? (
          <>
            <b className="grow">{say('discovery.leave.question')}</b>
            <Button onClick={leaveDiscovery}>{say('word.discard')}</Button>
            <Button look="main" onClick={() => setLeaving(false)} autoFocus>
              {say('word.keepEditing')}
            </Button>
          </>
        ) : running ? (
          <>
            <span className="running-line">
              <Elapsed since={running.startedAt} />
            </span>
            <Button onClick={running.cancel} autoFocus>
              {say('word.cancel')}
            </Button>
          </>
        ) : savedId ? (
          <Button look="main" onClick={() => showServer(savedId, 'overview')}>
            {say('discovery.showServer')}
          </Button>
        ) : (
          <>
            <Button onClick={leave} keys="Esc">
              {say('word.cancel')}
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
        {finding ? say('discovery.result', { found: finding.rows.length, missing: finding.missing.length }) : ''}
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
          {savedId ? <span>{say('discovery.savedWithoutSecrets')}</span> : null}
        </FailureNotice>
      ) : failure?.fields?.finding ? (
        <p className="note bad" role="alert" {...markOf(failure.fields.finding)}>
          {words(failure.fields.finding)}
        </p>
      ) : null}
    </Dialog>
  );
}

function MainAction() {
  const say = useSay();
  const { finding, saving, task } = useDiscovery();
  // What is asked then is the one main thing to press.
  const asksForKey = task.kind === 'failed' && task.failure.code === 'ssh.hostKeyUnknown';
  if (!finding)
    return (
      <Button look={asksForKey ? 'plain' : 'main'} onClick={() => void findInstallation()}>
        {say('discovery.find')}
      </Button>
    );
  const blocking = finding.missing.find(({ needed }) => needed);
  const off = saving ? 'discovery.add.saving' : blocking ? 'discovery.add.blocked' : undefined;
  return (
    <Button look={asksForKey ? 'plain' : 'main'} onClick={() => void addServer()} off={off && say(off)}>
      {say('discovery.add')}
    </Button>
  );
}

/** Whether there is anything to lose. */
function useTyped(): boolean {
  const { route, sshPassword, sshPassphrase, pasted, finding } = useDiscovery();
  return [route.host, route.user, sshPassword, sshPassphrase, pasted].some(Boolean) || finding !== undefined;
}
