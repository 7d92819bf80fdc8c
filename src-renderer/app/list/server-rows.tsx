import { type ReactNode, type RefObject, useMemo } from 'react';
import type { ListSection } from '../../../src-shared/model/server-list';
import { useApp } from '../../state/app-store';
import { useChecks } from '../../state/check-store';
import { useHealth } from '../../state/health-store';
import { setQuery } from '../../state/servers-store';
import { useSay } from '../../ui/texts-store';
import { useMinute } from '../../ui/use-minute';
import { useRovingRows } from '../../ui/use-roving-rows';
import { rowsOf } from './list-rows';
import { ServerSection } from './list-section';
import css from './server-list.module.css';
import { useDragging } from './use-dragging';
import { useListRows } from './use-list-rows';

interface ServerRowsProps {
  scroll: RefObject<HTMLDivElement | null>;
  sections: readonly ListSection[];
  /** While servers are searched for, nothing that is found stays hidden. Empty otherwise. */
  searched: string;
}

/** The sections in a scroll area of their own. Only the rows in sight exist, so a thousand servers scroll like twenty. */
export function ServerRows({ scroll, sections, searched }: ServerRowsProps) {
  const say = useSay();
  const now = useMinute();
  const current = useApp(({ view }) => (view.kind === 'server' ? view.serverId : undefined));
  const collapsed = useHealth((all) => all.collapsed);
  const isManyChecked = useChecks(({ many }) => many.kind === 'running');
  const { shownSections, rows } = useMemo(
    () => rowsOf(sections, ({ key }) => searched === '' && collapsed.includes(key), current),
    [sections, searched, collapsed, current],
  );
  const { stop, props } = useRovingRows(scroll, rows, current);
  const dragged = useDragging();
  const kept = [stop, current, dragged.dragging?.id];
  const found = searched === '' ? '' : sections;
  const { drawn, between, measure } = useListRows({ scroll, rows, sections: shownSections, found, kept });
  const parts: ReactNode[] = [];
  let next = 0;
  const leaveRoom = (until: number) => {
    const height = between(next, until);
    if (height > 0) parts.push(<div key={`room before ${until}`} style={{ height }} />);
  };
  for (const shownSection of shownSections) {
    const { section, from, to } = shownSection;
    if (!isAnyIn(drawn, from, to)) continue;
    leaveRoom(from);
    next = to;
    const of = { shownSection, current, stop, now, drawn, between, measure, ...dragged };
    parts.push(<ServerSection key={section.key} {...of} />);
  }
  leaveRoom(rows.length);
  return (
    <div className={css.scroll} data-many={isManyChecked || undefined} ref={scroll} {...props}>
      {parts}
      {sections.length === 0 ? (
        <p className={css.none}>
          {say('app.list.none')}{' '}
          <button type="button" className="link" onClick={() => setQuery('')}>
            {say('word.showAll')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function isAnyIn(drawn: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (drawn.has(at)) return true;
  return false;
}
