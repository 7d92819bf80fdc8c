import { timeText } from '../../src-shared/base/moment';
import type { ResetRunView, RunEvent } from '../../src-shared/model/reset';
import { Signal, type Tone } from '../ui/signal';
import css from './reset.module.css';

const toneOf = ({ good }: RunEvent): Tone => (good === undefined ? 'off' : good ? 'ok' : 'bad');

/** What happened in one run, from the request to its end. */
export function RunTimeline({ run }: { run: ResetRunView }) {
  return (
    <ol className={css.timeline} aria-label={`Timeline of ${run.kind} ${run.token}`}>
      {run.events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end
        <li key={index}>
          <Signal tone={toneOf(event)} size={12} />
          <time data-label dateTime={event.at}>
            {timeText(event.at)}
          </time>
          <span>{event.text}</span>
        </li>
      ))}
    </ol>
  );
}
