import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import { versionWords } from '../../src-shared/gluu/versions';
import { type Contradicted, contradictedWords, saltWords } from '../../src-shared/messages/salt-words';
import { commandLabel } from '../../src-shared/model/commands';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { ServerSummary } from '../../src-shared/model/server';
import { connectSteps, stepMessage } from '../../src-shared/model/work';
import { type Moment, message, type Message as Sentence, verbatim } from '../../src-shared/texts/message';
import { ReadinessChain } from '../readiness/readiness-chain';
import { saltStateOf, storedSaltWords } from '../servers/salt-state';
import { HostKeyPanel } from '../ssh/host-key-panel';
import { openFront, showServer } from '../state/app-store';
import { checkServer, useChecks } from '../state/check-store';
import { isCancelled, type Task, wordsOf } from '../state/task';
import { markOf } from '../ui/as-is';
import { Button } from '../ui/button';
import factsCss from '../ui/facts.module.css';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { Actions, Message, Todo } from '../ui/message';
import messageCss from '../ui/message.module.css';
import { Signal, type Tone } from '../ui/signal';
import { RunningLine, StepList } from '../ui/step-list';
import { useSay, useTexts } from '../ui/texts-store';
import { CertificatePanel } from './certificate-panel';
import { DemoHints } from './demo-hints';
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
        <Answer server={server} check={check} />
        {check.kind === 'done' && salt?.kind === 'unproved' ? (
          <p className="with-icon warn">
            <Signal tone="unknown" />
            {say(saltWords(salt))}
          </p>
        ) : null}
        {check.kind === 'failed' ? <Trouble server={server} failure={check.failure} /> : null}
        <StepList
          steps={shown}
          label={say('overview.connection')}
          isOver={check.kind === 'done' || check.kind === 'failed'}
          shownBeside={wordsOf(check)}
        />
        {check.kind === 'running' && check.cancellable ? (
          <RunningLine since={check.startedAt} onCancel={check.cancel} />
        ) : null}
        {check.kind === 'done' ? (
          <p className="pair">
            <Button look="main" onClick={() => showServer(server.id, 'organization', MAIL_TAB)}>
              {say('label.tab.smtp')}
            </Button>
            <Button onClick={() => showServer(server.id, 'organization', 'system')}>{say('label.tab.system')}</Button>
          </p>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label={say('overview.server')} tabIndex={0}>
        <Facts facts={check.kind === 'done' ? check.value : undefined} salt={storedSaltWords(server, check).short} />
        {server.notes ? (
          <>
            <h2>{say('overview.notes')}</h2>
            <p className={css.notes} lang="" translate="no">
              {server.notes}
            </p>
          </>
        ) : null}
        {server.hints ? <DemoHints hints={server.hints} /> : null}
      </aside>
    </div>
  );
}

function Answer({ server, check }: { server: ServerSummary; check: Task<ServerFacts> }) {
  const say = useSay();
  const { tone, text, more } = answer(server.name, check);
  return (
    <div className={messageCss.answer}>
      <Signal tone={tone} size={18} />
      <h2>{say(text)}</h2>
      <p>{more && say(more)}</p>
    </div>
  );
}

function answer(server: string, check: Task<ServerFacts>): { tone: Tone; text: Sentence; more?: Sentence } {
  switch (check.kind) {
    case 'idle':
    case 'running':
      return {
        tone: 'running',
        text: message('overview.reaching', { server }),
        more: message('overview.reaching.more'),
      };
    case 'failed':
      return notReached(server, check);
    case 'done': {
      const { rights, version, organization } = check.value;
      return {
        tone: rights === 'none' ? 'warn' : 'ok',
        text: message(`overview.rights.${rights}`, { server }),
        more: message('overview.found', {
          organization,
          version: versionWords(version),
          because: { list: version.because, as: 'plain' },
        }),
      };
    }
  }
}

function notReached(server: string, check: Extract<Task<ServerFacts>, { kind: 'failed' }>): ReturnType<typeof answer> {
  const { code, facts, stage } = check.failure;
  if (isCancelled(check)) return { tone: 'off', text: message('overview.cancelled', { server }) };
  if (code === 'gluu.notSupported') {
    const more = message('overview.notSupported.more', { version: facts?.version ?? '' });
    return { tone: 'warn', text: message('overview.notSupported', { server }), more };
  }
  return {
    tone: 'bad',
    text: message('overview.notReached', { server }),
    ...(stage ? { more: message('overview.notReached.more', { stage: stepMessage(stage) }) } : {}),
  };
}

/** A salt that would encrypt what this server cannot decrypt. */
function WrongSalt({ server, proof }: { server: ServerSummary; proof: Contradicted }) {
  const say = useSay();
  const { kind, why, remedy } = contradictedWords(proof);
  return (
    <Message tone="bad" label={say('overview.salt')} title={say('salt.refused', { kind })}>
      <p>
        {say(why)} {say('overview.salt.unused')}
      </p>
      <Todo>{say(remedy)}</Todo>
      {server.demo ? null : (
        <Actions>
          <Button onClick={() => openFront({ kind: 'serverForm', serverId: server.id, at: 'salt' })}>
            {say('overview.salt.correct')}
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

const inMono: readonly FactName[] = ['sha256', 'configDn', 'organizationDn'];

function Facts({ facts, salt }: { facts: ServerFacts | undefined; salt: Sentence }) {
  const { say, when } = useTexts();
  const rows: Row[] = [...(facts ? factRows(facts) : []), ['salt', salt]];
  return (
    <>
      <h2>{say('overview.server')}</h2>
      <dl className={factsCss.facts}>
        {rows.map(([name, value]) => (
          <div key={name} className={factsCss.fact}>
            <dt>{say(`overview.fact.${name}`)}</dt>
            <dd className={inMono.includes(name) ? 'mono' : ''} {...('at' in value ? {} : markOf(value))}>
              {'at' in value ? when(value) : say(value)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const texts = ['vendor', 'boundAs', 'configDn', 'organizationDn', 'linkBase'] as const;
type FactName = (typeof texts)[number] | 'version' | 'tls' | 'certificate' | 'sha256' | 'checkedAt' | 'salt';
type Row = readonly [name: FactName, value: Sentence | Moment];

function factRows({ version, tls, checkedAt, ...facts }: ServerFacts): Row[] {
  const rows: readonly (readonly [name: FactName, value: Row[1] | undefined])[] = [
    ['version', versionWords(version)],
    ...texts.map((name) => [name, facts[name] ? verbatim(facts[name]) : undefined] as const),
    ['tls', tls ? verbatim(`${tls.protocol}, ${tls.cipher}`) : message('overview.tls.none')],
    ['certificate', tls && message(`overview.trust.${tls.trust}`, { day: { at: tls.validTo, as: 'day' } })],
    ['sha256', tls && verbatim(tls.sha256)],
    ['checkedAt', { at: checkedAt, as: 'time' }],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}
