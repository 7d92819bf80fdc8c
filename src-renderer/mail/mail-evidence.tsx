import { useEffect, useRef } from 'react';
import type { ProbeAsked } from '../../src-shared/model/probe';
import type { ServerSummary } from '../../src-shared/model/server';
import { vantageLabel } from '../../src-shared/model/work';
import { message } from '../../src-shared/texts/message';
import type { OrganizationState } from '../organization/organization-store';
import { SubTabs } from '../ui/sub-tabs';
import { useSay } from '../ui/texts-store';
import { EarlierTests } from './earlier-tests';
import css from './mail.module.css';
import { MailCertificate } from './mail-certificate';
import { type EvidenceTab, mailTestOf } from './mail-test-store';
import { ReportActions } from './report-actions';
import type { ScreenSettings } from './screen-settings';
import { ServerOffers } from './server-offers';
import { TranscriptView } from './transcript-view';

interface EvidenceProps {
  server: ServerSummary;
  state: OrganizationState;
  settings: ScreenSettings;
}

/** What the answers above rest on. */
export function MailEvidence({ server, state, settings }: EvidenceProps) {
  const store = mailTestOf(server.id);
  const say = useSay();
  const { task, tested, evidence } = store();
  const outcome = task.kind === 'done' ? task.value : undefined;
  const region = useRef<HTMLDivElement>(null);
  const chosen = useRef<EvidenceTab>(undefined);
  // Where a test chose the tab, the result above it, which the user reads, stays in view.
  useEffect(() => {
    if (chosen.current === evidence) region.current?.scrollIntoView({ block: 'nearest' });
    chosen.current = undefined;
  }, [evidence]);
  const transcript =
    outcome && tested ? (
      <>
        <ReportActions outcome={outcome} tested={tested} state={state} />
        {outcome.here ? <h3 className={css.part}>{say(vantageLabel(outcome.vantage))}</h3> : null}
        <Introduced asked={outcome.seen.asked} />
        <TranscriptView lines={outcome.transcript} />
        {outcome.here ? (
          <>
            <h3 className={css.part}>{say(vantageLabel('here'))}</h3>
            <Introduced asked={outcome.here.seen.asked} />
            <TranscriptView lines={outcome.here.transcript} />
          </>
        ) : null}
      </>
    ) : (
      <p className="note">{say('mail.transcript.none')}</p>
    );
  const certificate =
    outcome && tested ? (
      <MailCertificate server={server} outcome={outcome} tested={tested} />
    ) : (
      <p className="note">{say('mail.certificate.none')}</p>
    );
  return (
    <div ref={region}>
      <SubTabs<EvidenceTab>
        label={say('mail.evidence')}
        look="flow"
        value={evidence}
        onChange={(next) => {
          chosen.current = next;
          store.setState({ evidence: next });
        }}
        tabs={[
          { id: 'transcript', label: say('mail.transcript'), content: transcript },
          { id: 'certificate', label: say('mail.certificate'), content: certificate },
          {
            id: 'offers',
            label: say('mail.offers'),
            content: (
              <ServerOffers
                server={server}
                settings={settings}
                notWritable={state.view?.notWritable && say(state.view.notWritable)}
              />
            ),
          },
          { id: 'earlier', label: say('mail.earlier'), content: <EarlierTests server={server} /> },
        ]}
      />
    </div>
  );
}

/** By which names the console and the server were called. */
function Introduced({ asked: { ehloName, serverName } }: { asked: ProbeAsked }) {
  const say = useSay();
  const sentences = [
    ...(ehloName ? [message('mail.transcript.ehlo', { name: ehloName })] : []),
    ...(serverName ? [message('mail.transcript.sni', { name: serverName })] : []),
  ];
  return sentences.length > 0 ? <p className="note">{say(sentences)}</p> : null;
}
