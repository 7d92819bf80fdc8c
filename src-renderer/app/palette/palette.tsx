import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, Inbox, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { appCommands } from '../../../src-shared/model/commands';
import { closeFront, useApp } from '../../state/app-store';
import dialogCss from '../../ui/dialog.module.css';
import { EnvironmentShape } from '../../ui/environment';
import { backTo, focusWork } from '../../ui/keep-focus';
import css from './palette.module.css';
import type { PaletteAction } from './palette-action';
import { paletteActions } from './palette-actions';
import { usePaletteState } from './palette-state';

/** Reaches every server and every action by typing a part of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [before] = useState(() => useApp.getState().view);
  const [opener] = useState(() => document.activeElement);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isNamed = ({ text }: { text: string }) => text.toLowerCase() === words.join(' ');
  const found = paletteActions(usePaletteState(words.length > 0))
    .filter(({ text, hint, group }) => words.every((word) => `${text} ${hint} ${group}`.toLowerCase().includes(word)))
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
          <Base.Title className="unseen">{appCommands.palette.label}</Base.Title>
          <Autocomplete.Root
            inline
            open
            items={inGroups(found)}
            filter={null}
            itemToStringValue={({ text }: PaletteAction) => text}
            autoHighlight="always"
            keepHighlight
            value={query}
            onValueChange={setQuery}
          >
            <div className={css.query}>
              <Search size={16} aria-hidden="true" />
              <Autocomplete.Input aria-label={appCommands.palette.label} spellCheck={false} />
              <span className="keys">Esc</span>
            </div>
            <Autocomplete.List aria-label="Servers and actions" className={css.list}>
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
              <p className={css.none}>No results.</p>
            </Autocomplete.Empty>
          </Autocomplete.Root>
          <Foot count={found.length} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

interface ActionGroup {
  group: string;
  items: PaletteAction[];
}

/** Those that follow each other in one group, under its heading. */
function inGroups(actions: readonly PaletteAction[]): ActionGroup[] {
  const groups: ActionGroup[] = [];
  for (const action of actions) {
    const last = groups.at(-1);
    if (last?.group === action.group) last.items.push(action);
    else groups.push({ group: action.group, items: [action] });
  }
  return groups;
}

/** An action that cannot be run now says why in the place of its hint. */
const Row = ({ action, onChoose }: { action: PaletteAction; onChoose(action: PaletteAction): void }) => (
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
      {action.text} <span className="faint">{action.off ?? action.hint}</span>
    </span>
  </Autocomplete.Item>
);

const Foot = ({ count }: { count: number }) => (
  <div className={css.foot}>
    <span className="keys">↑ ↓</span> choose <span className="keys">Enter</span> go
    <span className="push">{count} found</span>
  </div>
);

const icons = { go: ChevronRight, add: Plus, inbox: Inbox };

function ActionIcon({ icon }: Pick<PaletteAction, 'icon'>) {
  if (icon !== 'go' && icon !== 'add' && icon !== 'inbox') return <EnvironmentShape environment={icon} />;
  const Icon = icons[icon];
  return <Icon size={14} aria-hidden="true" />;
}
