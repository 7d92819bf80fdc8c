import { Lock, LockOpen } from 'lucide-react';
import type { TranscriptLine } from '../../src-shared/model/mail-server';
import { invoke } from '../state/ipc';
import { markOf } from '../ui/as-is';
import { useSay, useTexts } from '../ui/texts-store';
import css from './mail.module.css';

const arrows = { client: '»', server: '«', note: '·' } as const;

/** The conversation, line by line, with its encryption marked. Secrets were taken out in main. */
export function TranscriptView({ lines }: { lines: readonly TranscriptLine[] }) {
  const { say, words } = useTexts();
  if (lines.length === 0) return null;
  const text = lines
    .map(
      ({ at, side, encrypted, text: said }) => `${at} ms ${encrypted ? 'TLS' : 'clear'} ${arrows[side]} ${words(said)}`,
    )
    .join('\n');
  return (
    <section aria-label={say('mail.transcript')}>
      <div className={css.head}>
        <h3>{say('mail.transcript.lines')}</h3>
        <button type="button" className="link push" onClick={() => void invoke('app.copy', { text })}>
          {say('word.copy')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => void invoke('app.saveText', { name: 'transcript.txt', text: `${text}\n` })}
        >
          {say('word.save')}
        </button>
      </div>
      <ol className={css.wire}>
        {lines.map(({ at, side, encrypted, text: said }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows at its end
          <li key={index} className={side === 'client' ? css.client : undefined}>
            <span className={css.time}>{(at / 1000).toFixed(3)}</span>
            <Encryption of={encrypted} />
            <span className="unseen">{say(`mail.transcript.by.${side}`)} </span>
            <span aria-hidden="true">{arrows[side]}</span>
            <span className={css.text} {...markOf(said)}>
              {words(said)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Encryption({ of: isEncrypted }: { of: boolean }) {
  const say = useSay();
  const label = say(isEncrypted ? 'mail.transcript.encrypted' : 'mail.transcript.unencrypted');
  const Sign = isEncrypted ? Lock : LockOpen;
  return (
    <span title={label}>
      <Sign size={10} aria-label={label} />
    </span>
  );
}
