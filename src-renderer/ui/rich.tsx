import { Fragment, type ReactNode } from 'react';
import type { Message } from '../../src-shared/texts/message';
import { useTexts } from './texts-store';

type Draw = (inside: ReactNode) => ReactNode;

/** The tags that are the same everywhere. */
const everywhere: Record<string, Draw> = {
  b: (inside) => <b>{inside}</b>,
  // Read aloud, not seen.
  unseen: (inside) => <span className="unseen">{inside}</span>,
};

/** A sentence with its tags drawn: `<b>`, `<unseen>`, and those of `tags`. */
export function Rich({ message, tags = {} }: { message: Message; tags?: Record<string, Draw> }) {
  const { rich } = useTexts();
  const drawn = Object.entries({ ...everywhere, ...tags }).map(([name, draw]) => [
    name,
    (inside: ReactNode[]) => draw(keyed(inside)),
  ]);
  return keyed(rich<ReactNode>(message, Object.fromEntries(drawn)));
}

/** The parts of a sentence never change their places. */
const keyed = (parts: readonly ReactNode[]): ReactNode =>
  parts.map((part, at) => <Fragment key={String(at)}>{part}</Fragment>);
