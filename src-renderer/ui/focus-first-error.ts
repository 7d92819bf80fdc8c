import { useEffect } from 'react';

/**
 * After each try to send a form, moves the focus to the first field of the open dialog that cannot be used: it may be
 * scrolled out of sight, and so may be the sentence below it. `tries` counts them.
 */
export function useFocusOnError(tries: number): void {
  useEffect(() => {
    const field = tries > 0 ? document.querySelector<HTMLElement>('[data-dialog] [aria-invalid]') : null;
    field?.focus();
    field?.closest('[data-field]')?.scrollIntoView({ block: 'nearest' });
  }, [tries]);
}
