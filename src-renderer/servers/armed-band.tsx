import { useEffect, useState } from 'react';
import { isProduction } from '../../src-shared/model/environment';
import type { ServerSummary } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { showServer, useApp } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { EnvironmentShape } from '../ui/environment';
import environmentCss from '../ui/environment.module.css';
import { useSay } from '../ui/texts-store';
import { setReadOnly } from './writing';

/** Above a production server that can be written to: for how long, and the way to end it. Main ends it when that time is up. */
export function ArmedBand({ server, until }: { server: ServerSummary; until: string }) {
  const say = useSay();
  const left = useTimeLeft(until);
  return (
    <section
      className={`${environmentCss.band} ${environmentCss.armed}`}
      data-environment="production"
      aria-label={say('servers.armed.label')}
    >
      <EnvironmentShape environment="production" />
      <b>{say('environment.band.production')}</b>
      <span className="grow">{say('servers.armed', { name: server.name, left })}</span>
      <button type="button" className="link" onClick={() => void setReadOnly(server, true)}>
        {say('servers.armed.lock')}
      </button>
    </section>
  );
}

/** In whole minutes, and in seconds once there is less than one left. */
function useTimeLeft(until: string): Message {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return seconds > 60
    ? message('servers.armed.minutesLeft', { n: Math.ceil(seconds / 60) })
    : message('servers.armed.secondsLeft', { n: seconds });
}

/** In the status line: other production servers that can be written to while this one is shown, or none. */
export function ArmedElsewhere() {
  const say = useSay();
  const servers = useServers((state) => state.servers);
  const shown = useApp(({ view }) => (view.kind === 'server' ? view.serverId : undefined));
  const armed = servers.filter((server) => isProduction(server) && server.writingUntil && server.id !== shown);
  return armed.map(({ id, name }) => (
    <span key={id}>
      <EnvironmentShape environment="production" size={12} />
      <button type="button" className="link" onClick={() => showServer(id)}>
        {say('servers.armed.elsewhere', { name })}
      </button>
    </span>
  ));
}
