import type { Failure } from '../../src-shared/failure';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { ServerSummary } from '../../src-shared/model/server';
import { connectSteps } from '../../src-shared/model/work';
import { ReadinessChain } from '../readiness/readiness-chain';
import { openFront, showServer } from '../shell/app-store';
import type { Task } from '../shell/task';
import { HostKeyPanel } from '../ssh/host-key-panel';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { Signal } from '../ui/signal';
import { Elapsed, StepList } from '../ui/step-list';
import { CertificatePanel } from './certificate-panel';
import { checkServer, useChecks } from './check-store';

/** The way to this server as one line with stops, the answer in one sentence above it. */
export function Overview({ server }: { server: ServerSummary }) {
  const check = useChecks(({ checks }) => checks[server.id]) ?? { kind: 'idle' };
  const steps = check.kind === 'idle' ? [] : check.steps;
  const shown = steps.length > 0 ? steps : connectSteps.map((name) => ({ name, state: 'waiting' as const }));
  return (
    <div className="overview">
      <div className="page">
        {check.kind === 'done' ? <ReadinessChain server={server} /> : null}
        <Sentence server={server} check={check} />
        {check.kind === 'failed' ? <Trouble server={server} failure={check.failure} /> : null}
        <StepList steps={shown} label="The way to this server" />
        {check.kind === 'running' && check.cancellable ? (
          <p className="running-line">
            <Elapsed since={check.startedAt} />
            <Button small onClick={check.cancel}>
              Cancel
            </Button>
          </p>
        ) : null}
        {check.kind === 'done' ? (
          <p className="pair">
            <Button look="main" onClick={() => showServer(server.id, 'organization', 'smtp')}>
              SMTP Server Configuration
            </Button>
            <Button onClick={() => showServer(server.id, 'organization', 'system')}>System Configuration</Button>
          </p>
        ) : null}
      </div>
      <aside className="aside" aria-label="This server">
        {check.kind === 'done' ? <Facts facts={check.value} /> : null}
        {server.notes ? (
          <>
            <h2>Notes</h2>
            <p className="notes">{server.notes}</p>
          </>
        ) : null}
      </aside>
    </div>
  );
}

function Sentence({ server, check }: { server: ServerSummary; check: Task<ServerFacts> }) {
  const { tone, text, more } = sentence(server, check);
  return (
    <div className="say">
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
        more: `${organization}, Gluu ${version.least}: ${version.because}.`,
      };
    }
  }
}

/** What stands in the way, with the remedy that belongs to it. */
function Trouble({ server, failure }: { server: ServerSummary; failure: Failure }) {
  const edit = server.demo ? null : (
    <Button onClick={() => openFront({ kind: 'serverForm', serverId: server.id })}>Edit server</Button>
  );
  return (
    <>
      <FailureNotice failure={failure}>
        {failure.certificate || failure.code === 'ssh.hostKeyUnknown' ? null : (
          <>
            <Button look="main" onClick={() => void checkServer(server)}>
              Check again
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

function Facts({ facts }: { facts: ServerFacts }) {
  const rows: [string, string | undefined][] = [
    [
      'Version',
      facts.version.least === facts.version.most
        ? facts.version.least
        : `${facts.version.least} to ${facts.version.most}`,
    ],
    ['Directory', facts.vendor],
    ['Bound as', facts.boundAs],
    ['Appliance', facts.applianceDn],
    ['Organization', facts.organizationDn],
    ['Link host', facts.linkBase],
    ['TLS', facts.tls ? `${facts.tls.protocol}, ${facts.tls.cipher}` : 'not encrypted'],
    [
      'Certificate',
      facts.tls
        ? `${facts.tls.trust === 'pin' ? 'pinned' : 'trusted by this computer'}, until ${facts.tls.validTo.slice(0, 10)}`
        : undefined,
    ],
    ['SHA-256', facts.tls?.sha256],
    ['Checked', new Date(facts.checkedAt).toLocaleTimeString()],
  ];
  return (
    <>
      <h2>This server</h2>
      <dl className="facts">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd className={name === 'SHA-256' || name === 'Appliance' || name === 'Organization' ? 'mono' : ''}>
                {value}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}
