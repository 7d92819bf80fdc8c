import { FieldRow, TextInput } from './field';
import { useSay } from './texts-store';

interface Props {
  value: string;
  onChange(value: string): void;
}

/** Why something is written; it stands in the history. */
/** Why something is written. `otherwise`: what the history will say by itself where nothing is typed. */
export function ReasonField({ value, otherwise, onChange }: Props & { otherwise?: string | undefined }) {
  const say = useSay();
  return (
    <FieldRow label={say('app.write.reason')}>
      {(ids) => (
        <TextInput {...ids} value={value} placeholder={otherwise ?? say('word.optional')} onChange={onChange} />
      )}
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
