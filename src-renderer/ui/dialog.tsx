import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

interface DialogProps {
  title: string;
  /** Coloured band with words above the title, e.g. the environment. */
  band?: ReactNode;
  width?: 'narrow' | 'wide';
  onClose(): void;
  children: ReactNode;
  actions: ReactNode;
}

/** A modal dialog: focus is trapped in it, Escape closes it, and focus goes back where it came from. */
export function Dialog({ title, band, width = 'narrow', onClose, children, actions }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          className={`dialog ${width}`}
          initialFocus={() => document.querySelector<HTMLElement>('.dialog [data-first]') ?? true}
        >
          {band}
          <div className="dialog-body">
            <Base.Title className="dialog-title">{title}</Base.Title>
            {children}
          </div>
          <div className="dialog-actions">{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
