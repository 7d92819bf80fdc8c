import { useEffect, useRef, useState } from 'react';
import type { ResetRunView } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { useReadiness } from '../readiness/readiness-store';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { StepList } from '../ui/step-list';
import { Hits } from '../users/pick-panel';
import { usersOf } from '../users/users-store';
import { Arrival } from './arrival';
import { MailPreview } from './mail-preview';
import { PersonPicker } from './person-picker';
import { RealRequest } from './real-request';
import css from './reset.module.css';
import { choosePerson, forgetPerson, rehearse, resetOf } from './reset-store';
import { RunTimeline } from './run-timeline';

/** The reset of one person, step by step: who gets it, the mail, a rehearsal, and on a word the real request. */
export function ResetTest({ server }: { server: ServerSummary }) {
  const { preview, run } = resetOf(server.id)();
  const mail = preview.kind === 'done' ? preview.value : undefined;
  return (
    <div className={layoutCss.split}>
      <div className={`${layoutCss.pane} ${layoutCss.sheet} ${css.page}`}>
        <Preflight server={server} />
        <WhoGetsIt server={server} />
        {preview.kind === 'running' ? <StepList steps={preview.steps} label="Composing the mail" /> : null}
        {preview.kind === 'failed' ? <FailureNotice failure={preview.failure} /> : null}
        {mail ? <Rehearsal server={server} /> : null}
        {run?.kind === 'rehearsal' ? <Run server={server} run={run} /> : null}
        {mail ? <RealRequest server={server} preview={mail} /> : null}
        {run?.kind === 'request' ? <Run server={server} run={run} /> : null}
      </div>
      {mail ? <MailPreview preview={mail} ofRequest={run?.kind === 'request'} /> : null}
    </div>
  );
}

const runTitles: Record<ResetRunView['kind'], string> = {
  rehearsal: 'What happened in the rehearsal',
  request: 'What happened in the real request',
};

/** What came of the rehearsal or of the real request, below the button that began it. */
function Run({ server, run }: { server: ServerSummary; run: ResetRunView }) {
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [run.id]);
  return (
    <section ref={section} aria-label="This run">
      <h2>{runTitles[run.kind]}</h2>
      <RunTimeline run={run} />
      <Arrival server={server} run={run} />
    </section>
  );
}

function Preflight({ server }: { server: ServerSummary }) {
  const chain = useReadiness(({ chains }) => chains[server.id]);
  if (chain?.kind !== 'done') return null;
  return (
    <section aria-label="Preflight">
      <h2>Preflight</h2>
      <p>{chain.value.sentence}</p>
    </section>
  );
}

function WhoGetsIt({ server }: { server: ServerSummary }) {
  const { pick, addressMissing } = usersOf(server.id)();
  const { personInum } = resetOf(server.id)();
  useEffect(() => {
    const hits = pick.kind === 'done' ? pick.value.hits : [];
    const [first] = hits;
    const { personInum: before } = resetOf(server.id).getState();
    const foundNobody = pick.kind === 'failed' || (pick.kind === 'done' && !first) || addressMissing;
    if (first && !hits.some(({ inum }) => inum === before)) void choosePerson(server.id, first.inum);
    else if (foundNobody && before !== undefined) forgetPerson(server.id);
  }, [pick, addressMissing, server.id]);
  return (
    <section aria-label="Who gets the mail">
      <h2>Who gets the mail?</h2>
      <PersonPicker server={server} />
      {pick.kind === 'done' ? (
        <>
          {pick.value.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {pick.value.hits.length > 0 ? <Hits hits={pick.value.hits} tied={pick.value.tied} /> : null}
          {pick.value.hits.length > 1
            ? pick.value.hits
                .filter(({ inum }) => inum !== personInum)
                .map((hit) => (
                  <Button key={hit.dn} small onClick={() => void choosePerson(server.id, hit.inum)}>
                    Test with {hit.uid} instead
                  </Button>
                ))
            : null}
        </>
      ) : null}
    </section>
  );
}

function Rehearsal({ server }: { server: ServerSummary }) {
  const store = resetOf(server.id);
  const { preview, to, rehearsal, run } = store();
  const [touched, setTouched] = useState(false);
  if (preview.kind !== 'done') return null;
  const { problems, passwordInClear, relay } = preview.value;
  const off = problems[0] ?? (to.trim() === '' ? 'Enter where it goes.' : undefined);
  const fields = rehearsal.kind === 'failed' ? rehearsal.failure.fields : undefined;
  return (
    <section aria-label="Rehearsal">
      <h2>Rehearsal</h2>
      <p className="note">
        Sends this mail from this workstation through {relay.host}:{relay.port}, marked TEST, with a link that opens
        nothing. Nothing is written.
      </p>
      <FieldRow label="To" error={touched ? fields?.to : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            value={to}
            onChange={(typed) => {
              setTouched(true);
              store.setState({ to: typed });
            }}
          />
        )}
      </FieldRow>
      {passwordInClear ? (
        <p className="note warn">
          The password of {relay.userName} is sent unencrypted
          {server.demo ? '' : '; your system asks you before the first time'}.
        </p>
      ) : null}
      <div className="pair">
        {rehearsal.kind === 'running' ? (
          <Button onClick={rehearsal.cancel}>Cancel</Button>
        ) : (
          <Button look={run?.mail === 'accepted' ? 'plain' : 'main'} off={off} onClick={() => void rehearse(server.id)}>
            Send the rehearsal
          </Button>
        )}
      </div>
      {rehearsal.kind === 'running' ? <StepList steps={rehearsal.steps} label="Sending the rehearsal" /> : null}
      {rehearsal.kind === 'failed' ? <FailureNotice failure={rehearsal.failure} /> : null}
      {rehearsal.kind === 'done' && rehearsal.value.failure ? (
        <FailureNotice failure={rehearsal.value.failure} />
      ) : null}
    </section>
  );
}
