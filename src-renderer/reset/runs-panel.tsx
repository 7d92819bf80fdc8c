import { useEffect } from 'react';
import { momentText } from '../../src-shared/base/moment';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import css from './reset.module.css';
import { loadRuns, resetOf, withdraw } from './reset-store';
import { RunTimeline } from './run-timeline';

/** Rehearsals and real requests of this console, newest first. */
export function RunsPanel({ server }: { server: ServerSummary }) {
  const { runs } = resetOf(server.id)();
  useEffect(() => {
    void loadRuns(server.id);
  }, [server.id]);
  if (!runs) return <p className={`${layoutCss.pane} ${layoutCss.sheet}`}>Reading the earlier tests</p>;
  if (runs.length === 0)
    return (
      <div className={`${layoutCss.pane} ${layoutCss.sheet} ${messageCss.empty}`}>
        <p>Password reset of {server.name} was not tested yet.</p>
        <Button look="main" onClick={() => resetOf(server.id).setState({ tab: 'test' })}>
          Test password reset
        </Button>
      </div>
    );
  return (
    <ol className={`${layoutCss.pane} ${layoutCss.sheet}`} aria-label="Earlier tests">
      {runs.map((run) => (
        <li key={run.id} className={css.run}>
          <div className="pair">
            <b>{run.kind === 'rehearsal' ? 'Rehearsal' : 'Real request'}</b>
            <time dateTime={run.beganAt}>{momentText(run.beganAt)}</time>
            <span className="faint">
              {run.person.name}, to {run.to}, through {run.relay}, {run.token}
            </span>
            {run.canWithdraw ? (
              <Button small onClick={() => void withdraw(server.id, run.id)}>
                Withdraw
              </Button>
            ) : null}
          </div>
          <RunTimeline run={run} />
        </li>
      ))}
    </ol>
  );
}
