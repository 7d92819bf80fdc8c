import type { ReactNode } from 'react';
import type { SecretChange, SecretState } from '../../src-shared/model/server';
import { Choice, FieldRow, TextInput } from './field';

interface SecretFieldProps {
  label: string;
  change: SecretChange;
  stored: SecretState;
  /** The place it was typed for is being changed, so the stored one will not be used. */
  moved?: boolean;
  help?: ReactNode;
  /** Paragraphs under the help. */
  notes?: ReactNode;
  error?: string | undefined;
  /** Why it cannot be replaced. */
  disabled?: string | undefined;
  /** What is filled in first: a dialog opens with the focus there. */
  first?: boolean;
  /** It is to get the focus; called once it has it. */
  toFocus?: (() => void) | undefined;
  onChange(change: SecretChange): void;
}

const storedText: Record<SecretState, string> = {
  stored: 'Stored.',
  none: 'Not set.',
  boundElsewhere: 'The stored one was typed for another host, port, encryption, user or route. Type it again.',
  locked: 'The keychain is locked, so it is not known whether it is stored.',
  unknown: 'Not known yet whether it is stored.',
};

/** A write-only field. The stored value is never shown, so that no mask can ever be saved as one. */
export function SecretField({
  label,
  change,
  stored,
  moved,
  help,
  notes,
  error,
  disabled,
  first,
  toFocus,
  onChange,
}: SecretFieldProps) {
  const options = [
    { value: 'keep' as const, text: stored === 'none' ? 'None' : 'Keep' },
    { value: 'replace' as const, text: stored === 'none' ? 'Set' : 'Replace' },
    ...(stored === 'none' ? [] : [{ value: 'clear' as const, text: 'Clear' }]),
  ];
  const choose = (kind: SecretChange['kind']) => onChange(kind === 'replace' ? { kind, value: '' } : { kind });
  return (
    <FieldRow
      label={label}
      error={error}
      toFocus={toFocus}
      changed={change.kind === 'clear' || (change.kind === 'replace' && change.value !== '')}
      note={
        <>
          <p className={moved && change.kind === 'keep' && stored === 'stored' ? 'note warn' : 'note'}>
            {moved && change.kind === 'keep' && stored === 'stored' ? storedText.boundElsewhere : storedText[stored]}{' '}
            {disabled}
          </p>
          {help ? <p className="note">{help}</p> : null}
          {notes}
        </>
      }
    >
      {({ id, describedBy, invalid }) => (
        <div className="secret">
          <Choice
            id={`${id}-kind`}
            describedBy={describedBy}
            label={`${label}: ${stored === 'none' ? 'none or set' : 'keep, replace or clear'}`}
            options={options}
            value={change.kind}
            disabled={disabled !== undefined}
            onChange={choose}
          />
          {change.kind === 'replace' ? (
            <TextInput
              id={id}
              describedBy={describedBy}
              invalid={invalid}
              type="password"
              first={first ?? false}
              changed={change.value !== ''}
              value={change.value}
              onChange={(value) => onChange({ kind: 'replace', value })}
            />
          ) : null}
        </div>
      )}
    </FieldRow>
  );
}
