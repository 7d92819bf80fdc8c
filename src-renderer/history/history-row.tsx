import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { nameOf, nameOfCode } from '../../src-shared/history/changed-field';
import { rollbackOffer } from '../../src-shared/history/rollback-offer';
import { kindOf } from '../../src-shared/history/write-kind';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { serverTabLabel } from '../../src-shared/model/app';
import type { Failure } from '../../src-shared/model/failure';
import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import type { ServerSummary } from '../../src-shared/model/server';
import { message, type Words } from '../../src-shared/texts/message';
import { verifyNow } from '../organization/organization-update';
import { useWhyNotChanged } from '../servers/why-not-writable';
import { showServer } from '../state/app-store';
import { useServer } from '../state/servers-store';
import { AsIs, markOf } from '../ui/as-is';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { Cut } from '../ui/cut';
import { EnvironmentShape } from '../ui/environment';
import { placeOf } from '../ui/failure-notice';
import { LongText } from '../ui/long-text';
import { Quote } from '../ui/message';
import { Rich } from '../ui/rich';
import { Signal } from '../ui/signal';
import { useSay, useTexts } from '../ui/texts-store';
import css from './history.module.css';
import { timeOf, useHistory } from './history-store';
import { endOf, shown, summaryOf, verificationOf } from './history-words';
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
  const { say, when } = useTexts();
  const detailId = useId();
  const { tone, text } = endOf(entry);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className={css.entry}>
      <button type="button" className={css.head} aria-expanded={open} aria-controls={detailId} onClick={onToggle}>
        <Chevron size={14} aria-hidden="true" />
        <Signal tone={tone} />
        <b>{say(text)}</b>
        <time dateTime={entry.time}>{when({ at: entry.time, as: 'moment' })}</time>
        {namesServer ? (
          <span className="pair">
            <EnvironmentShape environment={entry.environment} size={11} /> <AsIs>{entry.serverName}</AsIs>
          </span>
        ) : null}
        <Cut className={css.summary ?? ''} text={say(summaryOf(entry))} />
        <span className="faint push" translate="no">
          {entry.actor.osUser}
        </span>
      </button>
      <div id={detailId} hidden={!open}>
        {open ? <Detail entry={entry} /> : null}
      </div>
    </li>
  );
}

/** What is typed as it is. */
const tags = { code: (inside: ReactNode) => <code translate="no">{inside}</code> };

function Detail({ entry }: { entry: HistoryEntry }) {
  const say = useSay();
  const { reason, actor, serverName, host, failure, rollbackOf } = entry;
  const rolledBack = useHistory((history) => rollbackOf && timeOf(rollbackOf, history));
  const by = message('history.by', { user: actor.osUser, dn: actor.bindDn, server: serverName, host });
  return (
    <div className={css.detail}>
      {reason ? (
        <p className={css.line} lang="" translate="no">
          {reason}
        </p>
      ) : rolledBack ? (
        <p className={css.line}>{say('history.rollback.reason', { time: { at: rolledBack, as: 'moment' } })}</p>
      ) : null}
      <p className={css.line}>
        <Rich message={by} tags={tags} /> {say(verificationOf(entry))}
      </p>
      {entry.entries.map((changed) => (
        <EntryLines key={changed.dn} {...changed} />
      ))}
      <Changes entry={entry} />
      {failure ? <Why failure={failure} /> : null}
      <Actions entry={entry} />
    </div>
  );
}

/** What became of an entry as a whole, and what of it was left as someone else had made it. */
function EntryLines({ dn, operation, mergedWith }: HistoryEntry['entries'][number]) {
  const say = useSay();
  const names = mergedWith?.fields.map(nameOfCode) ?? [];
  return (
    <div>
      {operation ? (
        <p className={css.line}>
          <Rich message={message(`history.entry.${operation}`, { dn })} tags={tags} />
        </p>
      ) : null}
      {mergedWith ? (
        <p className={css.line}>
          {say('history.merged', { fields: { list: names, as: 'plain' } })}{' '}
          {mergedWith.modifiersName ? (
            <Rich message={message('history.merged.by', { dn: mergedWith.modifiersName })} tags={tags} />
          ) : null}
        </p>
      ) : null}
    </div>
  );
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
      {failure.reason ? <p {...markOf(failure.reason)}>{say(failure.reason)}</p> : null}
      {failure.detail ? <Quote>{failure.detail}</Quote> : null}
    </>
  );
}

function Changes({ entry }: { entry: HistoryEntry }) {
  const say = useSay();
  return (
    <table className={changesCss.changes}>
      <thead>
        <tr>
          <th scope="col">{say('history.changes.setting')}</th>
          <th scope="col">{say('history.changes.before')}</th>
          <th scope="col">{say('history.changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {entry.entries.flatMap(({ dn, changes }) =>
          changes.map((change) => (
            <ChangeRow
              key={`${dn} ${change.attribute} ${change.key ?? ''}`}
              change={change}
              name={nameOf(change, kindOf(entry))}
            />
          )),
        )}
      </tbody>
    </table>
  );
}

function ChangeRow({ change, name }: { change: HistoryChange; name: Words }) {
  const { words } = useTexts();
  const { attribute, key } = change;
  const label = words(name);
  return (
    <tr>
      <th scope="row">
        <span {...markOf(name)}>{label}</span>
        {key === label ? null : <code translate="no">{key ?? attribute}</code>}
      </th>
      <td>
        <LongText values={shown(change, 'before')} />
      </td>
      <td>
        <LongText values={shown(change, 'after')} />
      </td>
    </tr>
  );
}

function Actions({ entry }: { entry: HistoryEntry }) {
  const say = useSay();
  const server = useServer(entry.serverId);
  if (!server) return <p className={`${css.line} faint`}>{say('servers.gone')}</p>;
  return <ServerActions server={server} entry={entry} />;
}

function ServerActions({ server, entry }: { server: ServerSummary; entry: HistoryEntry }) {
  const say = useSay();
  const reading = useRollback(({ reading: id }) => id === entry.id);
  const notWritable = useWhyNotChanged(server, 'rollback');
  const offer = rollbackOffer(entry);
  const isOpen = entry.outcome === 'unknown' || entry.outcome === 'pending';
  const { undoneIn } = offer.kind === 'impossible' ? offer : {};
  const off = notWritable ?? (reading ? say('history.readingServer') : undefined);
  return (
    <div className={css.actions}>
      {isOpen ? (
        <Button small onClick={() => void verifyNow(server.id, entry.id)}>
          {say('history.readServer')}
        </Button>
      ) : null}
      {offer.kind === 'possible' ? (
        <Button small off={off} onClick={() => void beginRollback(server, entry.id)}>
          {say('history.rollBack')}
        </Button>
      ) : (
        <span className="faint">{say(offer.why)}</span>
      )}
      {undoneIn ? (
        <Button small onClick={() => showServer(server.id, undoneIn)}>
          {say(serverTabLabel(undoneIn))}
        </Button>
      ) : null}
    </div>
  );
}
