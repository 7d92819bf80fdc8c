import { FieldRow, TextInput } from './field';

interface Props {
  value: string;
  onChange(value: string): void;
}

/** Why something is written; it stands in the history. */
export function ReasonField({ value, onChange }: Props) {
  return (
    <FieldRow label="Reason, kept in the history">
      {(ids) => <TextInput {...ids} value={value} placeholder="optional" onChange={onChange} />}
    </FieldRow>
  );
}

/** The name of the server, typed before a write to production. */
export function TypedNameField({ value, onChange }: Props) {
  return (
    <FieldRow label="Type the server’s name to allow writing">
      {(ids) => <TextInput {...ids} value={value} onChange={onChange} />}
    </FieldRow>
  );
}
