import { useEffect } from 'react';
import type { FieldValue } from '../../src-shared/model/organization';
import type { FieldId } from '../../src-shared/model/organization-fields';
import type { CanReset, LinkState, ReadinessLink, ReadinessRemedy } from '../../src-shared/model/readiness';
import type { ServerSummary } from '../../src-shared/model/server';
import { edit } from '../organization/organization-store';
import { openFront, showServer } from '../shell/app-store';
import { Button } from '../ui/button';
import { CertificateTable } from '../ui/certificate-table';
import { FailureNotice } from '../ui/failure-notice';
import { Signal, type Tone } from '../ui/signal';
import { Elapsed, StepList } from '../ui/step-list';
import { findDuplicates, usersOf } from '../users/users-store';
import { checkReadiness, useReadiness } from './readiness-store';

const canTones: Record<CanReset, Tone> = { yes: 'ok', yesBut: 'warn', no: 'bad', notKnown: 'unknown' };
const linkTones: Record<LinkState, Tone> = { green: 'ok', amber: 'warn', red: 'bad', notKnown: 'unknown' };
const linkWords: Record<LinkState, string> = {
  green: 'holds',
  amber: 'OK, with a warning',
  red: 'broken',
  notKnown: 'not known',
};

/** Whether users of a server can reset their password, link by link, each with its reason and its remedy. */
export function ReadinessChain({ server }: { server: ServerSummary }) {
  const task = useReadiness(({ chains }) => chains[server.id]);
  useEffect(() => {
    if (!useReadiness.getState().chains[server.id]) void checkReadiness(server);
  }, [server]);
  if (!task || task.kind === 'idle') return null;
  return (
    <section aria-label="Password reset" className="readiness">
      {task.kind === 'running' ? (
        <>
          <h2>Checking password reset…</h2>
          <StepList steps={task.steps} label="Looking at password reset" />
          <p className="running-line">
            <Elapsed since={task.startedAt} />
            <Button small onClick={task.cancel}>
              Cancel
            </Button>
          </p>
        </>
      ) : null}
      {task.kind === 'failed' ? (
        <FailureNotice failure={task.failure}>
          <Button onClick={() => void checkReadiness(server)}>Look again</Button>
        </FailureNotice>
      ) : null}
      {task.kind === 'done' ? (
        <>
          <div className="say">
            <Signal tone={canTones[task.value.can]} size={18} />
            <h2>{task.value.sentence}</h2>
            <p>
              <button type="button" className="link" onClick={() => void checkReadiness(server)}>
                Look again
              </button>
            </p>
          </div>
          <ol className="chain" aria-label="Links of password reset">
            {task.value.links.map((link) => (
              <ChainLink key={link.id} server={server} link={link} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

function ChainLink({ server, link }: { server: ServerSummary; link: ReadinessLink }) {
  const { label, state, reason, source, remedy, advice, certificate } = link;
  return (
    <li className={`chain-link ${state}`}>
      <Signal tone={linkTones[state]} />
      <b>{label}</b>
      <div>
        <span className="unseen">{linkWords[state]}: </span>
        {reason}
        {advice ? <p className="note">{advice}</p> : null}
        <details>
          <summary>Why</summary>
          <p className="note">{source}</p>
          {certificate ? <CertificateTable certificate={certificate} /> : null}
        </details>
      </div>
      {remedy ? (
        <Button small onClick={() => follow(server, remedy)}>
          {remedy.label}
        </Button>
      ) : null}
    </li>
  );
}

/** Goes where a remedy is carried out, and fills in what it says. Nothing is written. */
function follow(server: ServerSummary, { target }: ReadinessRemedy): void {
  if (target.kind === 'field') {
    showServer(server.id, 'organization', target.tab);
    for (const [id, value] of Object.entries(target.set ?? {}) as [FieldId, FieldValue][])
      edit(server.id, id, typeof value === 'boolean' ? value : String(value ?? ''));
    return;
  }
  switch (target.action) {
    case 'testMail':
      showServer(server.id, 'organization', 'smtp');
      break;
    case 'enterSalt':
      openFront({ kind: 'serverForm', serverId: server.id });
      break;
    case 'showPeopleWithoutMail':
    case 'showSharedMails':
      usersOf(server.id).setState({ tab: 'duplicates' });
      showServer(server.id, 'users');
      void findDuplicates(server.id);
      break;
    case 'showCertificate':
    case 'checkAgain':
      void checkReadiness(server);
      break;
  }
}
