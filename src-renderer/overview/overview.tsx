import { dayText, timeText } from '../../src-shared/base/moment';
import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import { versionWords } from '../../src-shared/gluu/versions';
import { type Contradicted, contradictedWords, saltWords } from '../../src-shared/messages/salt-words';
import { commandLabel } from '../../src-shared/model/commands';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { ServerSummary } from '../../src-shared/model/server';
import { connectSteps } from '../../src-shared/model/work';
import { ReadinessChain } from '../readiness/readiness-chain';
import { saltStateOf, storedSaltWords } from '../servers/salt-state';
import { HostKeyPanel } from '../ssh/host-key-panel';
import { openFront, showServer } from '../state/app-store';
import { checkServer, useChecks } from '../state/check-store';
import { isCancelled, type Task, wordsOf } from '../state/task';
import { Button } from '../ui/button';
import factsCss from '../ui/facts.module.css';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { Actions, Message, Todo } from '../ui/message';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import { RunningLine, StepList } from '../ui/step-list';
import { textsNow, useSay } from '../ui/texts-store';
import { CertificatePanel } from './certificate-panel';
import css from './overview.module.css';

/** The way to this server as one line with stops, the answer in one sentence above it. */
export function Overview({ server }: { server: ServerSummary }) {
  const say = useSay();
  const check = useChecks(({ checks }) => checks[server.id]) ?? { kind: 'idle' };
  const steps = check.kind === 'idle' ? [] : check.steps;
  const salt = saltStateOf(server, check);
  const shown = steps.length > 0 ? steps : connectSteps.map((name) => ({ name, state: 'waiting' as const }));
  return (
    <div className={layoutCss.split}>
      <div className={layoutCss.pane}>
        {salt?.kind === 'contradicted' ? <WrongSalt server={server} proof={salt} /> : null}
        {check.kind === 'done' ? <ReadinessChain server={server} /> : null}
        <Sentence server={server} check={check} />
        {check.kind === 'done' && salt?.kind === 'unproved' ? (
          <p className="with-icon warn">
            <Signal tone="unknown" />
            {say(saltWords(salt))}
          </p>
        ) : null}
        {check.kind === 'failed' ? <Trouble server={server} failure={check.failure} /> : null}
        <StepList
          steps={shown}
          label="Connection"
          isOver={check.kind === 'done' || check.kind === 'failed'}
          shownBeside={wordsOf(check)}
        />
        {check.kind === 'running' && check.cancellable ? (
          <RunningLine since={check.startedAt} onCancel={check.cancel} />
        ) : null}
        {check.kind === 'done' ? (
          <p className="pair">
            <Button look="main" onClick={() => showServer(server.id, 'organization', MAIL_TAB)}>
              SMTP Server Configuration
            </Button>
            <Button onClick={() => showServer(server.id, 'organization', 'system')}>System Configuration</Button>
          </p>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label="This server" tabIndex={0}>
        <Facts facts={check.kind === 'done' ? check.value : undefined} salt={storedSaltWords(server, check).short} />
        {server.notes ? (
          <>
            <h2>Notes</h2>
            <p className={css.notes}>{server.notes}</p>
          </>
        ) : null}
      </aside>
    </div>
  );
}

function Sentence({ server, check }: { server: ServerSummary; check: Task<ServerFacts> }) {
  const { tone, text, more } = sentence(server, check);
  return (
    <div className={messageCss.answer}>
      <Signal tone={tone} size={18} />
      <h2>{text}</h2>
      <p>{more}</p>
    </div>
  );
}

function sentence(server: ServerSummary, check: Task<ServerFacts>) {
  switch (check.kind) {
    case 'idle':
    case 'running':
      return {
        tone: 'running' as const,
        text: `Reaching ${server.name}.`,
        more: 'Short checks, one after the other. Nothing is written.',
      };
    case 'failed':
      if (isCancelled(check))
        return { tone: 'off' as const, text: `The check of ${server.name} was cancelled.`, more: '' };
      if (check.failure.code === 'gluu.notSupported')
        return {
          tone: 'warn' as const,
          text: `${server.name} was reached.`,
          more: `The login succeeded. It is Gluu ${check.failure.facts?.version ?? ''}.`,
        };
      return {
        tone: 'bad' as const,
        text: `${server.name} was not reached.`,
        more: check.failure.stage ? `It stops at ${check.failure.stage}.` : '',
      };
    case 'done': {
      const { rights, version, organization } = check.value;
      const may = {
        write: 'can be read and changed',
        readOnlyProfile: 'is read-only in this console',
        none: 'can be read, not changed',
      };
      return {
        tone: rights === 'none' ? ('warn' as const) : ('ok' as const),
        text: `${server.name} ${may[rights]}.`,
        more: `${organization}, Gluu ${textsNow().say(versionWords(version))}: ${version.because}.`,
      };
    }
  }
}

/** A salt that would encrypt what this server cannot decrypt. */
function WrongSalt({ server, proof }: { server: ServerSummary; proof: Contradicted }) {
  const say = useSay();
  const { kind, why, remedy } = contradictedWords(proof);
  return (
    <Message tone="bad" label="The salt" title={say('salt.refused', { kind })}>
      <p>{say(why)} No SMTP password is encrypted or tested with it.</p>
      <Todo>{say(remedy)}</Todo>
      {server.demo ? null : (
        <Actions>
          <Button onClick={() => openFront({ kind: 'serverForm', serverId: server.id, at: 'salt' })}>
            Correct the salt
          </Button>
        </Actions>
      )}
    </Message>
  );
}

/** What stands in the way, with the remedy that belongs to it. */
function Trouble({ server, failure }: { server: ServerSummary; failure: Failure }) {
  const say = useSay();
  const edit = server.demo ? null : (
    <Button onClick={() => openFront({ kind: 'serverForm', serverId: server.id })}>{say(commandLabel('edit'))}</Button>
  );
  return (
    <>
      <FailureNotice failure={failure}>
        {failure.certificate || failure.code === 'ssh.hostKeyUnknown' ? null : (
          <>
            <Button look="main" onClick={() => void checkServer(server)}>
              {say(commandLabel('check'))}
            </Button>
            {edit}
          </>
        )}
      </FailureNotice>
      {failure.hostKey ? (
        <HostKeyPanel
          hostKey={failure.hostKey}
          changed={failure.code !== 'ssh.hostKeyUnknown'}
          onTrusted={() => void checkServer(server)}
        />
      ) : null}
      {failure.certificate ? (
        <CertificatePanel
          server={server}
          certificate={failure.certificate}
          changed={failure.code === 'tls.changed'}
          onTrusted={() => void checkServer(server)}
        />
      ) : null}
    </>
  );
}

const inMono = ['SHA-256', 'Appliance', 'Organization'];

function Facts({ facts, salt }: { facts: ServerFacts | undefined; salt: string }) {
  const rows: Row[] = [...(facts ? factRows(facts) : []), ['Salt', salt]];
  return (
    <>
      <h2>This server</h2>
      <dl className={factsCss.facts}>
        {rows.map(([name, value]) =>
          value ? (
            <div key={name} className={factsCss.fact}>
              <dt>{name}</dt>
              <dd className={inMono.includes(name) ? 'mono' : ''}>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}

type Row = [name: string, value: string | undefined];

const factRows = ({
  version,
  vendor,
  boundAs,
  applianceDn,
  organizationDn,
  linkBase,
  tls,
  checkedAt,
}: ServerFacts): Row[] => [
  ['Version', textsNow().say(versionWords(version))],
  ['Directory', vendor],
  ['Bound as', boundAs],
  ['Appliance', applianceDn],
  ['Organization', organizationDn],
  ['Link host', linkBase],
  ['TLS', tls ? `${tls.protocol}, ${tls.cipher}` : 'not encrypted'],
  [
    'Certificate',
    tls && `${tls.trust === 'pin' ? 'pinned' : 'trusted by this computer'}, until ${dayText(tls.validTo)}`,
  ],
  ['SHA-256', tls?.sha256],
  ['Checked', timeText(checkedAt)],
];
