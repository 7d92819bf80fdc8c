import { Autocomplete } from '@base-ui/react/autocomplete';
import { ChevronRight, Inbox, Plus } from 'lucide-react';
import { Fragment, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { closeFront } from '../../state/app-store';
import { markOf } from '../../ui/as-is';
import { EnvironmentShape } from '../../ui/environment';
import { useSay, useTexts } from '../../ui/texts-store';
import css from './palette.module.css';
import type { PaletteAction } from './palette-action';
import type { ActionGroup } from './palette-rows';
import { useDrawnActions } from './use-drawn-actions';

interface PaletteListProps {
  groups: readonly ActionGroup[];
  count: number;
  searched: string;
  /** The row that Enter takes, by its place among what was found, or -1. */
  highlighted: { index: number; byPointer: boolean };
}

/** Only the rows in sight exist, and the one that Enter takes; in place of the others there is as much room as they take. */
export const PaletteList = memo(function PaletteList(props: PaletteListProps) {
  const { groups, count, searched, highlighted } = props;
  const { index: wanted, byPointer } = highlighted;
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  // Among all rows stand as many headings before a row as its group has groups before it, and its own.
  const inGroup = groups.findIndex(({ to }, at) => wanted < to - at - 1);
  const kept = wanted < 0 || inGroup < 0 ? -1 : wanted + inGroup + 1;
  const { drawn, between, measure, isScrolled } = useDrawnActions(list, groups, searched, kept);
  // The list tells that it was scrolled a frame later: what takes it back may come before.
  const wasScrolled = useRef(false);
  // After each search as well: another one begins at its first row. That is in sight where nothing was scrolled, and to ask for it
  // would have the page laid out in the middle of what is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is searched for changes with each search
  useLayoutEffect(() => {
    if (kept < 0 || byPointer) return;
    const isFirst = kept <= 1;
    if (!isFirst || wasScrolled.current || isScrolled())
      list.current?.querySelector(`[data-row="${kept}"]`)?.scrollIntoView({ block: 'nearest' });
    wasScrolled.current = !isFirst;
  }, [kept, byPointer, groups, searched]);
  return (
    <Autocomplete.List ref={list} aria-label={say('app.palette.list')} className={css.list}>
      {groups.map(({ key, group, items, from, to }, at) => {
        const rows: ReactNode[] = [];
        let next = from + 1;
        const leaveRoom = (until: number) => {
          const height = between(next, until);
          if (height > 0) rows.push(<div key={`room before ${until}`} style={{ height }} />);
          next = until + 1;
        };
        for (const [place, action] of items.entries()) {
          const row = from + 1 + place;
          if (!drawn.has(row)) continue;
          leaveRoom(row);
          const index = from - at + place;
          rows.push(<Row key={action.key} {...{ action, index, row, count, measure }} />);
        }
        leaveRoom(to);
        return (
          <Autocomplete.Group key={key}>
            <Autocomplete.GroupLabel className={css.group} data-group data-row={from} ref={measure}>
              {group}
            </Autocomplete.GroupLabel>
            {rows}
          </Autocomplete.Group>
        );
      })}
    </Autocomplete.List>
  );
});

interface RowProps {
  action: PaletteAction;
  /** Its place among what was found, and among all rows, headings included. */
  index: number;
  row: number;
  count: number;
  measure(row: HTMLElement | null): void;
}

/** An action that cannot be run now says why in the place of its hint. */
const Row = memo(function Row({ action, index, row, count, measure }: RowProps) {
  return (
    <Autocomplete.Item
      ref={measure}
      data-row={row}
      index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      value={action}
      className={css.item}
      disabled={action.off !== undefined}
      onClick={() => choose(action)}
      // Base UI has nothing selected in such a list; a screen reader is to hear which row Enter takes.
      render={(props, { highlighted }) => <div {...props} role="option" tabIndex={-1} aria-selected={highlighted} />}
    >
      <RowContent action={action} />
    </Autocomplete.Item>
  );
});

/** By itself: a key moves rows, and what stands in them stays as it is. */
const RowContent = memo(function RowContent({ action }: Pick<RowProps, 'action'>) {
  const { words } = useTexts();
  return (
    <>
      <ActionIcon icon={action.icon} />
      <span className={action.off ? 'dim' : ''}>
        <span {...markOf(action.text)}>{words(action.text)}</span> <Hint off={action.off} hint={action.hint} />
      </span>
    </>
  );
});

/** What stands behind its name: each part by itself, as a host is no word of ours. */
function Hint({ off, hint }: Pick<PaletteAction, 'off' | 'hint'>) {
  const { words } = useTexts();
  return (
    <span className="faint">
      {(off ? [off] : hint).map((part, at) => (
        <Fragment key={words(part)}>
          {at > 0 ? ', ' : ''}
          <span {...markOf(part)}>{words(part)}</span>
        </Fragment>
      ))}
    </span>
  );
}

function choose({ run }: PaletteAction): void {
  closeFront();
  run();
}

const icons = { go: ChevronRight, add: Plus, inbox: Inbox };

function ActionIcon({ icon }: Pick<PaletteAction, 'icon'>) {
  if (icon !== 'go' && icon !== 'add' && icon !== 'inbox') return <EnvironmentShape environment={icon} />;
  const Icon = icons[icon];
  return <Icon size={14} aria-hidden="true" />;
}
