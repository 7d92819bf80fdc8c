import { Star } from 'lucide-react';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef } from 'react';
import { commandLabel, serverCommands } from '../../../src-shared/model/commands';
import { environmentLabels } from '../../../src-shared/model/environment';
import type { ServerId, ServerSummary } from '../../../src-shared/model/server';
import type { ServerHealth } from '../../../src-shared/model/server-health';
import { addressText, ageOf, ageText, type ListSection, placeOf } from '../../../src-shared/model/server-list';
import { message } from '../../../src-shared/texts/message';
import { isDirty, useOrganization } from '../../organization/organization-store';
import { certificateWarning, reasonsOf } from '../../servers/health-words';
import { moveBy, setFavourite } from '../../servers/server-actions';
import { showServer } from '../../state/app-store';
import { useChecks } from '../../state/check-store';
import { useHealth } from '../../state/health-store';
import { AsIs, markOf } from '../../ui/as-is';
import { EnvironmentShape } from '../../ui/environment';
import { ariaKeys } from '../../ui/keys';
import { Signal, type Tone } from '../../ui/signal';
import { useSay } from '../../ui/texts-store';
import { isPressed } from '../commands/shortcuts';
import css from './server-row.module.css';
import type { OnDrag } from './use-dragging';

interface ServerRowProps {
  server: ServerSummary;
  section: ListSection;
  /** Its place in the section, and among all rows of the list. */
  index: number;
  at: number;
  /** How much is left above it for the rows that are not drawn. */
  room: number;
  current: boolean;
  /** Tab stops here. */
  isStop: boolean;
  /** Minutes are enough: it is rendered again when they change. */
  now: number;
  /** Something is dragged over this row: it would be dropped before or after it. */
  dropAt: 'before' | 'after' | undefined;
  onDrag: OnDrag;
  measure(row: HTMLElement | null): void;
}

const { moveDown, moveUp } = serverCommands;
const unknown: ServerHealth = { state: 'unknown' };

/**
 * A server of the list in two lines: name and version, where it is and how it was found. The header says the rest. Drawn again
 * only for what it shows itself: there may be a thousand beside it.
 */
export const ServerRow = memo(function ServerRow(props: ServerRowProps) {
  const { server, section, index, at, room, current, isStop, now, dropAt, onDrag, measure } = props;
  const item = useRef<HTMLLIElement>(null);
  const itemRef = useCallback(
    (row: HTMLLIElement | null) => {
      item.current = row;
      measure(row);
    },
    [measure],
  );
  // The palette and an unlocked window show a server that may be far down the list.
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li
      ref={itemRef}
      data-row={at}
      aria-posinset={index + 1}
      aria-setsize={section.servers.length}
      className={css.item}
      style={room > 0 ? { marginTop: room } : undefined}
      data-drop={dropAt}
      draggable={!server.demo}
      onDragStart={(event) => onDrag('start', event, section, index)}
      onDragOver={(event) => onDrag('over', event, section, index)}
      onDrop={(event) => onDrag('drop', event, section, index)}
      onDragEnd={(event) => onDrag('end', event, section, index)}
    >
      <RowContent server={server} current={current} isStop={isStop} now={now} />
    </li>
  );
});

/** By itself: a search moves rows, and what stands in them stays as it is. */
const RowContent = memo(function RowContent(props: Pick<ServerRowProps, 'server' | 'current' | 'isStop' | 'now'>) {
  const { server, current, isStop, now } = props;
  const say = useSay();
  const health = useHealth(({ health: all }) => all[server.id]) ?? unknown;
  const address = addressText(server);
  const reason = say(reasonsOf(health, now));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = isPressed(moveUp.keys, event) ? -1 : isPressed(moveDown.keys, event) ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    void moveBy(server.id, step);
  };
  return (
    <>
      <button
        type="button"
        className={`row ${css.row}`}
        data-roving
        tabIndex={isStop ? 0 : -1}
        aria-current={current || undefined}
        aria-keyshortcuts={`${ariaKeys(moveUp.keys)} ${ariaKeys(moveDown.keys)}`}
        title={reason}
        onClick={() => showServer(server.id)}
        onKeyDown={onKeyDown}
      >
        <EnvironmentShape environment={server.environment} />
        <span className={css.title}>
          <span className="cut" data-name title={server.name} translate="no">
            {server.name}
          </span>
          <span className="unseen">, {say(environmentLabels[server.environment])}</span>
          <span className={css.version} translate="no">
            {health.version ?? ''}
          </span>
        </span>
        <span className={css.facts}>
          <span className="cut" title={say(address)} {...markOf(address)}>
            <AsIs>
              {placeOf(server)}
              {server.route.kind === 'ssh' ? ', SSH' : ''}
            </AsIs>
          </span>
          <RowState serverId={server.id} health={health} now={now} />
        </span>
      </button>
      {server.demo ? null : (
        <button
          type="button"
          className={`icon ${css.star}`}
          data-beside
          tabIndex={-1}
          aria-pressed={server.favourite ?? false}
          aria-label={say('app.list.favourite', { name: server.name })}
          title={say(commandLabel(server.favourite ? 'removeFavourite' : 'addFavourite'))}
          onClick={() => void setFavourite(server, !server.favourite)}
        >
          <Star size={12} aria-hidden="true" />
        </button>
      )}
    </>
  );
});

const looks: Record<ServerHealth['state'], { tone: Tone; look: string }> = {
  ok: { tone: 'ok', look: 'ok' },
  failed: { tone: 'bad', look: 'bad' },
  checking: { tone: 'running', look: '' },
  skipped: { tone: 'off', look: '' },
  unknown: { tone: 'off', look: '' },
};

interface RowStateProps {
  serverId: ServerId;
  health: ServerHealth;
  now: number;
}

function RowState({ serverId, health, now }: RowStateProps) {
  const say = useSay();
  const runs = useChecks(({ checks }) => checks[serverId]?.kind === 'running');
  const dirty = useOrganization(serverId, isDirty);
  if (dirty) return <span className="row-state edit">{say('app.list.unsaved')}</span>;
  const certificate = certificateWarning(health, now);
  if (!runs && health.state === 'ok' && certificate) {
    return (
      <span className={`row-state ${certificate.tone}`}>
        <Signal tone={certificate.tone} size={12} />
        {say(certificate.short)}
      </span>
    );
  }
  const state = runs ? 'checking' : health.state;
  const { tone, look } = looks[state];
  const { seenAt } = health;
  const isOld = health.state === 'failed' && seenAt !== undefined && ageOf(seenAt, now).unit !== 'now';
  return (
    <span className={`row-state ${look}`}>
      <Signal tone={tone} size={12} />
      {isOld ? say('app.list.state.old', { age: ageText(seenAt, now) }) : say(message(`app.list.state.${state}`))}
    </span>
  );
}
