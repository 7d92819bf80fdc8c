import { useState } from 'react';
import { failureIn } from '../../src-shared/diagnosis/classify';
import { mailVerdicts } from '../../src-shared/diagnosis/mail-verdict';
import { versionWords } from '../../src-shared/gluu/versions';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import type { TestRecord } from '../../src-shared/model/test-history';
import { mailReport } from '../../src-shared/report/mail-report';
import type { Message } from '../../src-shared/texts/message';
import { outcomeLabel } from '../../src-shared/verdict/outcome';
import type { Verdict } from '../../src-shared/verdict/verdict';
import type { OrganizationState } from '../organization/organization-store';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { Pick } from '../ui/pick';
import { textsNow } from '../ui/texts-store';
import { mailTestOf, type Tested } from './mail-test-store';

interface ReportProps {
  outcome: MailTestOutcome;
  tested: Tested;
  state: OrganizationState;
}

/** The test as a ticket takes it: Markdown or JSON, without secrets and, on request, without names. */
export function ReportActions({ outcome, tested, state }: ReportProps) {
  const [hideHosts, setHideHosts] = useState(false);
  const { view } = state;
  const record = mailTestOf(view?.serverId as NonNullable<typeof view>['serverId'])(({ earlier }) => earlier?.[0]);
  if (!view || !record) return null;
  const report = () => reportOf(record, outcome, tested, view, hideHosts);
  return (
    <div className="pair">
      <Button small onClick={() => void invoke('app.copy', { text: report().markdown })}>
        Copy report
      </Button>
      <Button small onClick={() => void invoke('app.saveText', { name: 'mail-test.md', text: report().markdown })}>
        Save as Markdown
      </Button>
      <Button small onClick={() => void invoke('app.saveText', { name: 'mail-test.json', text: report().json })}>
        Save as JSON
      </Button>
      <Pick checked={hideHosts} onChange={setHideHosts}>
        without names
      </Pick>
    </div>
  );
}

/** What is said first of a verdict: what is sure, else its first reason. */
const sureOf = ({ exposure, reasons: [first] }: Verdict): Message[] =>
  exposure ? [exposure] : first ? [first.sentence] : [];

function reportOf(
  record: TestRecord,
  { seen, transcript }: MailTestOutcome,
  tested: Tested,
  view: NonNullable<OrganizationState['view']>,
  hideHosts: boolean,
) {
  const { test, reset } = mailVerdicts(view.version, tested.settings, seen, {});
  const finding = failureIn(seen);
  const { say } = textsNow();
  return mailReport(
    {
      ...record,
      stages: record.stages.map(({ text, ...stage }) => ({
        ...stage,
        ...(text === undefined ? {} : { text: textsNow().words(text) }),
      })),
      transcript,
      gluuVersion: say(versionWords(view.version)),
      ...(finding ? { explanation: { what: finding.title, why: finding.explanation, todo: finding.remedy } } : {}),
      verdicts: [
        { occasion: 'Test button', verdict: test },
        { occasion: 'Reset mail', verdict: reset },
      ].map(({ occasion, verdict }) => ({
        id: verdict.ruleId,
        sentence: `${occasion}: ${say(outcomeLabel(verdict.outcome))}. ${sureOf(verdict)
          .map((one) => say(one))
          .join('')}`,
        ...(verdict.remedy ? { remedy: say(verdict.remedy.text) } : {}),
        source: verdict.reasons[0]?.sources.join('; ') ?? '',
      })),
    },
    { hideHosts },
  );
}
