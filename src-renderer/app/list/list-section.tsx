import { ChevronDown, ChevronRight } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import type { ServerId } from '../../../src-shared/model/server';
import type { ListSection } from '../../../src-shared/model/server-list';
import { moveTo } from '../../servers/server-actions';
import { collapse, useHealth } from '../../state/health-store';
import { Cut } from '../../ui/cut';
import { useSay } from '../../ui/texts-store';
import css from './server-list.module.css';
import { ServerRow } from './server-row';

interface Dragging {
  id: ServerId;
  over?: { index: number; after: boolean };
}
interface SectionProps {
  section: ListSection;
  current: ServerId | undefined;
  now: number;
  /** While servers are searched for, nothing that is found stays hidden. */
  searching: boolean;
}

/**
 * A heading that can be shut, with its servers, which can be dragged to another place in it. The server in hand stays in sight
 * where its group is shut.
 */
export function ServerSection({ section, current, now, searching }: SectionProps) {
  const say = useSay();
  const { key, kind, name, servers } = section;
  const shut = useHealth(({ collapsed }) => collapsed.includes(key)) && !searching && name !== '';
  const shown = shut ? servers.filter(({ id }) => id === current) : servers;
  // The others have names of ours.
  const isTyped = kind === 'group' && servers.some(({ group }) => group === name);
  const listId = useId();
  const nameId = useId();
  const [dragging, setDragging] = useState<Dragging>();

  function onDrag(index: number, id: ServerId, kind: 'start' | 'over' | 'drop' | 'end', event: DragEvent<HTMLElement>) {
    if (kind === 'start') {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', ''); // or nothing is dragged
      setDragging({ id });
    } else if (kind === 'end' || !dragging) setDragging(undefined);
    else if (kind === 'over') {
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      setDragging({ id: dragging.id, over: { index, after: event.clientY > top + height / 2 } });
    } else {
      event.preventDefault();
      const from = servers.findIndex((server) => server.id === dragging.id);
      const slot = index + (dragging.over?.after ? 1 : 0);
      const to = slot > from ? slot - 1 : slot;
      setDragging(undefined);
      if (to !== from) void moveTo(section, dragging.id, to);
    }
  }
  const dropAt = (index: number) =>
    dragging?.over?.index === index ? (dragging.over.after ? 'after' : 'before') : undefined;
  const Chevron = shut ? ChevronRight : ChevronDown;

  return (
    <section aria-labelledby={name ? nameId : undefined} aria-label={name ? undefined : say('app.list.ungrouped')}>
      {name ? (
        <h2>
          <button
            type="button"
            className={css.group}
            data-roving={name}
            tabIndex={-1}
            aria-expanded={!shut}
            aria-controls={listId}
            onClick={() => void collapse(key, !shut)}
          >
            <Chevron size={12} aria-hidden="true" />
            <Cut id={nameId} translate={isTyped ? 'no' : undefined} text={name} />
            <span className="push">{servers.length}</span>
          </button>
        </h2>
      ) : null}
      <ul id={listId} hidden={shown.length === 0}>
        {shown.map((server) => {
          const index = servers.indexOf(server);
          return (
            <ServerRow
              key={server.id}
              server={server}
              current={server.id === current}
              now={now}
              dropAt={dropAt(index)}
              onDrag={(kind, event) => onDrag(index, server.id, kind, event)}
            />
          );
        })}
      </ul>
    </section>
  );
}
