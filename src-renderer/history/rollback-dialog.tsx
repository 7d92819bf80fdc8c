import type { RollbackRow } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { TestedNote } from '../mail/tested-note';
import { HoldingWords } from '../organization/holding-words';
import { ReviewDialog } from '../organization/review-dialog';
import { markOf } from '../ui/as-is';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { FailureNotice } from '../ui/failure-notice';
import { LongText } from '../ui/long-text';
import { Message } from '../ui/message';
import { useSay, useTexts } from '../ui/texts-store';
import { beginRollback, closeRollback, type RollbackEnd, useRollback, writeRollback } from './rollback-store';

/** Whatever a rollback has to show or ask; nothing if none is under way. */
export function RollbackDialog() {
  const say = useSay();
  const dialog = useRollback((state) => state.dialog);
  if (!dialog) return null;
  const { server, historyId, step } = dialog;
  const again = () => void beginRollback(server, historyId);
  switch (step.kind) {
    case 'review':
      return (
        <ReviewDialog
          server={server}
          review={step.review}
          verb={say('history.rollback.verb')}
          ownReason={step.reason}
          note={({ rows }) => <TestedNote serverId={server.id} rows={rows} />}
          steps={{
            close: closeRollback,
            again,
            write: (plan, typedName, reason) => void writeRollback(plan, typedName, reason),
          }}
        />
      );
    case 'nothing':
      return (
        <Dialog
          title={say('history.rollback.nothing.title')}
          band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
          onClose={closeRollback}
          actions={<Button onClick={closeRollback}>{say('word.close')}</Button>}
        >
          <p>{say('history.rollback.nothing.text')}</p>
        </Dialog>
      );
    case 'conflict':
      return <Changed server={server} rows={step.rows} again={again} />;
  }
}

/** Someone changed a value since: three columns, and nothing to decide, because only the present value is anyone's wish. */
function Changed({ server, rows, again }: { server: ServerSummary; rows: readonly RollbackRow[]; again(): void }) {
  const { say, words } = useTexts();
  return (
    <Dialog
      title={say('history.rollback.changed.title')}
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      width="wide"
      onClose={closeRollback}
      actions={
        <>
          <Button onClick={closeRollback} keys="Esc">
            {say('word.close')}
          </Button>
          <Button onClick={again}>{say('history.readServer')}</Button>
        </>
      }
    >
      <p className="dim">{say('history.rollback.changed.text')}</p>
      <table className={changesCss.changes}>
        <thead>
          <tr>
            <th scope="col">{say('history.rollback.changed.setting')}</th>
            <th scope="col">{say('history.rollback.changed.before')}</th>
            <th scope="col">{say('history.rollback.changed.written')}</th>
            <th scope="col">{say('history.rollback.changed.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, attribute, key, before, written, now }) => (
            <tr key={`${words(label)} ${attribute} ${key ?? ''}`}>
              <th scope="row">
                <span {...markOf(label)}>{words(label)}</span>
                <code translate="no">{key ?? attribute}</code>
              </th>
              <td className="faint">
                <LongText values={[before]} />
              </td>
              <td>
                <LongText values={[written]} />
              </td>
              <td>
                <b>
                  <LongText values={[now]} />
                </b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** How the last rollback ended. */
export function RollbackEnding({ end }: { end: RollbackEnd }) {
  const { say, words } = useTexts();
  const server = end.serverName;
  switch (end.kind) {
    case 'saved':
      return (
        <Message
          tone={end.held === 'lost' ? 'bad' : 'ok'}
          label={say('history.rollback.end')}
          title={say(end.held === 'lost' ? 'history.rollback.lost' : 'history.rollback.saved', { server })}
        >
          <HoldingWords {...end} />
          {end.notes.map(words).map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Message>
      );
    case 'notSaved':
      return (
        <FailureNotice failure={end.failure}>
          <b>{say('history.rollback.notSaved', { server })}</b>
          {end.savedLabels.length > 0 ? (
            <span>{say('history.rollback.partly', { fields: { list: end.savedLabels, as: 'plain' } })}</span>
          ) : null}
        </FailureNotice>
      );
    case 'unknown':
      return (
        <Message
          tone="warn"
          signal="unknown"
          label={say('history.rollback.end')}
          title={say('history.rollback.unknown.title', { server })}
        >
          <p>{say('history.rollback.unknown.text')}</p>
        </Message>
      );
  }
}
