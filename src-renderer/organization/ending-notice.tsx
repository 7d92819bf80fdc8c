import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import { HoldingWords } from './holding-words';
import type { Ending } from './organization-store';
import { review, verifyNow } from './organization-update';

/** How the last Update ended: saved, not saved, or being verified. Stays until something is changed again. */
export function EndingNotice({ server, ending }: { server: ServerSummary; ending: Ending | undefined }) {
  if (!ending) return null;
  switch (ending.kind) {
    case 'saved':
      return (
        <section
          className={messageCss.message}
          data-tone={ending.held === 'lost' ? 'bad' : 'ok'}
          aria-label="How Update ended"
        >
          <Signal tone={ending.held === 'lost' ? 'bad' : 'ok'} size={16} />
          <div>
            <h2>{ending.held === 'lost' ? 'Saved, but no longer there.' : 'Saved, read back, equal.'}</h2>
            {ending.check === 'weaker' ? (
              <p>This server offers no assertion control, so the check against other writers was the weaker one.</p>
            ) : null}
            <HoldingWords {...ending} />
            {ending.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        </section>
      );
    case 'notSaved':
      return (
        <FailureNotice failure={ending.failure}>
          <b>Not saved.</b>
          {ending.savedLabels.length > 0 ? (
            <span>Written before the failure: {ending.savedLabels.join(', ')}.</span>
          ) : null}
          <Button onClick={() => void review(server.id)}>Review again</Button>
        </FailureNotice>
      );
    case 'unknown':
      return (
        <section className={messageCss.message} data-tone="warn" aria-label="How Update ended">
          <Signal tone="unknown" size={16} />
          <div>
            <h2>Not known yet whether this was saved. It is being verified.</h2>
            <p>
              The connection broke while the server was writing. The server is read again until it tells; nothing is
              written twice.
            </p>
            <div className={messageCss.actions}>
              <Button onClick={() => void verifyNow(server.id, ending.historyId)}>Verify now</Button>
            </div>
          </div>
        </section>
      );
  }
}
