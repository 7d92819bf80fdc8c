import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { Actions, Message } from '../ui/message';
import { useSay } from '../ui/texts-store';
import { HoldingWords } from './holding-words';
import { type Ending, listed } from './organization-store';
import { review, verifyNow } from './organization-update';

/** How the last Update ended: saved, not saved, or being verified. Stays until something is changed again. */
export function EndingNotice({ server, ending }: { server: ServerSummary; ending: Ending | undefined }) {
  const say = useSay();
  if (!ending) return null;
  switch (ending.kind) {
    case 'saved':
      return (
        <Message
          tone={ending.held === 'lost' ? 'bad' : 'ok'}
          label={say('organization.ending.label')}
          title={say(ending.held === 'lost' ? 'organization.ending.lost' : 'organization.ending.saved')}
        >
          {ending.check === 'weaker' ? <p>{say('organization.ending.weaker')}</p> : null}
          <HoldingWords {...ending} />
          {ending.notes.map((note) => (
            <p key={note.id}>{say(note)}</p>
          ))}
        </Message>
      );
    case 'notSaved':
      return (
        <FailureNotice failure={ending.failure}>
          <b>{say('organization.ending.notSaved')}</b>
          {ending.savedLabels.length > 0 ? (
            <span>{say('organization.ending.partly', { fields: listed(ending.savedLabels) })}</span>
          ) : null}
          <Button onClick={() => void review(server.id)}>{say('organization.review.again')}</Button>
        </FailureNotice>
      );
    case 'unknown':
      return (
        <Message
          tone="warn"
          signal="unknown"
          label={say('organization.ending.label')}
          title={say('organization.ending.unknown')}
        >
          <p>{say('organization.ending.unknownWhy')}</p>
          <Actions>
            <Button onClick={() => void verifyNow(server.id, ending.historyId)}>
              {say('organization.ending.verify')}
            </Button>
          </Actions>
        </Message>
      );
  }
}
