import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';

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
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          className={`dialog ${width}`}
          ref={popup}
          // Of this dialog alone: it may lie over another one.
          initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first]') ?? true}
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
