import { Lock, LockOpen } from 'lucide-react';
import type { TranscriptLine } from '../../src-shared/model/mail-server';
import { invoke } from '../state/ipc';
import css from './mail.module.css';

const arrows = { client: '»', server: '«', note: '·' } as const;
const speakers = { client: 'console', server: 'server', note: 'note' } as const;

/** The conversation, line by line, with its encryption marked. Secrets were taken out in main. */
export function TranscriptView({ lines }: { lines: readonly TranscriptLine[] }) {
  if (lines.length === 0) return null;
  const text = lines
    .map(({ at, side, encrypted, text: said }) => `${at} ms ${encrypted ? 'TLS' : 'clear'} ${arrows[side]} ${said}`)
    .join('\n');
  return (
    <section aria-label="Transcript">
      <div className={css.head}>
        <h3>Every line</h3>
        <button type="button" className="link push" onClick={() => void invoke('app.copy', { text })}>
          Copy
        </button>
        <button
          type="button"
          className="link"
          onClick={() => void invoke('app.saveText', { name: 'transcript.txt', text: `${text}\n` })}
        >
          Save
        </button>
      </div>
      <ol className={css.wire}>
        {lines.map(({ at, side, encrypted, text: said }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows at its end
          <li key={index} className={side === 'client' ? css.client : undefined}>
            <span className={css.time}>{(at / 1000).toFixed(3)}</span>
            <span title={encrypted ? 'encrypted' : 'unencrypted'}>
              {encrypted ? <Lock size={10} aria-label="encrypted" /> : <LockOpen size={10} aria-label="unencrypted" />}
            </span>
            <span className="unseen">{speakers[side]}: </span>
            <span aria-hidden="true">{arrows[side]}</span>
            <span className={css.text}>{said}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
