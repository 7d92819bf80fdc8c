import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, Inbox, Plus, Search } from 'lucide-react';
import { Fragment, memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { commandLabel } from '../../../src-shared/model/commands';
import { closeFront, useApp } from '../../state/app-store';
import { markOf } from '../../ui/as-is';
import dialogCss from '../../ui/dialog.module.css';
import { EnvironmentShape } from '../../ui/environment';
import { backTo, focusWork } from '../../ui/keep-focus';
import { englishNow, useSay, useTexts } from '../../ui/texts-store';
import css from './palette.module.css';
import type { PaletteAction } from './palette-action';
import { type ActionGroup, inGroups } from './palette-rows';
import { searchOver, wordsIn } from './palette-search';
import { usePaletteActions } from './palette-state';
import { useDrawnActions } from './use-drawn-actions';

/** Reaches every server and every action by typing a part of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [before] = useState(() => useApp.getState().view);
  const [opener] = useState(() => document.activeElement);
  const texts = useTexts();
  const { say } = texts;
  const name = say(commandLabel('palette'));
  const actions = usePaletteActions(wordsIn(query).length > 0);
  const search = useMemo(() => searchOver(actions, texts, englishNow()), [actions, texts]);
  const found = useMemo(() => search(query), [search, query]);
  const groups = useMemo(() => inGroups(found, say), [found, say]);
  const [highlighted, setHighlighted] = useState({ index: -1, byPointer: false });
  return (
    <Base.Root open onOpenChange={(open) => !open && closeFront()}>
      <Base.Portal>
        <Base.Backdrop className={dialogCss.scrim} />
        <Base.Popup
          className={`${dialogCss.dialog} ${css.palette}`}
          data-dialog
          data-palette
          finalFocus={() => {
            if (useApp.getState().view === before) return backTo(opener);
            queueMicrotask(focusWork);
            return false;
          }}
        >
          <Base.Title className="unseen">{name}</Base.Title>
          <Autocomplete.Root
            inline
            open
            virtualized
            items={groups}
            filter={null}
            itemToStringValue={({ text }: PaletteAction) => texts.words(text)}
            autoHighlight="always"
            keepHighlight
            value={query}
            onValueChange={setQuery}
            onItemHighlighted={(_, { index, reason }) => setHighlighted({ index, byPointer: reason === 'pointer' })}
          >
            <div className={css.query}>
              <Search size={16} aria-hidden="true" />
              <Autocomplete.Input aria-label={name} spellCheck={false} />
              <span className="keys" translate="no">
                Esc
              </span>
            </div>
            <Rows groups={groups} count={found.length} highlighted={highlighted} />
            <Autocomplete.Empty>
              <p className={css.none}>{say('app.palette.none')}</p>
            </Autocomplete.Empty>
          </Autocomplete.Root>
          <Foot count={found.length} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function choose({ run }: PaletteAction): void {
  closeFront();
  run();
}

interface RowsProps {
  groups: readonly ActionGroup[];
  count: number;
  /** The row that Enter takes, by its place among what was found, or -1. */
  highlighted: { index: number; byPointer: boolean };
}

/** Only the rows in sight exist, and the one that Enter takes; in place of the others there is as much room as they take. */
function Rows({ groups, count, highlighted: { index: wanted, byPointer } }: RowsProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const isIn = ({ from, to }: ActionGroup, at: number) => at < to - from - 1;
  let before = 0; // rows of the groups before
  const offsets = groups.map(({ items }) => {
    const offset = before;
    before += items.length;
    return offset;
  });
  const inGroup = groups.findIndex((group, at) => isIn(group, wanted - (offsets[at] ?? 0)));
  const kept = wanted < 0 || inGroup < 0 ? -1 : wanted + inGroup + 1;
  const { drawn, between, measure } = useDrawnActions(list, groups, kept);
  // After each search as well: another one begins at its first row.
  useLayoutEffect(() => {
    if (kept >= 0 && groups.length > 0 && !byPointer)
      list.current?.querySelector(`[data-row="${kept}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [kept, byPointer, groups]);
  return (
    <Autocomplete.List ref={list} aria-label={say('app.palette.list')} className={css.list}>
      {groups.map(({ group, items, from, to }, at) => {
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
          const index = (offsets[at] ?? 0) + place;
          rows.push(<Row key={action.key} {...{ action, index, row, count, measure }} />);
        }
        leaveRoom(to);
        return (
          <Autocomplete.Group key={items[0]?.key}>
            <Autocomplete.GroupLabel className={css.group} data-group data-row={from} ref={measure}>
              {group}
            </Autocomplete.GroupLabel>
            {rows}
          </Autocomplete.Group>
        );
      })}
    </Autocomplete.List>
  );
}

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
  const { words } = useTexts();
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
      <ActionIcon icon={action.icon} />
      <span className={action.off ? 'dim' : ''}>
        <span {...markOf(action.text)}>{words(action.text)}</span> <Hint {...action} />
      </span>
    </Autocomplete.Item>
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

function Foot({ count }: { count: number }) {
  const say = useSay();
  return (
    <div className={css.foot}>
      <span className="keys" translate="no">
        ↑ ↓
      </span>{' '}
      {say('app.palette.choose')}{' '}
      <span className="keys" translate="no">
        Enter
      </span>{' '}
      {say('app.palette.go')}
      <span className="push">{say('app.palette.found', { n: count })}</span>
    </div>
  );
}

const icons = { go: ChevronRight, add: Plus, inbox: Inbox };

function ActionIcon({ icon }: Pick<PaletteAction, 'icon'>) {
  if (icon !== 'go' && icon !== 'add' && icon !== 'inbox') return <EnvironmentShape environment={icon} />;
  const Icon = icons[icon];
  return <Icon size={14} aria-hidden="true" />;
}
