import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, Inbox, Plus, Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
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
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const [before] = useState(() => useApp.getState().view);
  const [opener] = useState(() => document.activeElement);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isNamed = ({ text }: { text: string }) => text.toLowerCase() === words.join(' ');
  const found = paletteActions(usePaletteState(words.length > 0))
    .filter(({ text, hint, group }) => words.every((word) => `${text} ${hint} ${group}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const current = found[Math.min(chosen, found.length - 1)];

  const choose = ({ off, run }: PaletteAction) => {
    if (off) return; // its reason stands beside it
    closeFront();
    run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      const next = (found.length + Math.min(chosen, found.length - 1) + step) % found.length;
      setChosen(next);
      document.getElementById(`${listId}-${found[next]?.key}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      choose(current);
    }
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
          <div className={css.query}>
            <Search size={16} aria-hidden="true" />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
              aria-label={appCommands.palette.label}
              value={query}
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.target.value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
            />
            <span className="keys">Esc</span>
          </div>
          <div id={listId} role="listbox" aria-label="Servers and actions" className={css.list}>
            {found.map((action, index) => (
              <div key={action.key} role="presentation">
                {found[index - 1]?.group === action.group ? null : (
                  <div className={css.group} role="presentation" data-group>
                    {action.group}
                  </div>
                )}
                <div
                  id={`${listId}-${action.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={action === current}
                  className={css.item}
                  onMouseMove={() => setChosen(index)}
                  aria-disabled={action.off ? true : undefined}
                  onClick={() => choose(action)}
                  onKeyDown={onKeyDown}
                >
                  <ActionIcon icon={action.icon} />
                  <span className={action.off ? 'dim' : ''}>
                    {action.text} <span className="faint">{action.off ?? action.hint}</span>
                  </span>
                </div>
              </div>
            ))}
          </div>
          {found.length === 0 ? <p className={css.none}>No results.</p> : null}
          <Foot count={found.length} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

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
