import { isLibraryCode } from '../base/library-code';
import { diagnoses } from '../diagnosis/diagnosis-table';
import { fieldOf } from '../gluu/pages/pages';
import { sentencesOf } from '../messages/failure-texts';
import { failureCodes } from '../model/failure';
import { mailSecurityLabels } from '../model/mail-server';
import { testStopLabels } from '../model/smtp-test';
import type { TestedSettings, TestOutcome, TestRecord } from '../model/test-history';
import type { Step } from '../model/work';
import { wordsOf } from '../texts/bridge';

/** One line of a comparison. Absent: that run has no such stage. */
export interface ComparedRow {
  /** `rules`: by their numbers, for a report. */
  part: 'settings' | 'stages' | 'outcome' | 'rules';
  label: string;
  left?: string;
  right?: string;
  /** Times are shown and never count as a difference. */
  leftMs?: number;
  rightMs?: number;
  differs: boolean;
}

const onOff = (on: boolean): string => (on ? 'On' : 'Off');
const settingRows: { label: string; of: (settings: TestedSettings) => string }[] = [
  { label: fieldOf('smtpHost').label, of: ({ host }) => host },
  { label: fieldOf('smtpPort').label, of: ({ port }) => String(port) },
  { label: 'Encryption', of: ({ encryption }) => mailSecurityLabels[encryption] },
  { label: fieldOf('smtpRequiresSsl').label, of: ({ requiresSsl }) => onOff(requiresSsl) },
  { label: fieldOf('smtpAuthentication').label, of: ({ requiresAuthentication }) => onOff(requiresAuthentication) },
  { label: fieldOf('smtpUserName').label, of: ({ userName }) => userName },
  { label: fieldOf('smtpFromEmail').label, of: ({ from }) => from },
  { label: 'Recipient', of: ({ recipient }) => recipient },
];

/** The tested settings with oxTrust's labels, in its form's order. */
export const shownSettings = (settings: TestedSettings): { label: string; value: string }[] =>
  settingRows.map(({ label, of }) => ({ label, value: of(settings) }));

/**
 * Two tests side by side: settings, stages and outcome, each row with whether it differs. Stages are matched by name, the
 * second of a name with the second; those of one run alone stand where they happened there.
 */
export function compareRuns(left: TestRecord, right: TestRecord): ComparedRow[] {
  const row = (part: ComparedRow['part'], label: string, of: (run: TestRecord) => string): ComparedRow => {
    const [one, other] = [of(left), of(right)];
    return { part, label, left: one, right: other, differs: one !== other };
  };
  return [
    ...settingRows.map(({ label, of }) => row('settings', label, ({ settings }) => of(settings))),
    row('settings', 'Stop after', ({ stopPoint }) => testStopLabels[stopPoint]),
    ...stageRows(left.stages, right.stages),
    row('outcome', 'Outcome', ({ outcome }) => outcomeText(outcome)),
    row('rules', 'Diagnosis', ({ outcome }) => (outcome.kind === 'failed' ? (outcome.diagnosis ?? '') : '')),
    row('rules', 'Verdict', ({ verdictRules }) => verdictRules.join(', ')),
  ];
}

/** What went wrong, by its row of the tables; a record of another version may name none that is known here. */
export function whatFailed({ diagnosis, code }: Extract<TestOutcome, { kind: 'failed' }>): string {
  const title = Object.entries(diagnoses).find(([id]) => id === diagnosis)?.[1].title;
  const known = failureCodes.find((one) => one === code);
  return title ?? (known ? wordsOf(sentencesOf({ code: known }).what).replace(/\.$/, '') : 'Failed');
}

function outcomeText(outcome: TestOutcome): string {
  if (outcome.kind === 'ok') return outcome.reply ? `ok: ${outcome.reply}` : 'ok';
  const { stage, detail } = outcome;
  const said = detail && !isLibraryCode(detail) ? `: ${detail}` : '';
  return `${whatFailed(outcome)}${stage ? ` at ${stage}` : ''}${said}`;
}

interface NumberedStage {
  key: string;
  label: string;
  stage: Step;
}

/** `Connect`, `Connect (2)`: a server with several addresses has several stages of one name. */
function numbered(stages: readonly Step[]): NumberedStage[] {
  const seen = new Map<string, number>();
  return stages.map((stage) => {
    const count = (seen.get(stage.name) ?? 0) + 1;
    seen.set(stage.name, count);
    return {
      key: JSON.stringify([stage.name, count]),
      label: count === 1 ? stage.name : `${stage.name} (${count})`,
      stage,
    };
  });
}

/** Stages of the right run alone come before the next stage both have. */
function stageRows(leftStages: readonly Step[], rightStages: readonly Step[]): ComparedRow[] {
  const [left, right] = [numbered(leftStages), numbered(rightStages)];
  const inLeft = new Set(left.map(({ key }) => key));
  const rightAt = new Map(right.map(({ key }, index) => [key, index]));
  const rows: ComparedRow[] = [];
  let next = 0;
  const rightAlone = (until: number) => {
    for (; next < until; next++) {
      const only = right[next];
      if (only && !inLeft.has(only.key)) rows.push(stageRow(only.label, undefined, only.stage));
    }
  };
  for (const { key, label, stage } of left) {
    const at = rightAt.get(key);
    if (at !== undefined) rightAlone(at);
    rows.push(stageRow(label, stage, at === undefined ? undefined : right[at]?.stage));
  }
  rightAlone(right.length);
  return rows;
}

function stageRow(label: string, left: Step | undefined, right: Step | undefined): ComparedRow {
  const shown = (stage: Step) => (stage.text ? `${stage.state}: ${stage.text}` : stage.state);
  return {
    part: 'stages',
    label,
    ...(left ? { left: shown(left) } : {}),
    ...(right ? { right: shown(right) } : {}),
    ...(left?.ms === undefined ? {} : { leftMs: left.ms }),
    ...(right?.ms === undefined ? {} : { rightMs: right.ms }),
    differs: left?.state !== right?.state || left?.text !== right?.text,
  };
}
