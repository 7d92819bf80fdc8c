import type { ComponentProps, ReactNode } from 'react';
import css from './button.module.css';
import { keysHere } from './keys';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  look?: 'plain' | 'main' | 'production' | 'link';
  small?: boolean;
  /** Why it cannot be pressed. The button stays focusable, and the reason stands beside it. */
  off?: string | undefined;
  /** Keys that do the same. */
  keys?: string;
  children: ReactNode;
}

/** A verb that can be pressed. A button that cannot be says why. */
export function Button({ look = 'plain', small = false, off, keys, children, onClick, ...rest }: ButtonProps) {
  return (
    <>
      <button
        type="button"
        className={css.button}
        data-look={look}
        data-small={small || undefined}
        aria-disabled={off ? true : undefined}
        onClick={off ? undefined : onClick}
        {...rest}
      >
        {children}
        {keys ? (
          <span className={css.keys} aria-hidden="true" translate="no">
            {keysHere(keys)}
          </span>
        ) : null}
      </button>
      {off ? <span className="reason">{off}</span> : null}
    </>
  );
}
