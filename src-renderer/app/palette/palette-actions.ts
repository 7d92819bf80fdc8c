import { environmentLabels } from '../../../src-shared/model/environment';
import type { ServerSummary } from '../../../src-shared/model/server';
import { addressText, byRecent } from '../../../src-shared/model/server-list';
import { type Message, message, verbatim } from '../../../src-shared/texts/message';
import { serverInHand, showServer } from '../../state/app-store';
import type { PaletteAction, PaletteState } from './palette-action';
import { appActions } from './palette-app-actions';
import { serverActions } from './palette-server-actions';

/** With more, the actions behind them would be out of sight. */
const MAX_RECENT = 5;

/** The rows of the servers: those that were opened last, and the others. */
export interface ServerRows {
  recent: PaletteAction[];
  others: PaletteAction[];
}

export function serverRows({ servers, openedAt }: Pick<PaletteState, 'servers' | 'openedAt'>): ServerRows {
  const inOrder = byRecent(servers, openedAt);
  const recent = inOrder.filter(({ id }) => openedAt[id] !== undefined).slice(0, MAX_RECENT);
  const others = inOrder.slice(recent.length);
  return { recent: recent.map(goToRecent), others: others.map(recent.length > 0 ? goToOther : goToAny) };
}

/**
 * Every server and every action of the app, what was opened last first. The other servers stand behind the actions until
 * something is typed, and before them from then on: whoever types a server's name wants the server. `rows` are kept while
 * nothing that they follow from changes.
 */
export function paletteActions(state: PaletteState, rows: ServerRows = serverRows(state)): PaletteAction[] {
  const { servers, view, isTyped, whyNot } = state;
  const here = serverInHand(view, servers);
  return [
    ...rows.recent,
    ...(isTyped ? rows.others : []),
    ...(here ? serverActions(here, whyNot) : []),
    ...appActions(state),
    ...(isTyped ? [] : rows.others),
  ];
}

/** Gives what makes the row of a server, the same one each time: the palette opens without making a thousand. */
function goTo(group: Message): (server: ServerSummary) => PaletteAction {
  const made = new WeakMap<ServerSummary, PaletteAction>();
  return (server) => {
    const before = made.get(server);
    if (before) return before;
    const { id, name, environment } = server;
    const hint = [addressText(server), environmentLabels[environment]];
    const row = { key: id, group, icon: environment, text: verbatim(name), hint, run: () => showServer(id) };
    made.set(server, row);
    return row;
  };
}

const goToRecent = goTo(message('app.palette.recent'));
const goToOther = goTo(message('app.palette.servers', { others: 'yes' }));
const goToAny = goTo(message('app.palette.servers', { others: 'no' }));
