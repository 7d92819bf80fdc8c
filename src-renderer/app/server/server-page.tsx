import { Tabs } from '@base-ui/react/tabs';
import { Copy, Lock, LockOpen, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useDeferredValue, useEffect } from 'react';
import { versionWords } from '../../../src-shared/gluu/versions';
import type { ServerTab } from '../../../src-shared/model/app';
import { appCommands, commandLabel } from '../../../src-shared/model/commands';
import type { TabId } from '../../../src-shared/model/organization';
import { routeText } from '../../../src-shared/model/route';
import { ldapModeLabels, type ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { message } from '../../../src-shared/texts/message';
import { HistoryPage } from '../../history/history-page';
import { Overview } from '../../overview/overview';
import { ResetPage } from '../../reset/reset-page';
import { ArmedBand } from '../../servers/armed-band';
import { useWhyNotWritable } from '../../servers/why-not-writable';
import { showServer } from '../../state/app-store';
import { checkServer, useChecks } from '../../state/check-store';
import { useServer } from '../../state/servers-store';
import { AsIs, markOf } from '../../ui/as-is';
import { Button } from '../../ui/button';
import { EnvironmentChip } from '../../ui/environment';
import environmentCss from '../../ui/environment.module.css';
import layoutCss from '../../ui/layout.module.css';
import { useSay } from '../../ui/texts-store';
import { UsersPage } from '../../users/users-page';
import { run } from '../commands/commands';
import { OrganizationPage } from './organization-page';
import css from './server-page.module.css';
import { ServerTabs } from './server-tabs';

export interface ServerPageProps {
  serverId: ServerId;
  tab: ServerTab;
  organizationTab: TabId;
}

/**
 * One server: band, header, tabs; and what is on the tab right after these, so that a click on a server is answered at once.
 * The header is that of the server before, with other words. Its buttons, the tabs and what is on them are made for each server:
 * what had the focus under one is not pressed under another.
 */
export function ServerPage({ serverId, tab, organizationTab }: ServerPageProps) {
  const say = useSay();
  const server = useServer(serverId);
  const isHeadShown = useDeferredValue(serverId, undefined) === serverId;
  // Base UI keeps the panel that closes until the next frame: that of the server before is not to be made, and ask, for this one.
  const isOn = (name: ServerTab) => isHeadShown && name === tab;
  useEffect(() => {
    if (server && !useChecks.getState().checks[server.id]) void checkServer(server, true);
  }, [server]);
  if (!server) return <p className={layoutCss.pane}>{say('servers.gone')}</p>;
  return (
    <>
      {server.writingUntil ? (
        <ArmedBand key={serverId} server={server} until={server.writingUntil} />
      ) : (
        <div className={environmentCss.line} data-environment={server.environment} />
      )}
      <ServerHeader server={server} tab={tab} />
      <Tabs.Root
        className={layoutCss.column}
        value={tab}
        onValueChange={(next) => showServer(serverId, next as ServerTab, organizationTab)}
      >
        <ServerTabs serverId={serverId} tab={tab} />
        <Tabs.Panel value="overview" className={layoutCss.column}>
          {isOn('overview') && <Overview key={serverId} server={server} />}
        </Tabs.Panel>
        <Tabs.Panel value="organization" className={layoutCss.column}>
          {isOn('organization') && <OrganizationPage key={serverId} server={server} tab={organizationTab} />}
        </Tabs.Panel>
        <Tabs.Panel value="reset" className={layoutCss.column}>
          {isOn('reset') && <ResetPage key={serverId} server={server} />}
        </Tabs.Panel>
        <Tabs.Panel value="users" className={layoutCss.column}>
          {isOn('users') && <UsersPage key={serverId} server={server} />}
        </Tabs.Panel>
        <Tabs.Panel value="history" className={layoutCss.column}>
          {isOn('history') && <HistoryPage key={serverId} server={server} />}
        </Tabs.Panel>
      </Tabs.Root>
    </>
  );
}

function ServerHeader({ server, tab }: { server: ServerSummary; tab: ServerTab }) {
  const say = useSay();
  const check = useChecks(({ checks }) => checks[server.id]);
  const facts = check?.kind === 'done' ? check.value : undefined;
  const again = check?.kind === 'running' ? say('app.list.state.checking') : undefined;
  const via = routeText(server.route);
  const isWritable = useWhyNotWritable(server) === undefined;
  const state = server.readOnly ? 'readOnly' : isWritable ? 'writable' : 'noRights';
  return (
    <div className={css.head}>
      <div className="grow">
        <div className="pair">
          <h1 translate="no">{server.name}</h1>
          <EnvironmentChip environment={server.environment} />
          <span className={environmentCss.chip}>{say(message(`app.server.writing.${state}`))}</span>
          {server.mode === 'plain' ? (
            <span className={environmentCss.chip} data-tone="bad">
              {say('app.server.notEncrypted')}
            </span>
          ) : null}
        </div>
        <p className={css.route}>
          <AsIs>
            {server.host}:{server.port}
          </AsIs>{' '}
          ·{' '}
          {say('app.server.route', { kind: via ? 'ssh' : 'direct', via: via ?? '', mode: ldapModeLabels[server.mode] })}
          {facts ? (
            <>
              {' · '}
              <AsIs>Gluu</AsIs> <span {...markOf(versionWords(facts.version))}>{say(versionWords(facts.version))}</span>{' '}
              · <AsIs>{facts.vendor}</AsIs>
            </>
          ) : null}
        </p>
      </div>
      <div key={server.id} className={css.actions}>
        {server.demo ? null : (
          <>
            <WritingButton server={server} />
            <Button small onClick={() => run('edit')}>
              <Pencil size={13} aria-hidden="true" /> {say('app.server.edit')}
            </Button>
          </>
        )}
        <Button small onClick={() => run('duplicate')}>
          <Copy size={13} aria-hidden="true" /> {say(commandLabel('duplicate'))}
        </Button>
        {server.demo ? null : (
          <Button small onClick={() => run('remove')}>
            <Trash2 size={13} aria-hidden="true" /> {say('word.remove')}
          </Button>
        )}
        <Button
          small
          {...(tab === 'overview' ? { keys: appCommands.refresh.keys } : {})}
          off={again}
          onClick={() => void checkServer(server)}
        >
          <RefreshCw size={13} aria-hidden="true" /> {say(commandLabel('check'))}
        </Button>
      </div>
    </div>
  );
}

/** The other state than the one the chip says. Armed production has its way back in the band. */
function WritingButton({ server }: { server: ServerSummary }) {
  const say = useSay();
  if (server.writingUntil) return null;
  const [command, Icon] = server.readOnly ? (['allowWriting', LockOpen] as const) : (['makeReadOnly', Lock] as const);
  return (
    <Button small onClick={() => run(command)}>
      <Icon size={13} aria-hidden="true" /> {say(commandLabel(command))}
    </Button>
  );
}
