import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { Actions, Message } from '../ui/message';
import { HoldingWords } from './holding-words';
import type { Ending } from './organization-store';
import { review, verifyNow } from './organization-update';

/** How the last Update ended: saved, not saved, or being verified. Stays until something is changed again. */
export function EndingNotice({ server, ending }: { server: ServerSummary; ending: Ending | undefined }) {
  if (!ending) return null;
  switch (ending.kind) {
    case 'saved':
      return (
        <Message
          tone={ending.held === 'lost' ? 'bad' : 'ok'}
          label="How Update ended"
          title={ending.held === 'lost' ? 'Saved, but no longer there.' : 'Saved, read back, equal.'}
        >
          {ending.check === 'weaker' ? (
            <p>This server offers no assertion control, so the check against other writers was the weaker one.</p>
          ) : null}
          <HoldingWords {...ending} />
          {ending.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Message>
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
        <Message
          tone="warn"
          signal="unknown"
          label="How Update ended"
          title="Not known yet whether this was saved. It is being verified."
        >
          <p>
            The connection broke while the server was writing, or the server could not be read after it. It is read
            again until it tells; nothing is written twice.
          </p>
          <Actions>
            <Button onClick={() => void verifyNow(server.id, ending.historyId)}>Verify now</Button>
          </Actions>
        </Message>
      );
  }
}
