import { FieldRow, TextInput } from './field';
import { useSay } from './texts-store';

interface Props {
  value: string;
  onChange(value: string): void;
}

/** Why something is written; it stands in the history. */
export function ReasonField({ value, onChange }: Props) {
  const say = useSay();
  return (
    <FieldRow label={say('app.write.reason')}>
      {(ids) => <TextInput {...ids} value={value} placeholder={say('word.optional')} onChange={onChange} />}
    </FieldRow>
  );
}

/** The name of the server, typed before a write to production. */
export function TypedNameField({ value, onChange }: Props) {
  const say = useSay();
  return (
    <FieldRow label={say('app.write.typeName')}>
      {(ids) => <TextInput {...ids} value={value} onChange={onChange} />}
    </FieldRow>
  );
}
