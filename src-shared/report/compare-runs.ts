import { isLibraryCode } from '../base/library-code';
import { type DiagnosisId, diagnoses } from '../diagnosis/diagnosis-table';
import { fieldOf, type KnownField } from '../gluu/pages/pages';
import { sentencesOf } from '../messages/failure-texts';
import { failureCodes } from '../model/failure';
import type { TestedSettings, TestOutcome, TestRecord } from '../model/test-history';
import { type Step, stepMessage } from '../model/work';
import { type Message, message, verbatim } from '../texts/message';

/** One line of a comparison. Absent: that run has no such stage. */
export interface ComparedRow {
  /** `rules`: by their numbers, for a report. */
  part: 'settings' | 'stages' | 'outcome' | 'rules';
  label: Message;
  left?: Message;
  right?: Message;
  /** Times are shown and never count as a difference. */
  leftMs?: number;
  rightMs?: number;
  differs: boolean;
}

const onOff = (on: boolean): Message => message(on ? 'word.on' : 'word.off');
const field = (id: KnownField): Message => fieldOf(id).label;
const settingRows: { label: Message; of: (settings: TestedSettings) => Message }[] = [
  { label: field('smtpHost'), of: ({ host }) => verbatim(host) },
  { label: field('smtpPort'), of: ({ port }) => verbatim(String(port)) },
  { label: message('mail.encryption'), of: ({ encryption }) => message(`mail.security.${encryption}`) },
  { label: field('smtpRequiresSsl'), of: ({ requiresSsl }) => onOff(requiresSsl) },
  { label: field('smtpAuthentication'), of: ({ requiresAuthentication }) => onOff(requiresAuthentication) },
  { label: field('smtpUserName'), of: ({ userName }) => verbatim(userName) },
  { label: field('smtpFromEmail'), of: ({ from }) => verbatim(from) },
  { label: message('report.recipient'), of: ({ recipient }) => verbatim(recipient) },
];

/** The tested settings with oxTrust's labels, in its form's order. */
export const shownSettings = (settings: TestedSettings): { label: Message; value: Message }[] =>
  settingRows.map(({ label, of }) => ({ label, value: of(settings) }));

const areAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two tests side by side: settings, stages and outcome, each row with whether it differs. Stages are matched by name, the
 * second of a name with the second; those of one run alone stand where they happened there.
 */
export function compareRuns(left: TestRecord, right: TestRecord): ComparedRow[] {
  const row = (part: ComparedRow['part'], label: Message, of: (run: TestRecord) => Message): ComparedRow => {
    const [one, other] = [of(left), of(right)];
    return { part, label, left: one, right: other, differs: !areAlike(one, other) };
  };
  const codes = (label: 'report.diagnosis' | 'report.verdict', of: (run: TestRecord) => string) =>
    row('rules', message(label), (run) => verbatim(of(run)));
  return [
    ...settingRows.map(({ label, of }) => row('settings', label, ({ settings }) => of(settings))),
    row('settings', message('mail.stopAfter'), ({ stopPoint }) => message(`mail.stop.${stopPoint}`)),
    ...stageRows(left.stages, right.stages),
    row('outcome', message('report.outcome'), ({ outcome }) => outcomeText(outcome)),
    codes('report.diagnosis', ({ outcome }) => (outcome.kind === 'failed' ? (outcome.diagnosis ?? '') : '')),
    codes('report.verdict', ({ verdictRules }) => verdictRules.join(', ')),
  ];
}

const isDiagnosis = (id: string | undefined): id is DiagnosisId => id !== undefined && Object.hasOwn(diagnoses, id);

/** What went wrong, by its row of the tables; a record of another version may name none that is known here. */
export function whatFailed({ diagnosis, code }: Extract<TestOutcome, { kind: 'failed' }>): Message {
  if (isDiagnosis(diagnosis)) return message(`diagnosis.${diagnosis}.title`);
  const known = failureCodes.find((one) => one === code);
  return known ? sentencesOf({ code: known }).what : message('report.failed');
}

function outcomeText(outcome: TestOutcome): Message {
  if (outcome.kind === 'ok') {
    const { reply } = outcome;
    return reply ? message('report.outcome.okSaid', { reply }) : message('report.outcome.ok');
  }
  const { detail } = outcome;
  const stage = outcome.stage && stepMessage(outcome.stage);
  const what = whatFailed(outcome);
  const said = detail && !isLibraryCode(detail) ? detail : undefined;
  if (said) {
    return stage
      ? message('report.outcome.failedAtSaid', { what, stage, said })
      : message('report.outcome.failedSaid', { what, said });
  }
  return stage ? message('report.outcome.failedAt', { what, stage }) : what;
}

interface NumberedStage {
  key: string;
  label: Message;
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
      label:
        count === 1
          ? stepMessage(stage.name)
          : message('report.stageAgain', { stage: stepMessage(stage.name), n: count }),
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

function stageRow(label: Message, left: Step | undefined, right: Step | undefined): ComparedRow {
  const shown = ({ state, text }: Step): Message =>
    text
      ? message('report.stageFound', { state: message(`step.state.${state}`), text })
      : message(`step.state.${state}`);
  return {
    part: 'stages',
    label,
    ...(left ? { left: shown(left) } : {}),
    ...(right ? { right: shown(right) } : {}),
    ...(left?.ms === undefined ? {} : { leftMs: left.ms }),
    ...(right?.ms === undefined ? {} : { rightMs: right.ms }),
    differs: left?.state !== right?.state || !areAlike(left?.text, right?.text),
  };
}
