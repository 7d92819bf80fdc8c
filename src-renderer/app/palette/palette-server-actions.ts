import { organizationTabs } from '../../../src-shared/model/organization-fields';
import type { ServerSummary } from '../../../src-shared/model/server';
import { organizationOf } from '../../organization/organization-store';
import { resetOf, resetTabs } from '../../reset/reset-store';
import { moveBy, setFavourite } from '../../servers/server-actions';
import { setReadOnly } from '../../servers/writing';
import { openFront, showServer } from '../../state/app-store';
import { usersOf, usersTabs } from '../../users/users-store';
import { run } from '../commands/commands';
import { keysOf } from '../commands/shortcuts';
import { actionsIn, type PaletteAction, type PaletteState } from './palette-action';

const entriesOf = <K extends string>(table: Record<K, string>) => Object.entries(table) as [K, string][];

/** What can be done with the server in hand. */
export function serverActions(server: ServerSummary, whyNot: PaletteState['whyNot']): PaletteAction[] {
  const { id, name } = server;
  const act = actionsIn(`On ${name}`);
  return [
    act('overview', 'Overview', 'can users reset their password?', () => showServer(id, 'overview')),
    act('check', 'Check again', 'reach it, stage by stage', () => run('check'), {
      command: 'check',
      off: whyNot.check,
    }),
    ...organizationTabs.map(({ id: tab, label }) =>
      act(`tab-${tab}`, label, 'Organization Configuration', () => showServer(id, 'organization', tab), {
        off: organizationOf(id).getState().view ? undefined : whyNot.read,
      }),
    ),
    act('test', 'Test Configuration', keysOf('test'), () => run('test'), { command: 'test', off: whyNot.test }),
    act('review', 'Update', `review the changes, ${keysOf('review')}`, () => run('review'), {
      command: 'review',
      off: whyNot.review,
    }),
    ...entriesOf(resetTabs).map(([tab, label]) =>
      act(
        `reset-${tab}`,
        label,
        'Password Reset',
        () => {
          resetOf(id).setState({ tab });
          showServer(id, 'reset');
        },
        { off: tab === 'runs' ? undefined : whyNot.read },
      ),
    ),
    ...entriesOf(usersTabs).map(([tab, label]) =>
      act(
        `users-${tab}`,
        label,
        'Users',
        () => {
          usersOf(id).setState({ tab });
          showServer(id, 'users');
        },
        { off: whyNot.read },
      ),
    ),
    act('server-history', 'History', 'what this console wrote', () => showServer(id, 'history')),
    act('duplicate', 'Duplicate', 'a new server with the same profile', () =>
      openFront({ kind: 'serverForm', copyOf: id }),
    ),
    ...(server.demo ? [] : profileActions(server, act)),
  ];
}

/** What the demo fleet does not have: its servers are made afresh each time. */
function profileActions(
  server: ServerSummary,
  act: (key: string, text: string, hint: string, run: () => void) => PaletteAction,
): PaletteAction[] {
  const { id, name, favourite, readOnly } = server;
  return [
    act('edit', 'Edit server', name, () => openFront({ kind: 'serverForm', serverId: id })),
    act(
      'read-only',
      readOnly ? 'Allow writing' : 'Make read-only',
      readOnly ? 'it is read-only in this console' : 'nothing is written from this console then',
      () => void setReadOnly(server, !readOnly),
    ),
    act(
      'favourite',
      favourite ? 'Remove from favourites' : 'Add to favourites',
      name,
      () => void setFavourite(server, !favourite),
    ),
    act('move-up', 'Move up in the list', 'Alt Up', () => void moveBy(id, -1)),
    act('move-down', 'Move down in the list', 'Alt Down', () => void moveBy(id, 1)),
    act('remove', 'Remove server', 'from this console', () => openFront({ kind: 'removeServer', serverId: id })),
  ];
}
