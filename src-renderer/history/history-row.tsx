import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { momentText } from '../../src-shared/base/moment';
import { rollbackOffer } from '../../src-shared/history/rollback-offer';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { serverTabLabel } from '../../src-shared/model/app';
import type { Failure } from '../../src-shared/model/failure';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerSummary } from '../../src-shared/model/server';
import { verifyNow } from '../organization/organization-update';
import { useWhyNotChanged } from '../servers/why-not-writable';
import { showServer } from '../state/app-store';
import { useServer } from '../state/servers-store';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { EnvironmentShape } from '../ui/environment';
import { placeOf } from '../ui/failure-notice';
import { LongText } from '../ui/long-text';
import { Quote } from '../ui/message';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import css from './history.module.css';
import { endOf, shown, summaryOf } from './history-words';
import { beginRollback, useRollback } from './rollback-store';

interface HistoryRowProps {
  entry: HistoryEntry;
  /** In the history of all servers each row names its own. */
  namesServer: boolean;
  open: boolean;
  onToggle(): void;
}

/** One write: a line with its outcome, and all that is known of it once it is opened. */
export function HistoryRow({ entry, namesServer, open, onToggle }: HistoryRowProps) {
  const detailId = useId();
  const { tone, text } = endOf(entry);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className={css.entry}>
      <button type="button" className={css.head} aria-expanded={open} aria-controls={detailId} onClick={onToggle}>
        <Chevron size={14} aria-hidden="true" />
        <Signal tone={tone} />
        <b>{text}</b>
        <time dateTime={entry.time}>{momentText(entry.time)}</time>
        {namesServer ? (
          <span className="pair">
            <EnvironmentShape environment={entry.environment} size={11} /> {entry.serverName}
          </span>
        ) : null}
        <span className={css.summary}>
          {entry.rollbackOf ? 'Rollback: ' : ''}
          {summaryOf(entry)}
        </span>
        <span className="faint push">{entry.actor.osUser}</span>
      </button>
      <div id={detailId} hidden={!open}>
        {open ? <Detail entry={entry} /> : null}
      </div>
    </li>
  );
}

function Detail({ entry }: { entry: HistoryEntry }) {
  return (
    <div className={css.detail}>
      {entry.reason ? <p className={css.line}>{entry.reason}</p> : null}
      <p className={css.line}>
        {entry.actor.osUser} as <code>{entry.actor.bindDn}</code>, to {entry.serverName}, {entry.host}.{' '}
        {verification(entry)}
      </p>
      {entry.entries.map(({ dn, operation, mergedWith }) => (
        <div key={dn}>
          {operation ? (
            <p className={css.line}>
              {operation === 'add' ? 'Entry created: ' : 'Entry removed: '}
              <code>{dn}</code>
            </p>
          ) : null}
          {mergedWith ? (
            <p className={css.line}>
              Kept, changed by someone else since it was loaded: {mergedWith.fields.join(', ')}
              {mergedWith.modifiersName ? (
                <>
                  {' '}
                  (last write by <code>{mergedWith.modifiersName}</code>)
                </>
              ) : null}
              .
            </p>
          ) : null}
        </div>
      ))}
      <Changes entry={entry} />
      {entry.failure ? <Why failure={entry.failure} /> : null}
      <Actions entry={entry} />
    </div>
  );
}

function verification({ outcome, verifiedAt, check, held, holding }: HistoryEntry): string {
  const parts = [
    verifiedAt ? `Read ${outcome === 'saved' ? 'back' : 'again'} ${momentText(verifiedAt)}` : '',
    check === 'assertion' ? 'guarded by the server' : check === 'weaker' ? 'guarded by this console alone' : '',
    held === true ? 'still there after Gluu’s refresh' : held === false ? 'other values after Gluu’s refresh' : '',
    holding ? 'not read again after Gluu’s refresh yet' : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Not verified.' : `${parts.join(', ')}.`;
}

/** What went wrong, as it was told then; what to do is for then as well. */
function Why({ failure }: { failure: Failure }) {
  const say = useSay();
  const place = placeOf(failure);
  const { what, why } = sentencesOf(failure);
  return (
    <>
      <p className={css.line}>
        {say(what)} {place ? `${say(place)} ` : ''}
        {why && say(why)}
      </p>
      {failure.detail ? <Quote>{failure.detail}</Quote> : null}
    </>
  );
}

function Changes({ entry }: { entry: HistoryEntry }) {
  return (
    <table className={changesCss.changes}>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {entry.entries.flatMap(({ dn, changes }) =>
          changes.map((change) => (
            <tr key={`${dn} ${change.attribute} ${change.key ?? ''}`}>
              <th scope="row">
                {change.field}
                {change.key === change.field ? null : <code>{change.key ?? change.attribute}</code>}
              </th>
              <td>
                <LongText text={shown(change, 'before')} />
              </td>
              <td>
                <LongText text={shown(change, 'after')} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function Actions({ entry }: { entry: HistoryEntry }) {
  const server = useServer(entry.serverId);
  if (!server) return <p className={`${css.line} faint`}>This server is no longer in the list.</p>;
  return <ServerActions server={server} entry={entry} />;
}

function ServerActions({ server, entry }: { server: ServerSummary; entry: HistoryEntry }) {
  const say = useSay();
  const reading = useRollback(({ reading: id }) => id === entry.id);
  const notWritable = useWhyNotChanged(server, 'rollback');
  const offer = rollbackOffer(entry);
  const isOpen = entry.outcome === 'unknown' || entry.outcome === 'pending';
  const { undoneIn } = offer.kind === 'impossible' ? offer : {};
  const off = notWritable ?? (reading ? 'Reading the server.' : undefined);
  return (
    <div className={css.actions}>
      {isOpen ? (
        <Button small onClick={() => void verifyNow(server.id, entry.id)}>
          Read the server again
        </Button>
      ) : null}
      {offer.kind === 'possible' ? (
        <Button small off={off} onClick={() => void beginRollback(server, entry.id)}>
          Roll back…
        </Button>
      ) : (
        <span className="faint">{offer.why}</span>
      )}
      {undoneIn ? (
        <Button small onClick={() => showServer(server.id, undoneIn)}>
          {say(serverTabLabel(undoneIn))}
        </Button>
      ) : null}
    </div>
  );
}
