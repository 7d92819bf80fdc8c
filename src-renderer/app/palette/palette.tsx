import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, Inbox, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { meaningOf } from '../../../src-shared/gluu/own-labels';
import { commandLabel } from '../../../src-shared/model/commands';
import type { Texts } from '../../../src-shared/texts/texts';
import { closeFront, useApp } from '../../state/app-store';
import dialogCss from '../../ui/dialog.module.css';
import { EnvironmentShape } from '../../ui/environment';
import { backTo, focusWork } from '../../ui/keep-focus';
import { englishNow, useSay, useTexts } from '../../ui/texts-store';
import css from './palette.module.css';
import type { PaletteAction } from './palette-action';
import { paletteActions } from './palette-actions';
import { usePaletteState } from './palette-state';

/** Reaches every server and every action by typing a part of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [before] = useState(() => useApp.getState().view);
  const [opener] = useState(() => document.activeElement);
  const texts = useTexts();
  const { say } = texts;
  const name = say(commandLabel('palette'));
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isNamed = (action: PaletteAction) =>
    namesOf(action, texts).some((one) => one.toLowerCase() === words.join(' '));
  const found = paletteActions(usePaletteState(words.length > 0))
    .filter((action) => {
      const all = [...namesOf(action, texts), ...action.hint.map(texts.words), say(action.group)]
        .join(' ')
        .toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const choose = ({ run }: PaletteAction) => {
    closeFront();
    run();
  };

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
            items={inGroups(found, say)}
            filter={null}
            itemToStringValue={({ text }: PaletteAction) => texts.words(text)}
            autoHighlight="always"
            keepHighlight
            value={query}
            onValueChange={setQuery}
          >
            <div className={css.query}>
              <Search size={16} aria-hidden="true" />
              <Autocomplete.Input aria-label={name} spellCheck={false} />
              <span className="keys">Esc</span>
            </div>
            <Autocomplete.List aria-label={say('app.palette.list')} className={css.list}>
              {({ group, items }: ActionGroup) => (
                <Autocomplete.Group key={items[0]?.key} items={items}>
                  <Autocomplete.GroupLabel className={css.group} data-group>
                    {group}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(action: PaletteAction) => <Row key={action.key} action={action} onChoose={choose} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
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

/** What an action is called, here and in English, and what a label of oxTrust means. */
const namesOf = ({ text }: PaletteAction, { words }: Texts): string[] => [
  words(text),
  englishNow().words(text),
  ...(typeof text === 'string' ? [] : [words(meaningOf(text))]),
];

interface ActionGroup {
  group: string;
  items: PaletteAction[];
}

/** Those that follow each other in one group, under its heading. */
function inGroups(actions: readonly PaletteAction[], say: Texts['say']): ActionGroup[] {
  const groups: ActionGroup[] = [];
  for (const action of actions) {
    const last = groups.at(-1);
    const group = say(action.group);
    if (last?.group === group) last.items.push(action);
    else groups.push({ group, items: [action] });
  }
  return groups;
}

/** An action that cannot be run now says why in the place of its hint. */
function Row({ action, onChoose }: { action: PaletteAction; onChoose(action: PaletteAction): void }) {
  const { words } = useTexts();
  return (
    <Autocomplete.Item
      value={action}
      className={css.item}
      disabled={action.off !== undefined}
      onClick={() => onChoose(action)}
      // Base UI has nothing selected in such a list; a screen reader is to hear which row Enter takes.
      render={(props, { highlighted }) => <div {...props} role="option" tabIndex={-1} aria-selected={highlighted} />}
    >
      <ActionIcon icon={action.icon} />
      <span className={action.off ? 'dim' : ''}>
        {words(action.text)}{' '}
        <span className="faint">{action.off ? words(action.off) : action.hint.map(words).join(', ')}</span>
      </span>
    </Autocomplete.Item>
  );
}

function Foot({ count }: { count: number }) {
  const say = useSay();
  return (
    <div className={css.foot}>
      <span className="keys">↑ ↓</span> {say('app.palette.choose')} <span className="keys">Enter</span>{' '}
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
