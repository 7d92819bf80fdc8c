import { memo, useDeferredValue, useMemo } from 'react';
import { commandLabel } from '../../../src-shared/model/commands';
import { environmentLabels } from '../../../src-shared/model/environment';
import type { ServerId, ServerSummary } from '../../../src-shared/model/server';
import type { ServerHealth } from '../../../src-shared/model/server-health';
import { addressText, agoText, byRecent } from '../../../src-shared/model/server-list';
import { type Message, message } from '../../../src-shared/texts/message';
import { DiscoveryEntries } from '../../discovery/entries';
import { certificateWarning, whyUnreached } from '../../servers/health-words';
import { showServer } from '../../state/app-store';
import { useHealth } from '../../state/health-store';
import { useServers } from '../../state/servers-store';
import { AsIs, markOf } from '../../ui/as-is';
import { Button } from '../../ui/button';
import { EnvironmentShape } from '../../ui/environment';
import { Signal } from '../../ui/signal';
import { useSay } from '../../ui/texts-store';
import { useGrowing } from '../../ui/use-growing';
import { useMinute } from '../../ui/use-minute';
import { run } from '../commands/commands';
import css from './home.module.css';

const MOST_RECENT = 6;

interface Look {
  server: ServerSummary;
  found: ServerHealth;
  tone: 'bad' | 'warn';
}

/** What the app begins with once there are servers: those that need attention, and those that were opened last. */
export function Home() {
  const say = useSay();
  const servers = useServers((state) => state.servers);
  // What a check found of many is drawn behind what the user does meanwhile.
  const health = useDeferredValue(useHealth((all) => all.health));
  const openedAt = useHealth((all) => all.openedAt);
  const paused = useHealth((all) => all.paused);
  const now = useMinute();
  const ago = (at: string | undefined) => (at === undefined ? '' : say(agoText(at, now)));
  const looks = useMemo(() => attentionNeeded(servers, health, now), [servers, health, now]);
  const { drawn, end } = useGrowing(looks.length);
  const opened = useMemo(
    () =>
      byRecent(
        servers.filter(({ id }) => openedAt[id] !== undefined),
        openedAt,
      ),
    [servers, openedAt],
  );
  const recent = (opened.length > 0 ? opened : servers).slice(0, MOST_RECENT);
  const recentTitle = say('app.home.recent', { opened: opened.length > 0 ? 'yes' : 'no' });
  const reached = servers.filter(({ id }) => health[id]?.state === 'ok').length;
  return (
    <div className={css.home}>
      <h1>{say(sentence(servers.length, looks.length, reached))}</h1>
      {paused ? <p className="note">{say('app.home.paused')}</p> : null}
      {recent.length > 0 ? (
        <section aria-label={recentTitle} className={css.recent}>
          <h2>{recentTitle}</h2>
          {recent.map(({ id, name, environment }) => (
            <Button key={id} title={ago(openedAt[id])} onClick={() => showServer(id)}>
              <EnvironmentShape environment={environment} />
              <AsIs>{name}</AsIs>
              <span className="unseen">, {say(environmentLabels[environment])}</span>
            </Button>
          ))}
        </section>
      ) : null}
      {looks.length > 0 ? (
        <section aria-label={say('app.home.needsAttention')}>
          <ul className={css.list}>
            {looks.slice(0, drawn).map((look, index) => (
              <LookRow key={look.server.id} {...look} now={now} place={index + 1} of={looks.length} />
            ))}
          </ul>
          {drawn < looks.length ? <div ref={end} /> : null}
        </section>
      ) : null}
      <div className={css.more}>
        <Button onClick={() => run('addServer')}>{say(commandLabel('addServer'))}</Button>
        <Button onClick={() => run('importProfiles')}>{say(commandLabel('importProfiles'))}</Button>
      </div>
      <DiscoveryEntries />
    </div>
  );
}

/** Worst first; among equals as they stand in the list. */
function attentionNeeded(
  servers: readonly ServerSummary[],
  health: Record<ServerId, ServerHealth>,
  now: number,
): Look[] {
  const looks = servers.flatMap((server): Look[] => {
    const found = health[server.id];
    if (!found) return [];
    if (whyUnreached(found)) return [{ server, found, tone: 'bad' }];
    const certificate = certificateWarning(found, now);
    return certificate ? [{ server, found, tone: certificate.tone }] : [];
  });
  return looks.sort((a, b) => Number(a.tone === 'warn') - Number(b.tone === 'warn'));
}

function sentence(all: number, looks: number, reached: number): Message {
  if (looks > 0) return message('app.home.looks', { looks, all });
  return reached === all ? message('app.home.allReached', { all }) : message('app.home.someReached', { reached, all });
}

interface LookRowProps extends Look {
  now: number;
  place: number;
  of: number;
}

/** Drawn again only for what it shows itself: there may be a thousand. */
const LookRow = memo(function LookRow({ server, found, tone, now, place, of }: LookRowProps) {
  const say = useSay();
  const address = addressText(server);
  const words = whyUnreached(found) ?? certificateWarning(found, now)?.words;
  return (
    <li aria-posinset={place} aria-setsize={of}>
      <button type="button" onClick={() => showServer(server.id)}>
        <EnvironmentShape environment={server.environment} />
        <span className={css.name}>
          <AsIs>{server.name}</AsIs>
          <span className="unseen">, {say(environmentLabels[server.environment])}</span>
        </span>
        <span className={css.words} data-tone={tone}>
          <Signal tone={tone} size={12} />
          {words && say(words)}
        </span>
        <span className={css.host} {...markOf(address)}>
          {say(address)}
        </span>
      </button>
    </li>
  );
});
