import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef, useState } from 'react';
import css from './dialog.module.css';
import { backTo } from './keep-focus';
import { isTyping } from './last-typed';

interface DialogProps {
  title: string;
  /** Coloured band with words above the title, e.g. the environment. */
  band?: ReactNode;
  width?: 'narrow' | 'wide';
  /** Nobody asked for it, so it leaves its fields alone while the user types into something else. */
  uninvited?: boolean;
  onClose(): void;
  children: ReactNode;
  actions: ReactNode;
}

/** A modal dialog: focus is trapped in it, Escape closes it, and focus goes back where it came from, if that is still there. */
export function Dialog({ title, band, width = 'narrow', uninvited = false, onClose, children, actions }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);
  const [leavesFields] = useState(() => uninvited && isTyping());
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={css.scrim} />
        <Base.Popup
          className={css.dialog}
          data-dialog
          data-width={width}
          ref={popup}
          // Of this dialog alone: it may lie over another one.
          initialFocus={() =>
            leavesFields ? popup.current : (popup.current?.querySelector<HTMLElement>('[data-first]') ?? true)
          }
          finalFocus={() => backTo(opener)}
        >
          {band}
          <div className={css.body}>
            <Base.Title className={css.title}>{title}</Base.Title>
            {children}
          </div>
          <div className={css.actions}>{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
