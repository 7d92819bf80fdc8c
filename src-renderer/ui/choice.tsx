import css from './choice.module.css';

interface Option<V> {
  value: V;
  text: string;
  /** Of words that are not in the window's language; empty where nobody knows it. */
  lang?: string | undefined;
}

interface ChoiceProps<V extends string> {
  id: string;
  describedBy: string;
  label: string;
  options: readonly Option<V>[];
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
    <fieldset className={css.choice} aria-describedby={describedBy} disabled={disabled}>
      <legend className="unseen">{label}</legend>
      {options.map((option, index) => (
        <label key={option.value} className={css.option} data-checked={option.value === value || undefined}>
          <input
            type="radio"
            name={id}
            id={index === 0 ? id : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.lang === undefined ? (
            option.text
          ) : (
            <span lang={option.lang} translate="no">
              {option.text}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
