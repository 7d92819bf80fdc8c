import { useEffect, useRef, useState } from 'react';
import type { ResetRunView } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { answerOf } from '../../src-shared/readiness/answer';
import { message } from '../../src-shared/texts/message';
import { useReadiness } from '../readiness/readiness-store';
import { Reasons } from '../readiness/reasons';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
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
  const say = useSay();
  const { preview, run } = resetOf(server.id)();
  const mail = preview.kind === 'done' ? preview.value : undefined;
  return (
    <div className={layoutCss.split}>
      <div className={`${layoutCss.pane} ${layoutCss.sheet} ${css.page}`}>
        <Preflight server={server} />
        <WhoGetsIt server={server} />
        {preview.kind === 'running' ? <StepList steps={preview.steps} label={say('reset.task.preview')} /> : null}
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

/** What came of the rehearsal or of the real request, below the button that began it. */
function Run({ server, run }: { server: ServerSummary; run: ResetRunView }) {
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [run.id]);
  return (
    <section ref={section} aria-label={say('reset.run.title')}>
      <h2>{say(`reset.run.${run.kind}`)}</h2>
      <RunTimeline run={run} />
      <Arrival server={server} run={run} />
    </section>
  );
}

function Preflight({ server }: { server: ServerSummary }) {
  const chain = useReadiness(({ chains }) => chains[server.id]);
  const say = useSay();
  if (chain?.kind !== 'done') return null;
  return (
    <section aria-label={say('reset.preflight')}>
      <h2>{say('reset.preflight')}</h2>
      <p>{say(answerOf(chain.value))}</p>
      <Reasons chain={chain.value} />
    </section>
  );
}

function WhoGetsIt({ server }: { server: ServerSummary }) {
  const say = useSay();
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
    <section aria-label={say('reset.person.title')}>
      <h2>{say('reset.person.title')}</h2>
      <PersonPicker server={server} />
      {pick.kind === 'done' ? (
        <>
          {pick.value.sentences.map((sentence) => (
            <p key={sentence.id}>{say(sentence)}</p>
          ))}
          {pick.value.hits.length > 0 ? <Hits hits={pick.value.hits} tied={pick.value.tied} /> : null}
          {pick.value.hits.length > 1
            ? pick.value.hits
                .filter(({ inum }) => inum !== personInum)
                .map((hit) => (
                  <Button key={hit.dn} small onClick={() => void choosePerson(server.id, hit.inum)}>
                    {say('reset.person.instead', { uid: hit.uid })}
                  </Button>
                ))
            : null}
        </>
      ) : null}
    </section>
  );
}

function Rehearsal({ server }: { server: ServerSummary }) {
  const say = useSay();
  const store = resetOf(server.id);
  const { preview, to, rehearsal, run } = store();
  const [touched, setTouched] = useState(false);
  if (preview.kind !== 'done') return null;
  const { problems, passwordInClear, relay } = preview.value;
  const off = problems[0] ?? (to.trim() === '' ? message('reset.rehearsal.noAddress') : undefined);
  const fields = rehearsal.kind === 'failed' ? rehearsal.failure.fields : undefined;
  return (
    <section aria-label={say('reset.rehearsal.title')}>
      <h2>{say('reset.rehearsal.title')}</h2>
      <p className="note">{say('reset.rehearsal.note', { relay: `${relay.host}:${relay.port}` })}</p>
      <FieldRow label={say('reset.rehearsal.to')} error={touched ? fields?.to : undefined}>
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
          {say('reset.rehearsal.unencrypted', {
            user: relay.userName ?? '',
            where: server.demo ? 'demo' : 'real',
          })}
        </p>
      ) : null}
      <div className="pair">
        {rehearsal.kind === 'running' ? (
          <Button onClick={rehearsal.cancel}>{say('word.cancel')}</Button>
        ) : (
          <Button
            look={run?.mail === 'accepted' ? 'plain' : 'main'}
            off={off && say(off)}
            onClick={() => void rehearse(server.id)}
          >
            {say('reset.rehearsal.send')}
          </Button>
        )}
      </div>
      {rehearsal.kind === 'running' ? <StepList steps={rehearsal.steps} label={say('reset.task.rehearse')} /> : null}
      {rehearsal.kind === 'failed' ? <FailureNotice failure={rehearsal.failure} /> : null}
      {rehearsal.kind === 'done' && rehearsal.value.failure ? (
        <FailureNotice failure={rehearsal.value.failure} />
      ) : null}
    </section>
  );
}
