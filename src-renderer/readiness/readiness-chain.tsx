import { useEffect, useRef } from 'react';
import type { CanReset, LinkState, Readiness, ReadinessLink } from '../../src-shared/model/readiness';
import type { ServerSummary } from '../../src-shared/model/server';
import { answerOf } from '../../src-shared/readiness/answer';
import { useWhyNotWritable } from '../servers/why-not-writable';
import { Button } from '../ui/button';
import { CertificateTable } from '../ui/certificate-table';
import { Details } from '../ui/details';
import { FailureNotice } from '../ui/failure-notice';
import messageCss from '../ui/message.module.css';
import { Signal, type Tone } from '../ui/signal';
import { RunningLine, StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import { follow } from './follow';
import css from './readiness-chain.module.css';
import { checkReadiness, useReadiness } from './readiness-store';
import { Reasons } from './reasons';

const canTones: Record<CanReset, Tone> = {
  yes: 'ok',
  yesBut: 'warn',
  no: 'bad',
  notKnown: 'unknown',
  untested: 'unknown',
};
const linkTones: Record<LinkState, Tone> = { green: 'ok', amber: 'warn', red: 'bad', notKnown: 'unknown' };

/** Whether users of a server can reset their password, link by link, each with its reason and its remedy. */
export function ReadinessChain({ server }: { server: ServerSummary }) {
  const say = useSay();
  const task = useReadiness(({ chains }) => chains[server.id]);
  useEffect(() => {
    if (!task) void checkReadiness(server);
  }, [server, task]);
  if (!task || task.kind === 'idle') return null;
  return (
    <section aria-label={say('readiness.title')} className={css.readiness}>
      {task.kind === 'running' ? (
        <>
          <h2>{say('readiness.checking')}</h2>
          <StepList steps={task.steps} label={say('readiness.work')} />
          <RunningLine since={task.startedAt} onCancel={task.cancel} />
        </>
      ) : null}
      {task.kind === 'failed' ? (
        <FailureNotice failure={task.failure}>
          <Button onClick={() => void checkReadiness(server)}>{say('readiness.do.checkAgain')}</Button>
        </FailureNotice>
      ) : null}
      {task.kind === 'done' ? <Answer server={server} chain={task.value} /> : null}
    </section>
  );
}

/** The answer on top with what is left to do, and each link as its reason. */
export function Answer({ server, chain }: { server: ServerSummary; chain: Readiness }) {
  const say = useSay();
  const { can, next, links } = chain;
  return (
    <>
      <div className={messageCss.answer}>
        <Signal tone={canTones[can]} size={18} />
        <h2>{say(answerOf(chain))}</h2>
        <Reasons chain={chain} />
        <p className="pair">
          {next ? (
            <Button small onClick={() => follow(server, next, () => {})}>
              {say(next.label)}
            </Button>
          ) : null}
          <button type="button" className="link" onClick={() => void checkReadiness(server)}>
            {say('readiness.do.checkAgain')}
          </button>
        </p>
      </div>
      <ol aria-label={say('readiness.links')}>
        {links.map((link) => (
          <ChainLink key={link.id} server={server} link={link} />
        ))}
      </ol>
    </>
  );
}

function ChainLink({ server, link }: { server: ServerSummary; link: ReadinessLink }) {
  const say = useSay();
  const { id, state, reason, source, remedy, advice, certificate } = link;
  const details = useRef<HTMLDetailsElement>(null);
  const notWritable = useWhyNotWritable(server);
  return (
    <li className={css.link} data-state={state}>
      <Signal tone={linkTones[state]} />
      <b data-label>{say(`readiness.link.${id}`)}</b>
      <div>
        <span className="unseen">{say(`readiness.state.${state}`)} </span>
        <span className={css.reason}>{say(reason)}</span>
        {advice ? <p className="note">{say(advice)}</p> : null}
        <Details ref={details}>
          <p className="note">{source}</p>
          {certificate ? <CertificateTable certificate={certificate} /> : null}
          {certificate?.distrust ? <p className="note">{certificate.distrust}</p> : null}
        </Details>
      </div>
      {remedy ? (
        <span className={css.remedy}>
          <Button
            small
            off={remedy.target.kind === 'field' ? notWritable : undefined}
            onClick={() => follow(server, remedy, () => unfold(details.current))}
          >
            {say(remedy.label)}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

/** Opens a fold where it stands and puts the focus on it. */
function unfold(details: HTMLDetailsElement | null): void {
  if (!details) return;
  details.open = true;
  details.scrollIntoView({ block: 'nearest' });
  details.querySelector('summary')?.focus({ preventScroll: true });
}
