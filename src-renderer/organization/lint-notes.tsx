import type { LintFinding } from '../../src-shared/lint/lint';
import type { FieldId, FieldValue } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { Details, RuleSource } from '../ui/details';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import type { Judged } from './judged';
import { edit, type OrganizationState, want } from './organization-store';

const tones = { bad: 'bad', warn: 'warn' } as const;
const looks: Record<LintFinding['severity'], string> = { bad: 'bad', warn: 'warn', info: '' };

interface LintNotesProps {
  field: FieldId;
  serverId: ServerId;
  state: OrganizationState;
  judged: Judged;
}

/** The findings that belong beside one field, each with its remedy. A field that cannot be saved at all says only that. */
export function LintNotes({ field, serverId, state, judged }: LintNotesProps) {
  const say = useSay();
  if (judged.errors[field]) return null;
  const findings = judged.findings.filter((finding) => finding.field === field);
  return (
    <>
      {findings.map(({ id, severity, sentence, remedy }) => (
        <p key={id} className={`note with-icon ${looks[severity]}`}>
          {severity === 'info' ? null : <Signal tone={tones[severity]} size={12} />}
          <span>
            {say(sentence)}{' '}
            {remedy && !state.view?.notWritable ? (
              <button type="button" className="link" onClick={() => apply(serverId, remedy.set)}>
                {say(remedy.label)}
              </button>
            ) : null}
          </span>
        </p>
      ))}
      {findings.length > 0 ? (
        <Details>
          {findings.map(({ id, source }) => (
            <RuleSource key={id} id={id} source={source} />
          ))}
        </Details>
      ) : null}
    </>
  );
}

function apply(serverId: ServerId, set: Partial<Record<FieldId, FieldValue>>): void {
  const values = Object.entries(set);
  for (const [id, value] of values) edit(serverId, id, typeof value === 'boolean' ? value : String(value ?? ''));
  const [first] = values;
  if (first) want(serverId, first[0]);
}
