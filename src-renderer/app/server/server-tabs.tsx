import { Tabs } from '@base-ui/react/tabs';
import { useId } from 'react';
import { type ServerTab, serverTabLabel, serverTabs } from '../../../src-shared/model/app';
import type { ServerId } from '../../../src-shared/model/server';
import { message } from '../../../src-shared/texts/message';
import { useOrganization } from '../../organization/organization-store';
import { whyNotReached } from '../../servers/why-not-reached';
import { useChecks } from '../../state/check-store';
import { notScrolledTo } from '../../ui/not-scrolled-to';
import { Rich } from '../../ui/rich';
import { useSay } from '../../ui/texts-store';
import css from './server-tabs.module.css';

/** The tabs that show nothing but what is read from the server. */
const ofServer: readonly ServerTab[] = ['organization', 'reset', 'users'];

/**
 * The sections of a server. Those that would only fail, because it was not reached, cannot be chosen and say why; the one in hand
 * stays, and so does a form that was read before.
 */
export function ServerTabs({ serverId, tab }: { serverId: ServerId; tab: ServerTab }) {
  const say = useSay();
  const whyId = useId();
  // Made outside of the selector: a message is a new object each time, and the store would never come to rest.
  const why = whyNotReached(useChecks(({ checks }) => checks[serverId]));
  const formIsRead = useOrganization(serverId, ({ view }) => view !== undefined);
  const isOff = (name: ServerTab) =>
    why !== undefined && ofServer.includes(name) && name !== tab && !(name === 'organization' && formIsRead);
  return (
    <div className={css.tabs}>
      <Tabs.List key={serverId} className={css.list} aria-label={say('app.server.sections')}>
        {serverTabs.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            className={css.tab}
            ref={notScrolledTo}
            disabled={isOff(name)}
            {...(isOff(name) ? { 'aria-describedby': whyId } : {})}
          >
            {say(serverTabLabel(name))}
            {name === 'organization' ? <ChangeCount serverId={serverId} /> : null}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {serverTabs.some(isOff) ? (
        <span id={whyId} className="reason">
          {why && say(why)}
        </span>
      ) : null}
    </div>
  );
}

function ChangeCount({ serverId }: { serverId: ServerId }) {
  const count = useOrganization(
    serverId,
    ({ draft, secrets }) => Object.keys(draft).length + Object.keys(secrets).length,
  );
  if (count === 0) return null;
  return (
    <span className="badge">
      <Rich message={message('app.server.unsaved', { n: count })} />
    </span>
  );
}
