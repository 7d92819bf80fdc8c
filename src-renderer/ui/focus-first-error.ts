import { useEffect } from 'react';

/**
 * After each try to send a form, moves the focus to the first field of the open dialog that cannot be used: it may be
 * scrolled out of sight. `tries` counts them.
 */
export function useFocusOnError(tries: number): void {
  useEffect(() => {
    if (tries > 0) document.querySelector<HTMLElement>('.dialog [aria-invalid]')?.focus();
  }, [tries]);
}
