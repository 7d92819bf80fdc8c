import { useEffect } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import { useTexts } from '../ui/texts-store';
import css from './reset.module.css';
import { loadRuns, resetOf, withdraw } from './reset-store';
import { RunTimeline } from './run-timeline';

/** Rehearsals and real requests of this console, newest first. */
export function RunsPanel({ server }: { server: ServerSummary }) {
  const { say, when } = useTexts();
  const { runs } = resetOf(server.id)();
  useEffect(() => {
    void loadRuns(server.id);
  }, [server.id]);
  if (!runs) return <p className={`${layoutCss.pane} ${layoutCss.sheet}`}>{say('reset.runs.reading')}</p>;
  if (runs.length === 0)
    return (
      <div className={`${layoutCss.pane} ${layoutCss.sheet} ${messageCss.empty}`}>
        <p>{say('reset.runs.none', { server: server.name })}</p>
        <Button look="main" onClick={() => resetOf(server.id).setState({ tab: 'test' })}>
          {say('reset.tab.test')}
        </Button>
      </div>
    );
  return (
    <ol className={`${layoutCss.pane} ${layoutCss.sheet}`} aria-label={say('reset.tab.runs')}>
      {runs.map((run) => (
        <li key={run.id} className={css.run}>
          <div className="pair">
            <b>{say(`reset.${run.kind}.title`)}</b>
            <time dateTime={run.beganAt}>{when({ at: run.beganAt, as: 'moment' })}</time>
            <span className="faint">
              {say('reset.runs.about', { person: run.person.name, to: run.to, relay: run.relay, token: run.token })}
            </span>
            {run.canWithdraw ? (
              <Button small onClick={() => void withdraw(server.id, run.id)}>
                {say('reset.runs.withdraw')}
              </Button>
            ) : null}
          </div>
          <RunTimeline run={run} />
        </li>
      ))}
    </ol>
  );
}
