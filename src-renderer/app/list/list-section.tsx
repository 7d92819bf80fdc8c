import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode, useId } from 'react';
import type { ServerId } from '../../../src-shared/model/server';
import { collapse } from '../../state/health-store';
import { Cut } from '../../ui/cut';
import { useSay } from '../../ui/texts-store';
import type { ShownSection } from './list-rows';
import css from './server-list.module.css';
import { ServerRow } from './server-row';
import type { useDragging } from './use-dragging';
import type { useListRows } from './use-list-rows';

/** Room is no element of its own: a list may hold nothing but its items. */
const roomBelow = (height: number) => (height > 0 ? { paddingBottom: height } : undefined);

interface SectionProps extends Omit<ReturnType<typeof useListRows>, 'isScrolled'>, ReturnType<typeof useDragging> {
  shownSection: ShownSection;
  current: ServerId | undefined;
  /** The row at which Tab stops. */
  stop: string | undefined;
  now: number;
}

/**
 * A heading that can be shut, with its servers, which can be dragged to another place in it. The server in hand stays in sight
 * where its group is shut. In place of the rows that are not drawn there is as much room as they take.
 */
export function ServerSection(props: SectionProps) {
  const { shownSection, current, stop, now, drawn, between, measure, dragging, onDrag } = props;
  const say = useSay();
  const { section, isShut, shown, from, to } = shownSection;
  const { key, kind, name, servers } = section;
  // The others have names of ours.
  const isTyped = kind === 'group' && servers.some(({ group }) => group === name);
  const listId = useId();
  const nameId = useId();
  const over = dragging?.section === key ? dragging.over : undefined;
  const first = name ? from + 1 : from;
  const rows: ReactNode[] = [];
  let next = first;
  for (const [place, server] of shown.entries()) {
    const at = first + place;
    if (!drawn.has(at)) continue;
    const index = isShut ? servers.indexOf(server) : place;
    rows.push(
      <ServerRow
        key={server.id}
        server={server}
        section={section}
        index={index}
        at={at}
        room={between(next, at)}
        current={server.id === current}
        isStop={server.id === stop}
        now={now}
        dropAt={over?.index === index ? (over.after ? 'after' : 'before') : undefined}
        onDrag={onDrag}
        measure={measure}
      />,
    );
    next = at + 1;
  }

  return (
    <section aria-labelledby={name ? nameId : undefined} aria-label={name ? undefined : say('app.list.ungrouped')}>
      {name ? (
        <SectionHeading
          {...{ listId, nameId, name, isTyped, isShut, measure }}
          sectionKey={key}
          count={servers.length}
          at={from}
          isStop={key === stop}
        />
      ) : null}
      <ul id={listId} hidden={shown.length === 0} className={css.rows} style={roomBelow(between(next, to))}>
        {rows}
      </ul>
    </section>
  );
}

interface HeadingProps {
  sectionKey: string;
  name: string;
  /** The name is no word of ours. */
  isTyped: boolean;
  isShut: boolean;
  /** How many servers stand under it, shown or not. */
  count: number;
  /** Its place among all rows of the list. */
  at: number;
  /** Tab stops here. */
  isStop: boolean;
  /** The ids of the list under it, and of its own name. */
  listId: string;
  nameId: string;
  measure(row: HTMLElement | null): void;
}

/** Drawn again only for what it shows itself: there may be sixty. */
const SectionHeading = memo(function SectionHeading(props: HeadingProps) {
  const { sectionKey, name, isTyped, isShut, count, at, isStop, listId, nameId, measure } = props;
  const Chevron = isShut ? ChevronRight : ChevronDown;
  return (
    <h2 ref={measure} data-row={at}>
      <button
        type="button"
        className={css.group}
        data-roving
        tabIndex={isStop ? 0 : -1}
        aria-expanded={!isShut}
        aria-controls={listId}
        onClick={() => void collapse(sectionKey, !isShut)}
      >
        <Chevron size={12} aria-hidden="true" />
        <Cut id={nameId} translate={isTyped ? 'no' : undefined} text={name} />
        <span className="push">{count}</span>
      </button>
    </h2>
  );
});
