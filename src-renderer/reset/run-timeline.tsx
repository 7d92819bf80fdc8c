import type { ResetRunView, RunEvent } from '../../src-shared/model/reset';
import { Signal, type Tone } from '../ui/signal';
import { useTexts } from '../ui/texts-store';
import css from './reset.module.css';

const toneOf = ({ good }: RunEvent): Tone => (good === undefined ? 'off' : good ? 'ok' : 'bad');

/** What happened in one run, from the request to its end. */
export function RunTimeline({ run }: { run: ResetRunView }) {
  const { say, when } = useTexts();
  return (
    <ol className={css.timeline} aria-label={say(`reset.run.timeline.${run.kind}`, { token: run.token })}>
      {run.events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end
        <li key={index}>
          <Signal tone={toneOf(event)} size={12} />
          <time data-label dateTime={event.at}>
            {when({ at: event.at, as: 'time' })}
          </time>
          <span>{say(event.text)}</span>
        </li>
      ))}
    </ol>
  );
}
