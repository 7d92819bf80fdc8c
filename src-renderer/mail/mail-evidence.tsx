import { Tabs } from '@base-ui/react/tabs';
import type { ProbeAsked } from '../../src-shared/model/probe';
import type { ServerSummary } from '../../src-shared/model/server';
import type { OrganizationState } from '../organization/organization-store';
import { EarlierTests } from './earlier-tests';
import { MailCertificate } from './mail-certificate';
import { type EvidenceTab, mailTestOf } from './mail-test-store';
import { ReportActions } from './report-actions';
import type { ScreenSettings } from './screen-settings';
import { ServerOffers } from './server-offers';
import { TranscriptView } from './transcript-view';

const tabLabels: Record<EvidenceTab, string> = {
  transcript: 'Transcript',
  certificate: 'Certificate',
  offers: 'What the server offers',
  earlier: 'Earlier tests',
};

interface EvidenceProps {
  server: ServerSummary;
  state: OrganizationState;
  settings: ScreenSettings;
}

/** What the answers above rest on. */
export function MailEvidence({ server, state, settings }: EvidenceProps) {
  const store = mailTestOf(server.id);
  const { task, tested, evidence } = store();
  const outcome = task.kind === 'done' ? task.value : undefined;
  return (
    <Tabs.Root
      className="evidence"
      value={evidence}
      onValueChange={(next) => store.setState({ evidence: next as EvidenceTab })}
    >
      <div className="subtabs">
        <Tabs.List className="subtab-list" aria-label="Evidence">
          {(Object.keys(tabLabels) as EvidenceTab[]).map((name) => (
            <Tabs.Tab key={name} value={name} className="subtab">
              {tabLabels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Panel value="transcript">
        {outcome && tested ? (
          <>
            <ReportActions outcome={outcome} tested={tested} state={state} />
            <Introduced asked={outcome.seen.asked} />
            <TranscriptView lines={outcome.transcript} />
          </>
        ) : (
          <p className="note">A test fills this with every line that was said.</p>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="certificate">
        {outcome && tested ? (
          <MailCertificate server={server} outcome={outcome} tested={tested} />
        ) : (
          <p className="note">A test over TLS fills this with the certificate the mail server shows.</p>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="offers">
        <ServerOffers server={server} settings={settings} />
      </Tabs.Panel>
      <Tabs.Panel value="earlier">
        <EarlierTests server={server} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

/** By which names this workstation and the server were called. */
function Introduced({ asked: { ehloName, serverName } }: { asked: ProbeAsked }) {
  if (!ehloName && !serverName) return null;
  return (
    <p className="note">
      {ehloName ? `Introduced itself as ${ehloName} (EHLO). ` : ''}
      {serverName ? `Asked for the certificate of ${serverName} (SNI).` : ''}
    </p>
  );
}
