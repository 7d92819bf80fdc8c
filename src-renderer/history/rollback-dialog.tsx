import type { RollbackRow } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { TestedNote } from '../mail/tested-note';
import { HoldingWords } from '../organization/holding-words';
import { ReviewDialog } from '../organization/review-dialog';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { FailureNotice } from '../ui/failure-notice';
import { LongText } from '../ui/long-text';
import { Message } from '../ui/message';
import { beginRollback, closeRollback, type RollbackEnd, useRollback, writeRollback } from './rollback-store';

/** Whatever a rollback has to show or ask; nothing if none is under way. */
export function RollbackDialog() {
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
          verb="Roll back"
          reason={step.reason}
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
          title="All is as it was before"
          band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
          onClose={closeRollback}
          actions={<Button onClick={closeRollback}>Close</Button>}
        >
          <p>The server holds the values from before this write. There is nothing to roll back.</p>
        </Dialog>
      );
    case 'conflict':
      return <Changed server={server} rows={step.rows} again={again} />;
  }
}

/** Someone changed a value since: three columns, and nothing to decide, because only the present value is anyone's wish. */
function Changed({ server, rows, again }: { server: ServerSummary; rows: readonly RollbackRow[]; again(): void }) {
  return (
    <Dialog
      title="Changed since that write"
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      width="wide"
      onClose={closeRollback}
      actions={
        <>
          <Button onClick={closeRollback} keys="Esc">
            Close
          </Button>
          <Button onClick={again}>Read the server again</Button>
        </>
      }
    >
      <p className="dim">
        Nothing was written. What someone set since is not overwritten: change it in Organization Configuration.
      </p>
      <table className={changesCss.changes}>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Before that write</th>
            <th scope="col">Written then</th>
            <th scope="col">Now on the server</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, attribute, key, before, written, now }) => (
            <tr key={`${label} ${attribute} ${key ?? ''}`}>
              <th scope="row">
                {label}
                <code>{key ?? attribute}</code>
              </th>
              <td className="faint">
                <LongText text={before} />
              </td>
              <td>
                <LongText text={written} />
              </td>
              <td>
                <b>
                  <LongText text={now} />
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
  switch (end.kind) {
    case 'saved':
      return (
        <Message
          tone={end.held === 'lost' ? 'bad' : 'ok'}
          label="How the rollback ended"
          title={`Rolled back on ${end.serverName}: ${end.held === 'lost' ? 'saved, but no longer there' : 'saved, read back, equal'}.`}
        >
          <HoldingWords {...end} />
          {end.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Message>
      );
    case 'notSaved':
      return (
        <FailureNotice failure={end.failure}>
          <b>Not rolled back on {end.serverName}.</b>
          {end.savedLabels.length > 0 ? <span>Written before the failure: {end.savedLabels.join(', ')}.</span> : null}
        </FailureNotice>
      );
    case 'unknown':
      return (
        <Message
          tone="warn"
          signal="unknown"
          label="How the rollback ended"
          title={`Not known yet whether ${end.serverName} was rolled back. It is being verified.`}
        >
          <p>The server is read again until it tells; nothing is written twice.</p>
        </Message>
      );
  }
}
