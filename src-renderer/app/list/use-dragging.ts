import { type DragEvent, useCallback, useRef, useState } from 'react';
import type { ServerId } from '../../../src-shared/model/server';
import type { ListSection } from '../../../src-shared/model/server-list';
import { moveTo } from '../../servers/server-actions';

interface Dragging {
  section: string;
  id: ServerId;
  over?: { index: number; after: boolean };
}

/** What happens to the row at `index` of a section. */
export type OnDrag = (
  kind: 'start' | 'over' | 'drop' | 'end',
  event: DragEvent<HTMLElement>,
  section: ListSection,
  index: number,
) => void;

/** The server that is dragged, over which row of its section it is, and what the rows report of it. */
export function useDragging(): { dragging: Dragging | undefined; onDrag: OnDrag } {
  const [dragging, setDragging] = useState<Dragging>();
  const latest = useRef<Dragging>(undefined);
  // The same function always, so that no row is drawn again for it.
  const onDrag = useCallback<OnDrag>((kind, event, section, index) => {
    const set = (next: Dragging | undefined) => {
      latest.current = next;
      setDragging(next);
    };
    const held = latest.current;
    const id = section.servers[index]?.id;
    if (kind === 'start' && id) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', ''); // or nothing is dragged
      set({ section: section.key, id });
    } else if (kind === 'end' || !held) set(undefined);
    else if (held.section !== section.key) {
      if (held.over) set({ section: held.section, id: held.id });
    } else if (kind === 'over') {
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const after = event.clientY > top + height / 2;
      if (held.over?.index !== index || held.over.after !== after) set({ ...held, over: { index, after } });
    } else {
      event.preventDefault();
      const from = section.servers.findIndex((server) => server.id === held.id);
      const slot = index + (held.over?.after ? 1 : 0);
      const to = slot > from ? slot - 1 : slot;
      set(undefined);
      if (to !== from) void moveTo(section, held.id, to);
    }
  }, []);
  return { dragging, onDrag };
}
