import { useEffect, useRef, useState } from 'react';
import { MOST_SHOWN } from '../../src-shared/history/history-filter';
import { commandLabel } from '../../src-shared/model/commands';
import type { ServerSummary } from '../../src-shared/model/server';
import { showServer } from '../state/app-store';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import css from './history.module.css';
import { HistoryFilters } from './history-filters';
import { HistoryRow } from './history-row';
import { find, listingOf, openHistory, PAGE, type Scope, soughtNothing, useHistory } from './history-store';
import { RollbackDialog, RollbackEnding } from './rollback-dialog';
import { useRollback } from './rollback-store';

/** What this console wrote, newest first: to one server, or to all of them. */
export function HistoryPage({ server }: { server?: ServerSummary }) {
  const say = useSay();
  const scope: Scope = server?.id ?? 'all';
  const state = useHistory();
  const end = useRollback(({ end: last }) => last);
  const { sought, page } = listingOf(scope, state);
  useEffect(() => {
    void openHistory(scope);
  }, [scope]);
  const ending = useRef<HTMLDivElement>(null);
  const ended = end !== undefined;
  useEffect(() => {
    if (ended) ending.current?.scrollIntoView({ block: 'nearest' });
  }, [ended]);

  return (
    <div className={layoutCss.pane}>
      {server ? null : <h1 className={css.title}>{say(commandLabel('history'))}</h1>}
      {state.chain && !state.chain.ok ? (
        <section className={messageCss.notice} data-tone="bad" aria-label={say('history.tampered.label')}>
          <Signal tone="bad" size={16} />
          <p>
            <b>{say('history.tampered.title')}</b> {say(state.chain.why)}
          </p>
        </section>
      ) : null}
      {state.failure ? <FailureNotice failure={state.failure} /> : null}
      <div ref={ending} role="status">
        {end && (scope === 'all' || scope === end.serverId) ? <RollbackEnding end={end} /> : null}
      </div>
      <HistoryFilters scope={scope} sought={sought} total={page?.total} />
      {page ? <Listing scope={scope} server={server} /> : state.failure ? null : <p>{say('history.reading')}</p>}
      <RollbackDialog />
    </div>
  );
}

function Listing({ scope, server }: { scope: Scope; server: ServerSummary | undefined }) {
  const say = useSay();
  const { sought, limit, page } = useHistory((state) => listingOf(scope, state));
  /** Rows that were opened or closed by hand; of the others only the newest is open. */
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const entries = page?.entries ?? [];
  const total = page?.total ?? 0;
  if (entries.length === 0) {
    return Object.values(sought).some(Boolean) ? (
      <div className={messageCss.empty}>
        <p>{say('history.noMatch')}</p>
        <Button onClick={() => void find(scope, { sought: soughtNothing })}>{say('word.showAll')}</Button>
      </div>
    ) : (
      <div className={messageCss.empty}>
        <p>{server ? say('history.emptyOf', { server: server.name }) : say('history.empty')}</p>
        {server ? (
          <Button look="main" onClick={() => showServer(server.id, 'organization')}>
            {say('app.tab.organization')}
          </Button>
        ) : null}
      </div>
    );
  }
  const isOpen = (id: string) => toggled[id] ?? id === entries[0]?.id;
  return (
    <>
      <ol>
        {entries.map((entry) => (
          <HistoryRow
            key={entry.id}
            entry={entry}
            namesServer={!server}
            open={isOpen(entry.id)}
            onToggle={() => setToggled((before) => ({ ...before, [entry.id]: !isOpen(entry.id) }))}
          />
        ))}
      </ol>
      <p className={css.foot}>
        <span className="faint" role="status">
          {say('history.shown', { shown: entries.length, total })}
        </span>
        {entries.length < Math.min(total, MOST_SHOWN) ? (
          <Button small onClick={() => void find(scope, { limit: limit + PAGE })}>
            {say('history.more', { n: Math.min(PAGE, Math.min(total, MOST_SHOWN) - entries.length) })}
          </Button>
        ) : null}
      </p>
    </>
  );
}
