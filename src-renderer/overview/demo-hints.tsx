import type { Message } from '../../src-shared/texts/message';
import { useSay } from '../ui/texts-store';
import css from './overview.module.css';

/** What there is to learn from a server of the demo, and how to send a mail from it. */
export function DemoHints({ hints }: { hints: readonly Message[] }) {
  const say = useSay();
  return (
    <>
      <h2>{say('demo.server.about')}</h2>
      {hints.map((hint) => (
        <p key={hint.id} className={css.notes}>
          {say(hint)}
        </p>
      ))}
    </>
  );
}
