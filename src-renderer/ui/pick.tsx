import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import css from './pick.module.css';

interface TickProps extends Omit<ComponentProps<'input'>, 'className' | 'type' | 'onChange' | 'ref'> {
  type?: 'checkbox' | 'radio';
  /** Some of what it stands for is chosen. */
  partly?: boolean;
  onChange(checked: boolean): void;
}

/** A check box, or a radio button where one of several is chosen. */
export function Tick({ type = 'checkbox', partly = false, onChange, ...rest }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <input {...rest} ref={box} type={type} className={css.tick} onChange={(event) => onChange(event.target.checked)} />
  );
}

/** A check box with what it stands for beside it. */
export function Pick({
  className,
  children,
  ...rest
}: TickProps & { className?: string | undefined; children: ReactNode }) {
  const id = useId();
  return (
    <label htmlFor={id} className={className ? `${css.pick} ${className}` : css.pick}>
      <Tick {...rest} id={id} />
      {children}
    </label>
  );
}
