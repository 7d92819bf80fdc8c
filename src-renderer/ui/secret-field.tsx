import type { ReactNode } from 'react';
import type { SecretChange, SecretState } from '../../src-shared/model/server';
import type { Words } from '../../src-shared/texts/message';
import { Choice } from './choice';
import { FieldRow, TextInput } from './field';
import css from './field.module.css';
import { useSay } from './texts-store';

interface SecretFieldProps {
  label: string;
  labelLang?: string | undefined;
  beside?: string | undefined;
  change: SecretChange;
  stored: SecretState;
  /** The place it was typed for is being changed, so the stored one will not be used. */
  moved?: boolean;
  help?: ReactNode;
  /** Paragraphs under the help. */
  notes?: ReactNode;
  error?: Words | undefined;
  /** Why it cannot be replaced. */
  disabled?: string | undefined;
  /** What is filled in first: a dialog opens with the focus there. */
  first?: boolean;
  /** It is to get the focus; called once it has it. */
  toFocus?: (() => void) | undefined;
  onChange(change: SecretChange): void;
}

const choices = ['keep', 'replace', 'clear'] as const;

/**
 * A write-only field. The stored value is never shown, so that no mask can ever be saved as one. Where none is stored
 * there is nothing to keep or clear: the user types one, or leaves it empty.
 */
export function SecretField({
  label,
  labelLang,
  beside,
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
  const say = useSay();
  const isNew = stored === 'none';
  const typed = change.kind === 'replace' ? change.value : '';
  const outdated = moved && change.kind === 'keep' && stored === 'stored';
  const choose = (kind: SecretChange['kind']) => onChange(kind === 'replace' ? { kind, value: '' } : { kind });
  return (
    <FieldRow
      label={label}
      labelLang={labelLang}
      beside={beside}
      error={error}
      toFocus={toFocus}
      changed={change.kind === 'clear' || typed !== ''}
      note={
        <>
          {isNew && !disabled ? null : (
            <p className={outdated ? 'note warn' : 'note'}>
              {isNew ? '' : say(`servers.secret.${outdated ? 'boundElsewhere' : stored}`)} {disabled}
            </p>
          )}
          {help ? <p className="note">{help}</p> : null}
          {notes}
        </>
      }
    >
      {({ id, describedBy, invalid }) => (
        <div className={css.secret}>
          {isNew ? null : (
            <Choice
              id={`${id}-kind`}
              describedBy={describedBy}
              label={say('servers.secret.choice', { label })}
              options={choices.map((value) => ({ value, text: say(`servers.secret.${value}`) }))}
              value={change.kind}
              disabled={disabled !== undefined}
              onChange={choose}
            />
          )}
          {isNew || change.kind === 'replace' ? (
            <TextInput
              id={id}
              describedBy={describedBy}
              invalid={invalid}
              type="password"
              first={first ?? false}
              changed={typed !== ''}
              value={typed}
              {...(isNew ? { placeholder: say('servers.secret.notSet') } : {})}
              readOnly={disabled !== undefined}
              onChange={(value) => onChange(isNew && value === '' ? { kind: 'keep' } : { kind: 'replace', value })}
            />
          ) : null}
        </div>
      )}
    </FieldRow>
  );
}
