import { type Finding, findingsOf } from '../../src-shared/diagnosis/classify';
import type { ServerSummary } from '../../src-shared/model/server';
import type { MailDelivery, MailTestOutcome } from '../../src-shared/model/smtp-test';
import type { Task } from '../state/task';
import { Button } from '../ui/button';
import { Details, RuleSource } from '../ui/details';
import { FailureNotice, FieldProblems } from '../ui/failure-notice';
import { Actions, Message, Quote, Todo } from '../ui/message';
import { Signal } from '../ui/signal';
import { mailTestOf, type Tested, testMail } from './mail-test-store';
import { VantageComparison } from './vantage';

interface ResultProps {
  server: ServerSummary;
  task: Task<MailTestOutcome>;
  tested: Tested | undefined;
}

/** Where SSH does not let the test through, this workstation can still look for itself. */
function FromHere({ server }: { server: ServerSummary }) {
  const fromHere = () => {
    mailTestOf(server.id).setState({ vantage: 'here' });
    void testMail(server.id);
  };
  return <Button onClick={fromHere}>Test from this workstation alone</Button>;
}

/** How a test ended, in one message: what happened, where, likely why, what to do, the server's own words. */
export function MailResult({ server, task, tested }: ResultProps) {
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
        <p key={`${warning.id} ${warning.explanation}`} className="with-icon warn">
          <Signal tone="warn" />
          <span>{warning.explanation}</span>
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
  const { id, title, stage, at, explanation, remedy, gluu, source, words, code } = finding;
  return (
    <Message tone="bad" label="What went wrong" title={`${title}.`}>
      <p>
        At {stage}, {at}. {explanation}
      </p>
      <Todo>{remedy}</Todo>
      {words ? <Quote>{words}</Quote> : null}
      {gluu ? <p>Gluu itself: {gluu}</p> : null}
      <Details>
        <RuleSource id={id} source={source} />
        {code ? <p>{code}</p> : null}
      </Details>
    </Message>
  );
}

function Delivered({ delivery, host }: { delivery: MailDelivery; host: string }) {
  return (
    <Message tone="ok" label="Result of the test" title="SMTP Test succeeded!">
      <p>
        {host} accepted the mail from {delivery.from} to {delivery.to} in {delivery.totalMs} ms,{' '}
        {delivery.tls ? `over ${delivery.tls.protocol}` : 'unencrypted'},{' '}
        {delivery.login === 'done' ? 'logged in' : 'without a login'}.
      </p>
      {delivery.tls?.trust === 'pin' ? (
        <p>Its certificate is one you trusted, not one this computer trusts. Gluu may refuse it.</p>
      ) : null}
      <p>Accepted is not delivered: look in the inbox, spam included.</p>
      <Quote>{delivery.reply}</Quote>
    </Message>
  );
}

/** What a test that sent nothing has shown; a login that the settings leave out was not accepted by anybody. */
function reached({ until, settings: { authentication } }: Tested): string {
  if (until === 'connect' || (until === 'login' && !authentication)) return 'The mail server answers.';
  if (until === 'login') return 'The mail server answers and accepts the login.';
  return `The mail server accepts ${authentication ? 'login, sender' : 'sender'} and recipient.`;
}

function NothingSent({ server, tested }: { server: ServerSummary; tested: Tested }) {
  return (
    <Message tone="ok" label="Result of the test" title={reached(tested)}>
      <p>No mail was sent, so its delivery is not tested.</p>
      <Actions>
        <Button
          onClick={() => {
            mailTestOf(server.id).setState({ until: 'send' });
            void testMail(server.id);
          }}
        >
          Send the test mail
        </Button>
      </Actions>
    </Message>
  );
}
