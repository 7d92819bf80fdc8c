import { Star } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { routeText } from '../../src-shared/model/route';
import { environmentLabels, type ServerId, type ServerSummary } from '../../src-shared/model/server';
import type { ServerHealth } from '../../src-shared/model/server-health';
import { ageText } from '../../src-shared/model/server-list';
import { useDirtyServers } from '../organization/organization-store';
import { useChecks } from '../overview/check-store';
import { showServer } from '../shell/app-store';
import { Signal, type Tone } from '../ui/signal';
import { EnvironmentShape } from './environment';
import { useFleet } from './fleet-store';
import { certificateWarning, reasonOf } from './health-words';
import { moveBy, setFavourite } from './server-actions';

interface ServerRowProps {
  server: ServerSummary;
  current: boolean;
  /** Minutes are enough: it is rendered anew when they change. */
  now: number;
  /** Something is dragged over this row: it would be dropped before or after it. */
  dropAt: 'before' | 'after' | undefined;
  onDrag(kind: 'start' | 'over' | 'drop' | 'end', event: DragEvent<HTMLElement>): void;
}

const unknown: ServerHealth = { state: 'unknown' };

/**
 * A server of the list, a line for each fact that must not be cut: name and version, host, SSH route, state with age and
 * latency, and the certificate once it needs a look.
 */
export function ServerRow({ server, current, now, dropAt, onDrag }: ServerRowProps) {
  const health = useFleet(({ health: all }) => all[server.id]) ?? unknown;
  const via = routeText(server.route);
  const reason = reasonOf(health);
  const item = useRef<HTMLLIElement>(null);
  // The palette and an unlocked window show a server that may be far down the list.
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    void moveBy(server.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      ref={item}
      className={dropAt ? `server-item drop-${dropAt}` : 'server-item'}
      draggable={!server.demo}
      onDragStart={(event) => onDrag('start', event)}
      onDragOver={(event) => onDrag('over', event)}
      onDrop={(event) => onDrag('drop', event)}
      onDragEnd={(event) => onDrag('end', event)}
    >
      <button
        type="button"
        className={current ? 'server-row on' : 'server-row'}
        data-roving={server.name}
        tabIndex={-1}
        aria-current={current || undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={reason}
        onClick={() => showServer(server.id)}
        onKeyDown={onKeyDown}
      >
        <EnvironmentShape environment={server.environment} />
        <span className="server-title">
          <span className="cut" title={server.name}>
            {server.name}
          </span>
          <span className="unseen">, {environmentLabels[server.environment]}</span>
          <span className="server-version">{health.version ?? ''}</span>
        </span>
        <span className="server-host">
          {server.host}:{server.port}
        </span>
        {via ? <span className="server-host">via {via}</span> : null}
        <span className="server-facts">
          <RowState serverId={server.id} health={health} />
          <LastSeen health={health} now={now} />
        </span>
        <CertificateDays health={health} now={now} />
      </button>
      {server.demo ? null : (
        <button
          type="button"
          className={server.favourite ? 'star on' : 'star'}
          data-beside
          tabIndex={-1}
          aria-pressed={server.favourite ?? false}
          aria-label={`Favourite: ${server.name}`}
          title={server.favourite ? 'Remove from favourites' : 'Add to favourites'}
          onClick={() => void setFavourite(server, !server.favourite)}
        >
          <Star size={12} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

const states: Record<ServerHealth['state'], { tone: Tone; word: string; look: string }> = {
  ok: { tone: 'ok', word: 'Reached', look: 'ok' },
  failed: { tone: 'bad', word: 'Not reached', look: 'bad' },
  checking: { tone: 'running', word: 'Checking', look: '' },
  skipped: { tone: 'off', word: 'Not checked', look: '' },
  unknown: { tone: 'off', word: 'Not checked', look: '' },
};

function RowState({ serverId, health }: { serverId: ServerId; health: ServerHealth }) {
  const runs = useChecks(({ checks }) => checks[serverId]?.kind === 'running');
  const dirty = useDirtyServers(serverId);
  if (dirty) return <span className="row-state edit">Unsaved</span>;
  const { tone, word, look } = states[runs ? 'checking' : health.state];
  return (
    <span className={`row-state ${look}`}>
      <Signal tone={tone} size={12} />
      {word}
    </span>
  );
}

function LastSeen({ health: { state, seenAt, ms }, now }: { health: ServerHealth; now: number }) {
  if (!seenAt) return <span>never seen</span>;
  const age = ageText(seenAt, now);
  const ago = age === 'now' ? age : `${age} ago`;
  if (state === 'failed') return <span>seen {ago}</span>;
  return <span>{ms === undefined ? ago : `${ago}, ${ms} ms`}</span>;
}

function CertificateDays({ health, now }: { health: ServerHealth; now: number }) {
  const warning = certificateWarning(health, now);
  return warning ? <span className={`cut server-certificate ${warning.tone}`}>{warning.words}</span> : null;
}
