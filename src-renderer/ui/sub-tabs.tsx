import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import layoutCss from './layout.module.css';
import { notScrolledTo } from './not-scrolled-to';
import css from './sub-tabs.module.css';

interface SubTabsProps<T extends string> {
  /** What the row of tabs is called. */
  label: string;
  /** Each tab with its name and what it shows, in order. */
  tabs: readonly { id: T; label: string; content: ReactNode }[];
  value: T;
  /** `fill`: a tab takes all the room there is, and has its own scroll bar. */
  look?: 'fill' | 'flow';
  onChange(tab: T): void;
}

/** A second row of tabs inside a section. Arrows move along the row, as in every tab list. */
export function SubTabs<T extends string>({ label, tabs, value, look = 'fill', onChange }: SubTabsProps<T>) {
  return (
    <Tabs.Root
      className={look === 'fill' ? layoutCss.column : css.flow}
      value={value}
      onValueChange={(next) => onChange(next as T)}
    >
      <div className={css.tabs}>
        <Tabs.List className={css.list} aria-label={label}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.id} value={tab.id} className={css.tab} ref={notScrolledTo}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.id} value={tab.id} className={look === 'fill' ? layoutCss.column : undefined}>
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
