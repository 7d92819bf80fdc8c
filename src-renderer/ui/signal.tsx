import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  Hourglass,
  LoaderCircle,
  Minus,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { Step } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import css from './signal.module.css';

/** The state of a thing: shape and colour; the word beside it is the caller's. */
export type Tone = 'ok' | 'warn' | 'bad' | 'hang' | 'unknown' | 'off' | 'running' | 'todo';

const icons = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: OctagonX,
  hang: Hourglass,
  unknown: CircleHelp,
  off: Minus,
  running: LoaderCircle,
  todo: CircleDashed,
} as const;

export function Signal({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const Icon = icons[tone];
  return <Icon className={css.signal} data-signal={tone} size={size} strokeWidth={1.75} aria-hidden="true" />;
}

export const toneOfStep: Record<Step['state'], Tone> = {
  waiting: 'todo',
  running: 'running',
  done: 'ok',
  warned: 'warn',
  failed: 'bad',
  skipped: 'off',
};

/** How a step stands, in a word. */
export const wordOfStep = (state: Step['state'] | 'notReached'): Message => message(`step.state.${state}`);
