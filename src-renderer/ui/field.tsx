import { type ReactNode, useEffect, useId, useRef } from 'react';

interface RowProps {
  label: string;
  /** What is wrong with the value; shown under the control and read with it. */
  error?: string | undefined;
  changed?: boolean;
  /** The value before it was changed, with a way back. */
  before?: { text: string; revert(): void } | undefined;
  help?: ReactNode;
  note?: ReactNode;
  /** The control is to get the focus; called once it has it. */
  toFocus?: (() => void) | undefined;
  children(ids: { id: string; describedBy: string; invalid: boolean }): ReactNode;
}

/** A labelled control in a form, with its error, its former value and its notes under it. */
export function FieldRow({ label, error, changed = false, before, help, note, toFocus, children }: RowProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!toFocus) return;
    controlIn(row.current)?.focus();
    toFocus();
  });
  const describedBy = `${id}-notes`;
  return (
    <div ref={row} className={changed ? 'field changed' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <div className="field-control">
        <div className="pair">
          {children({ id, describedBy, invalid: error !== undefined })}
          {help}
        </div>
        <div id={describedBy}>
          {error ? <p className="note bad">{error}</p> : null}
          {before ? (
            <p className="note">
              was {before.text}{' '}
              <button type="button" className="link" onClick={before.revert} aria-label={`Revert ${label}`}>
                Revert
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
  const classes = ['input', changed ? 'changed' : '', short ? 'short' : '', mono ? 'mono' : '']
    .filter(Boolean)
    .join(' ');
  return (
    <input
      {...rest}
      type={type}
      className={classes}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      data-first={first || undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface ChoiceProps<V extends string> {
  id: string;
  describedBy: string;
  label: string;
  options: readonly { value: V; text: string }[];
  value: V | undefined;
  disabled?: boolean;
  onChange(value: V): void;
}

/** A few values side by side, of which one is chosen; arrows move as in every group of radio buttons. */
export function Choice<V extends string>({
  id,
  describedBy,
  label,
  options,
  value,
  disabled,
  onChange,
}: ChoiceProps<V>) {
  return (
    <fieldset className="choice" aria-describedby={describedBy} disabled={disabled}>
      <legend className="unseen">{label}</legend>
      {options.map((option, index) => (
        <label key={option.value} className={option.value === value ? 'on' : ''}>
          <input
            type="radio"
            name={id}
            id={index === 0 ? id : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  id: string;
  describedBy: string;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** oxTrust's check box, with its state in words. */
export function Toggle({ id, describedBy, checked, disabled, onChange }: ToggleProps) {
  return (
    <span className="toggle">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span aria-hidden="true">{checked ? 'On' : 'Off'}</span>
    </span>
  );
}
