import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Words } from '../../src-shared/texts/message';
import { markOf } from './as-is';
import css from './field.module.css';
import { useTexts } from './texts-store';

interface RowProps {
  label: string;
  /** The language of the label, where it is not the window's. */
  labelLang?: string | undefined;
  /** The same in other words. */
  beside?: string | undefined;
  /** What is wrong with the value; shown under the control and read with it. */
  error?: Words | undefined;
  changed?: boolean;
  /** The value before it was changed, with a way back. */
  before?: { text: string; revert(): void } | undefined;
  help?: ReactNode;
  note?: ReactNode;
  /** The control is to get the focus; called once it has it. */
  toFocus?: (() => void) | undefined;
  children(ids: ControlIds): ReactNode;
}

/** A labelled control in a form, with its error, its former value and its notes under it. */
/** What ties a control to its label, its help and its error. */
export interface ControlIds {
  id: string;
  describedBy: string;
  invalid: boolean;
}

export function FieldRow({
  label,
  labelLang,
  beside,
  error,
  changed = false,
  before,
  help,
  note,
  toFocus,
  children,
}: RowProps) {
  const { say, words } = useTexts();
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!toFocus) return;
    controlIn(row.current)?.focus();
    toFocus();
  });
  const describedBy = `${id}-notes`;
  return (
    <div ref={row} className={css.field} data-field data-changed={changed || undefined}>
      <label htmlFor={id}>
        {labelLang ? <span lang={labelLang}>{label}</span> : label}
        {beside ? <span className={css.beside}> {beside}</span> : null}
      </label>
      <div>
        <div className={css.control}>
          {children({ id, describedBy, invalid: error !== undefined })}
          {help}
        </div>
        <div id={describedBy}>
          {error ? (
            <p className="note bad" data-error {...markOf(error)}>
              {words(error)}
            </p>
          ) : null}
          {before ? (
            <p className="note">
              {say('servers.field.was', { before: before.text })}{' '}
              <button
                type="button"
                className="link"
                onClick={before.revert}
                aria-label={say('servers.field.revertNamed', { label })}
              >
                {say('servers.field.revert')}
              </button>
            </p>
          ) : null}
          {note}
        </div>
      </div>
    </div>
  );
}

/** What one types into or, failing that, what is chosen: a secret that is being replaced has both. */
const controlIn = (row: HTMLElement | null): HTMLElement | null =>
  row?.querySelector<HTMLElement>('input:not([type=radio])') ??
  row?.querySelector<HTMLElement>('input:checked') ??
  row?.querySelector<HTMLElement>('input') ??
  null;

interface TextInputProps {
  id: string;
  describedBy: string;
  invalid: boolean;
  value: string;
  changed?: boolean;
  short?: boolean;
  mono?: boolean;
  type?: 'text' | 'password';
  readOnly?: boolean;
  placeholder?: string;
  /** What the placeholder says is no sentence of ours. */
  translate?: 'no' | undefined;
  list?: string;
  inputMode?: 'numeric';
  /** What is filled in first: a dialog opens with the focus there. */
  first?: boolean;
  onChange(value: string): void;
}

export function TextInput({
  describedBy,
  invalid,
  changed,
  short,
  mono,
  first,
  onChange,
  type = 'text',
  ...rest
}: TextInputProps) {
  return (
    <input
      {...rest}
      type={type}
      className={mono ? 'input mono' : 'input'}
      data-changed={changed || undefined}
      data-short={short || undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      data-first={first || undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
