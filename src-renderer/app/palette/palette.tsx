import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { commandLabel } from '../../../src-shared/model/commands';
import { closeFront, useApp } from '../../state/app-store';
import dialogCss from '../../ui/dialog.module.css';
import { backTo, focusWork } from '../../ui/keep-focus';
import { englishNow, useSay, useTexts } from '../../ui/texts-store';
import css from './palette.module.css';
import type { PaletteAction } from './palette-action';
import { PaletteList } from './palette-list';
import { inGroups } from './palette-rows';
import { makeWordsSoon, searchOver, wordsIn, wordsOfActions } from './palette-search';
import { usePaletteActions } from './palette-state';

/** Reaches every server and every action by typing a part of its name. */
export function Palette() {
  const [before] = useState(() => useApp.getState().view);
  const [opener] = useState(() => document.activeElement);
  const field = useRef<HTMLInputElement>(null);
  const say = useSay();
  return (
    <Base.Root open onOpenChange={(open) => !open && closeFront()}>
      <Base.Portal>
        <Base.Backdrop className={dialogCss.scrim} />
        <Base.Popup
          className={`${dialogCss.dialog} ${css.palette}`}
          data-dialog
          data-palette
          // Named, or it is looked for among all that can have the focus, which has the page laid out.
          initialFocus={field}
          finalFocus={() => {
            if (useApp.getState().view === before) return backTo(opener);
            queueMicrotask(focusWork);
            return false;
          }}
        >
          <Base.Title className="unseen">{say(commandLabel('palette'))}</Base.Title>
          <SearchAndList field={field} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Apart from the dialog, so that a key does not draw that again. */
function SearchAndList({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const [query, setQuery] = useState('');
  const texts = useTexts();
  const { say } = texts;
  const actions = usePaletteActions(wordsIn(query).length > 0);
  const wordsOf = useMemo(() => wordsOfActions(texts, englishNow()), [texts]);
  const search = useMemo(() => searchOver(actions, wordsOf), [actions, wordsOf]);
  const found = useMemo(() => search(query), [search, query]);
  const groups = useMemo(() => inGroups(found, say), [found, say]);
  // Enter takes the first one until something else is highlighted.
  const [highlighted, setHighlighted] = useState({ index: 0, byPointer: false });
  // Done before the first key, which then has less to do.
  useEffect(() => makeWordsSoon(actions, wordsOf), [actions, wordsOf]);
  return (
    <>
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
        onItemHighlighted={(_, { index, reason }) => {
          const byPointer = reason === 'pointer';
          setHighlighted((was) => (was.index === index && was.byPointer === byPointer ? was : { index, byPointer }));
        }}
      >
        <QueryField field={field} />
        <PaletteList groups={groups} count={found.length} searched={query} highlighted={highlighted} />
        <Autocomplete.Empty>
          <p className={css.none}>{say('app.palette.none')}</p>
        </Autocomplete.Empty>
      </Autocomplete.Root>
      <Foot count={found.length} />
    </>
  );
}

const QueryField = memo(function QueryField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const say = useSay();
  return (
    <div className={css.query}>
      <Search size={16} aria-hidden="true" />
      <Autocomplete.Input ref={field} aria-label={say(commandLabel('palette'))} spellCheck={false} />
      <span className="keys" translate="no">
        Esc
      </span>
    </div>
  );
});

const Foot = memo(function Foot({ count }: { count: number }) {
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
});
