import { type ServerTab, serverTabLabel } from '../../../src-shared/model/app';
import type { ServerCommand } from '../../../src-shared/model/commands';
import type { ServerId, ServerSummary } from '../../../src-shared/model/server';
import { message, type Words } from '../../../src-shared/texts/message';
import { organizationOf } from '../../organization/organization-store';
import { resetOf, resetTabs } from '../../reset/reset-store';
import { showServer } from '../../state/app-store';
import { usersOf, usersTabs } from '../../users/users-store';
import { onServer } from '../commands/commands';
import { actionOf, actionsIn, type PaletteAction, type PaletteState } from './palette-action';

const entriesOf = <K extends string>(table: Record<K, Words>) => Object.entries(table) as [K, Words][];

/** What can be done with the server in hand. */
export function serverActions(server: ServerSummary, whyNot: PaletteState['whyNot']): PaletteAction[] {
  const { id, name } = server;
  const group = message('app.palette.onServer', { name });
  const form = organizationOf(id).getState();
  const act = actionsIn(group);
  const rows = (ids: readonly ServerCommand[]) =>
    ids.map((command) => actionOf(group, command, onServer[command], whyNot, server));
  const tabs = <Tab extends string>(
    section: ServerTab,
    labels: Record<Tab, Words>,
    stateOf: (id: ServerId) => { setState(part: { tab: Tab }): void },
    off: (tab: Tab) => Words | undefined = () => whyNot.read,
  ) =>
    entriesOf(labels).map(([tab, label]) => {
      const run = () => {
        stateOf(id).setState({ tab });
        showServer(id, section);
      };
      return act(`${section}-${tab}`, label, serverTabLabel(section), run, off(tab));
    });
  return [
    ...rows(['overview', 'check']),
    ...form.page.tabs.map(({ id: tab, label }) =>
      act(
        `tab-${tab}`,
        label,
        serverTabLabel('organization'),
        () => showServer(id, 'organization', tab),
        form.view ? undefined : whyNot.read,
      ),
    ),
    ...rows(['test', 'review']),
    ...tabs('reset', resetTabs, resetOf, (tab) => (tab === 'runs' ? undefined : whyNot.read)),
    ...tabs('users', usersTabs, usersOf),
    ...rows(['serverHistory', 'duplicate', ...(server.demo ? [] : ofProfile(server))]),
  ];
}

/** What the demo fleet does not have: its servers are made afresh each time. */
const ofProfile = ({ favourite, readOnly }: ServerSummary): readonly ServerCommand[] => [
  'edit',
  readOnly ? 'allowWriting' : 'makeReadOnly',
  favourite ? 'removeFavourite' : 'addFavourite',
  'moveUp',
  'moveDown',
  'remove',
];
