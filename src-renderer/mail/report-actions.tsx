import { useState } from 'react';
import { failureIn } from '../../src-shared/diagnosis/classify';
import { mailVerdicts } from '../../src-shared/diagnosis/mail-verdict';
import { versionWords } from '../../src-shared/gluu/versions';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import type { TestRecord } from '../../src-shared/model/test-history';
import { mailReport } from '../../src-shared/report/mail-report';
import { message } from '../../src-shared/texts/message';
import type { OrganizationState } from '../organization/organization-store';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { Pick } from '../ui/pick';
import { textsNow, useSay } from '../ui/texts-store';
import { mailTestOf, type Tested } from './mail-test-store';

interface ReportProps {
  outcome: MailTestOutcome;
  tested: Tested;
  state: OrganizationState;
}

/** The test as a ticket takes it: Markdown or JSON, without secrets and, on request, without names. */
export function ReportActions({ outcome, tested, state }: ReportProps) {
  const [hideHosts, setHideHosts] = useState(false);
  const say = useSay();
  const { view } = state;
  const record = mailTestOf(view?.serverId as NonNullable<typeof view>['serverId'])(({ earlier }) => earlier?.[0]);
  if (!view || !record) return null;
  const report = () => reportOf(record, outcome, tested, view, hideHosts);
  return (
    <div className="pair">
      <Button small onClick={() => void invoke('app.copy', { text: report().markdown })}>
        {say('mail.report.copy')}
      </Button>
      <Button small onClick={() => void invoke('app.saveText', { name: 'mail-test.md', text: report().markdown })}>
        {say('mail.report.markdown')}
      </Button>
      <Button small onClick={() => void invoke('app.saveText', { name: 'mail-test.json', text: report().json })}>
        {say('mail.report.json')}
      </Button>
      <Pick checked={hideHosts} onChange={setHideHosts}>
        {say('mail.report.withoutNames')}
      </Pick>
    </div>
  );
}

function reportOf(
  record: TestRecord,
  { seen, transcript }: MailTestOutcome,
  tested: Tested,
  view: NonNullable<OrganizationState['view']>,
  hideHosts: boolean,
) {
  const { test, reset } = mailVerdicts(view.version, tested.settings, seen, {});
  const finding = failureIn(seen);
  return mailReport(
    {
      ...record,
      transcript,
      gluuVersion: versionWords(view.version),
      ...(finding ? { explanation: [finding.title, finding.explanation, finding.remedy] } : {}),
      verdicts: (
        [
          ['test', test],
          ['reset', reset],
        ] as const
      ).map(([occasion, verdict]) => {
        const [first] = verdict.reasons;
        const sentence = verdict.exposure ?? first?.sentence;
        return {
          id: verdict.ruleId,
          occasion,
          outcome: message(`mail.end.${verdict.outcome}`),
          ...(sentence === undefined ? {} : { sentence }),
          ...(verdict.remedy ? { remedy: verdict.remedy.text } : {}),
          source: first?.sources.join('; ') ?? '',
        };
      }),
    },
    { texts: textsNow(), hideHosts },
  );
}
