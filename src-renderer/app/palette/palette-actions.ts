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

/**
 * Every server and every action of the app, what was opened last first. The other servers stand behind the actions until
 * something is typed, and before them from then on: whoever types a server's name wants the server.
 */
export function paletteActions(state: PaletteState): PaletteAction[] {
  const { servers, openedAt, view, isTyped, whyNot } = state;
  const here = serverInHand(view, servers);
  const inOrder = byRecent(servers, openedAt);
  const recent = inOrder.filter(({ id }) => openedAt[id] !== undefined).slice(0, MAX_RECENT);
  const others = inOrder
    .filter((server) => !recent.includes(server))
    .map(goTo(message('app.palette.servers', { others: recent.length > 0 ? 'yes' : 'no' })));
  return [
    ...recent.map(goTo(message('app.palette.recent'))),
    ...(isTyped ? others : []),
    ...(here ? serverActions(here, whyNot) : []),
    ...appActions(state),
    ...(isTyped ? [] : others),
  ];
}

const goTo =
  (group: Message) =>
  (server: ServerSummary): PaletteAction => {
    const { id, name, environment } = server;
    const hint = [addressText(server), environmentLabels[environment]];
    return { key: id, group, icon: environment, text: verbatim(name), hint, run: () => showServer(id) };
  };
