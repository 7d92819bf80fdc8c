import { useEffect, useState } from 'react';
import { minuteText } from '../../src-shared/base/moment';
import { stepMessage } from '../../src-shared/model/work';
import { ArmedElsewhere } from '../servers/armed-band';
import { PausedChecks } from '../servers/checks-state';
import { useApp } from '../state/app-store';
import { invoke } from '../state/ipc';
import { keychainWords } from '../state/keychain-words';
import { type RunningWork, useWork } from '../state/task';
import { Signal } from '../ui/signal';
import { Elapsed } from '../ui/step-list';
import { useTexts } from '../ui/texts-store';
import css from './status-line.module.css';

/** What runs, on which server, at which stage, since when, with Cancel; else what ended last. The one live region. */
export function StatusLine() {
  const { words } = useTexts();
  const { running, last } = useWork();
  const work = running.at(-1);
  return (
    <footer className={css.status} tabIndex={-1}>
      <div className={css.live} role="status">
        {work ? (
          <RunningLine work={work} others={running.length - 1} />
        ) : (
          <>
            {last?.cancelled || last?.failed ? <Signal tone={last.cancelled ? 'off' : 'bad'} /> : null}
            {last ? (
              <span className={css.words}>
                {last.serverName === undefined ? null : <b>{last.serverName}</b>} {words(last.text)}
              </span>
            ) : (
              <span>Nothing running</span>
            )}
          </>
        )}
      </div>
      <ArmedElsewhere />
      <PausedChecks />
      <KeychainState />
      <Clock />
    </footer>
  );
}

function RunningLine({ work, others }: { work: RunningWork; others: number }) {
  const at = work.steps.findIndex(({ state }) => state === 'running');
  const { say, words } = useTexts();
  const step = at >= 0 ? ` ${say(stepMessage(work.steps[at]?.name ?? ''))}, ${at + 1} of ${work.steps.length}` : '';
  return (
    <>
      <Signal tone="running" />
      <span className={css.words}>
        <b>{work.serverName}</b> {words(work.label)}:{step}
        {others > 0 ? `, and ${others} more` : ''}
      </span>
      <span className="faint" aria-hidden="true">
        <Elapsed since={work.startedAt} />
      </span>
      {work.cancellable ? (
        <button type="button" className="link" onClick={work.cancel}>
          Cancel
        </button>
      ) : (
        <span className="faint">cannot be cancelled while writing</span>
      )}
    </>
  );
}

function KeychainState() {
  const status = useApp(({ app }) => app?.keychain);
  if (!status) return null;
  const { tone, short, long } = keychainWords[status.kind];
  return (
    <span title={long}>
      <Signal tone={tone} size={12} />
      {short}
      {status.kind === 'locked' || status.kind === 'absent' ? (
        <button type="button" className="link" onClick={() => void invoke('keychain.retry', undefined)}>
          Try again
        </button>
      ) : null}
    </span>
  );
}

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return <span>{minuteText(now.toISOString())}</span>;
}
