import { Tick } from './pick';
import { useSay } from './texts-store';
import css from './toggle.module.css';

interface ToggleProps {
  id: string;
  describedBy: string;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** oxTrust's check box, with its state in words. */
export function Toggle({ id, describedBy, checked, disabled, onChange }: ToggleProps) {
  const say = useSay();
  return (
    <span className={css.toggle}>
      <Tick id={id} checked={checked} disabled={disabled} aria-describedby={describedBy} onChange={onChange} />
      <span aria-hidden="true">{say(checked ? 'word.on' : 'word.off')}</span>
    </span>
  );
}
