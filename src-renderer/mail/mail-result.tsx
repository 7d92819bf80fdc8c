import { type Finding, findingsOf } from '../../src-shared/diagnosis/classify';
import type { ServerSummary } from '../../src-shared/model/server';
import type { MailDelivery, MailTestOutcome } from '../../src-shared/model/smtp-test';
import { message, type Message as Sentence } from '../../src-shared/texts/message';
import type { Task } from '../state/task';
import { Button } from '../ui/button';
import { Details, RuleSource } from '../ui/details';
import { FailureNotice, FieldProblems, placeOf } from '../ui/failure-notice';
import { Actions, Message, Quote, Todo } from '../ui/message';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import { mailTestOf, type Tested, testMail } from './mail-test-store';
import { VantageComparison } from './vantage';

interface ResultProps {
  server: ServerSummary;
  task: Task<MailTestOutcome>;
  tested: Tested | undefined;
}

/** Where SSH does not let the test through, this workstation can still look for itself. */
function FromHere({ server }: { server: ServerSummary }) {
  const say = useSay();
  const fromHere = () => {
    mailTestOf(server.id).setState({ vantage: 'here' });
    void testMail(server.id);
  };
  return <Button onClick={fromHere}>{say('mail.result.fromHere')}</Button>;
}

/** How a test ended, in one message: what happened, where, likely why, what to do, the server's own words. */
export function MailResult({ server, task, tested }: ResultProps) {
  const say = useSay();
  if (task.kind === 'failed') {
    return (
      <FailureNotice failure={task.failure}>
        <FieldProblems failure={task.failure} />
        {task.failure.code.startsWith('ssh.') ? <FromHere server={server} /> : null}
      </FailureNotice>
    );
  }
  if (task.kind !== 'done' || !tested) return null;
  const { seen, delivery } = task.value;
  const findings = findingsOf(seen);
  const grave = findings.find(({ severity }) => severity === 'failure');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {grave ? <GraveFinding finding={grave} /> : null}
      {delivery ? <Delivered delivery={delivery} host={tested.settings.host} /> : null}
      {!grave && !delivery ? <NothingSent server={server} tested={tested} /> : null}
      <VantageComparison outcome={task.value} />
      {warnings.map((warning) => (
        <p key={`${warning.id} ${say(warning.explanation)}`} className="with-icon warn">
          <Signal tone="warn" />
          <span>{say(warning.explanation)}</span>
        </p>
      ))}
      {warnings.length > 0 ? (
        <Details>
          {warnings.map(({ id, source }) => (
            <RuleSource key={id} id={id} source={source} />
          ))}
        </Details>
      ) : null}
    </>
  );
}

function GraveFinding({ finding }: { finding: Finding }) {
  const say = useSay();
  const place = placeOf(finding);
  const { id, title, explanation, remedy, gluu, source, words, code } = finding;
  return (
    <Message tone="bad" label={say('mail.result.wrong')} title={say(title)}>
      <p>{say([...(place ? [place] : []), explanation])}</p>
      <Todo>{say(remedy)}</Todo>
      {words ? <Quote>{words}</Quote> : null}
      {gluu ? <p>{say(gluu)}</p> : null}
      <Details>
        <RuleSource id={id} source={source} />
        {code ? <p>{code}</p> : null}
      </Details>
    </Message>
  );
}

function Delivered({ delivery, host }: { delivery: MailDelivery; host: string }) {
  const say = useSay();
  const { from, to, totalMs: ms, tls, login, reply } = delivery;
  const how: Record<'way' | 'protocol' | 'login', string> = {
    way: tls ? 'tls' : 'none',
    protocol: tls?.protocol ?? '',
    login,
  };
  return (
    <Message tone="ok" label={say('mail.result')} title={say('mail.result.delivered')}>
      <p>{say('mail.result.accepted', { host, from, to, ms, ...how })}</p>
      {tls?.trust === 'pin' ? <p>{say('mail.result.pinned')}</p> : null}
      <p>{say('mail.result.notDelivery')}</p>
      <Quote>{reply}</Quote>
    </Message>
  );
}

/** What a test that sent nothing has shown; a login that the settings leave out was not accepted by anybody. */
function reached({ until, settings: { authentication } }: Tested): Sentence {
  if (until === 'connect' || (until === 'login' && !authentication)) return message('mail.result.answers');
  if (until === 'login') return message('mail.result.loggedIn');
  return message(authentication ? 'mail.result.loginRecipient' : 'mail.result.recipient');
}

function NothingSent({ server, tested }: { server: ServerSummary; tested: Tested }) {
  const say = useSay();
  return (
    <Message tone="ok" label={say('mail.result')} title={say(reached(tested))}>
      <p>{say('mail.result.noMail')}</p>
      <Actions>
        <Button
          onClick={() => {
            mailTestOf(server.id).setState({ until: 'send' });
            void testMail(server.id);
          }}
        >
          {say('mail.result.send')}
        </Button>
      </Actions>
    </Message>
  );
}
