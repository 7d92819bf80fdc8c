import type { Texts } from '../../../src-shared/texts/texts';
import type { PaletteAction } from './palette-action';

/** Those that follow each other in one group, under its heading. */
export interface ActionGroup {
  /** Tells it from others, also from those of the same name: what is found stays in its group from key to key. */
  key: string;
  group: string;
  items: PaletteAction[];
  /** The place of its heading among all rows, headings included, and the place behind its last one. */
  from: number;
  to: number;
}

export function inGroups(actions: readonly PaletteAction[], say: Texts['say']): ActionGroup[] {
  const groups: ActionGroup[] = [];
  const timesNamed = new Map<string, number>();
  const named = (group: string) => {
    const times = (timesNamed.get(group) ?? 0) + 1;
    timesNamed.set(group, times);
    return { key: `${group} ${times}`, group };
  };
  let of: PaletteAction['group'] | undefined;
  for (const action of actions) {
    const last = groups.at(-1);
    if (last && action.group === of) last.items.push(action);
    else groups.push({ ...named(say(action.group)), items: [action], from: 0, to: 0 });
    of = action.group;
  }
  let from = 0;
  return groups.map((group) => {
    const to = from + 1 + group.items.length;
    const placed = { ...group, from, to };
    from = to;
    return placed;
  });
}
