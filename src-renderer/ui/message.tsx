import type { ReactNode } from 'react';
import css from './message.module.css';
import { Signal, type Tone } from './signal';

interface MessageProps {
  /** Without one it is not known whether that is good or bad. */
  tone?: 'ok' | 'warn' | 'bad' | undefined;
  /** Where the sign says more than the colour. */
  signal?: Tone | undefined;
  /** What the region is called; a message among others of its kind needs no region. */
  label?: string;
  title: ReactNode;
  /** The heading is one of a part, not of the page. */
  minor?: boolean;
  /** Closer to what stands above it. */
  dense?: boolean;
  children?: ReactNode;
}

/** What came of something: the answer as a heading, and below it why, what to do, and the buttons for it. */
export function Message({ tone, signal = tone ?? 'unknown', label, title, minor, dense, children }: MessageProps) {
  const Region = label === undefined ? 'div' : 'section';
  const Heading = minor ? 'h4' : 'h2';
  return (
    <Region className={css.message} data-tone={tone} data-dense={dense || undefined} aria-label={label}>
      <Signal tone={signal} size={16} />
      <div>
        <Heading>{title}</Heading>
        {children}
      </div>
    </Region>
  );
}

interface PartProps {
  children: ReactNode;
}

/** What to do about it. */
export const Todo = ({ children }: PartProps) => <p className={css.todo}>{children}</p>;

/** Buttons, and words about them. */
export const Actions = ({ children }: PartProps) => <div className={css.actions}>{children}</div>;

/** What the other side said, letter by letter: in a language that nobody knows, and never to be translated. */
export const Quote = ({ id, children }: PartProps & { id?: string | undefined }) => (
  <p id={id} className={css.words} lang="" translate="no">
    {children}
  </p>
);
