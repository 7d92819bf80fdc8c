import { useEffect, useState } from 'react';
import { isProduction, type ServerSummary } from '../../src-shared/model/server';
import { showServer, useApp } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { EnvironmentShape } from '../ui/environment';
import environmentCss from '../ui/environment.module.css';
import { setReadOnly } from './writing';

/** Above a production server that can be written to: for how long, and the way to end it. Main ends it when that time is up. */
export function ArmedBand({ server, until }: { server: ServerSummary; until: string }) {
  return (
    <section
      className={`${environmentCss.band} ${environmentCss.armed}`}
      data-environment="production"
      aria-label="Writing is allowed"
    >
      <EnvironmentShape environment="production" />
      <b>PRODUCTION</b>
      <span className="grow">
        {server.name} can be written to. Locks again in <TimeLeft until={until} />.
      </span>
      <button type="button" className="link" onClick={() => void setReadOnly(server, true)}>
        Lock now
      </button>
    </section>
  );
}

/** In whole minutes, and in seconds once there is less than one left. */
function TimeLeft({ until }: { until: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return seconds > 60 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`;
}

/** In the status line: other production servers that can be written to while this one is shown, or none. */
export function ArmedElsewhere() {
  const servers = useServers((state) => state.servers);
  const shown = useApp(({ view }) => (view.kind === 'server' ? view.serverId : undefined));
  const armed = servers.filter((server) => isProduction(server) && server.writingUntil && server.id !== shown);
  return armed.map(({ id, name }) => (
    <span key={id}>
      <EnvironmentShape environment="production" size={12} />
      <button type="button" className="link" onClick={() => showServer(id)}>
        {name} can be written to
      </button>
    </span>
  ));
}
