import { memo, useEffect, useState } from 'react';
import { stepMessage } from '../../src-shared/model/work';
import { ArmedElsewhere } from '../servers/armed-band';
import { PausedChecks } from '../servers/checks-state';
import { useApp } from '../state/app-store';
import { useChecks } from '../state/check-store';
import { invoke } from '../state/ipc';
import { keychainLong, keychainShort, keychainTones } from '../state/keychain-words';
import { type RunningWork, useWork } from '../state/task';
import { markOf } from '../ui/as-is';
import { Signal } from '../ui/signal';
import { Elapsed } from '../ui/step-list';
import { useSay, useTexts } from '../ui/texts-store';
import css from './status-line.module.css';

/** What runs, on which server, at which stage, since when, with Cancel; else what ended last. The one live region. */
export const StatusLine = memo(function StatusLine() {
  const { say, words } = useTexts();
  const { running, last } = useWork();
  const work = running.at(-1);
  const isManyChecked = useChecks(({ many }) => many.kind === 'running');
  return (
    <footer className={css.status} data-many={isManyChecked || undefined} tabIndex={-1}>
      <div className={css.live} role="status">
        {work ? (
          <RunningLine work={work} others={running.length - 1} />
        ) : (
          <>
            {last?.cancelled || last?.failed ? <Signal tone={last.cancelled ? 'off' : 'bad'} /> : null}
            {last ? (
              <span className={css.words}>
                {last.serverName === undefined ? null : (
                  <b translate="no" title={last.serverName}>
                    {last.serverName}
                  </b>
                )}{' '}
                <span {...markOf(last.text)}>{words(last.text)}</span>
              </span>
            ) : (
              <span>{say('app.status.idle')}</span>
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
});

function RunningLine({ work, others }: { work: RunningWork; others: number }) {
  const at = work.steps.findIndex(({ state }) => state === 'running');
  const say = useSay();
  const { label, steps } = work;
  const step = at < 0 ? undefined : stepMessage(steps[at]?.name ?? '');
  return (
    <>
      <Signal tone="running" />
      <span className={css.words}>
        <b translate="no" title={work.serverName}>
          {work.serverName}
        </b>{' '}
        {step
          ? say('app.status.step', { label, step, at: at + 1, all: steps.length })
          : say('app.status.running', { label })}{' '}
        {others > 0 ? say('app.status.more', { n: others }) : ''}
      </span>
      <span className="faint" aria-hidden="true">
        <Elapsed since={work.startedAt} />
      </span>
      {work.cancellable ? (
        <button type="button" className="link" onClick={work.cancel}>
          {say('word.cancel')}
        </button>
      ) : (
        <span className="faint">{say('app.status.writing')}</span>
      )}
    </>
  );
}

function KeychainState() {
  const say = useSay();
  const status = useApp(({ app }) => app?.keychain);
  if (!status) return null;
  return (
    <span title={say(keychainLong(status.kind))}>
      <Signal tone={keychainTones[status.kind]} size={12} />
      {say(keychainShort(status.kind))}
      {status.kind === 'locked' || status.kind === 'absent' ? (
        <button type="button" className="link" onClick={() => void invoke('keychain.retry', undefined)}>
          {say('app.status.again')}
        </button>
      ) : null}
    </span>
  );
}

function Clock() {
  const { when } = useTexts();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return <span>{when({ at: now.toISOString(), as: 'minute' })}</span>;
}
