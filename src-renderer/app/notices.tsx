import { memo } from 'react';
import { dismissNotice, useApp } from '../state/app-store';
import { fetchAgain, usePartFailed } from '../state/part-store';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';

/** What has to be told once: a restored file, a keychain that is locked or absent. */
export const Notices = memo(function Notices() {
  const notices = useApp(({ app }) => app?.notices) ?? [];
  const say = useSay();
  return (
    <>
      <PartNotice />
      {notices.map(({ id, tone, title, text }) => (
        <section key={id} className={messageCss.notice} data-tone={tone} aria-label={say('app.notice')}>
          <Signal tone={tone === 'bad' ? 'bad' : 'warn'} size={16} />
          <p>
            <b>{say(title)}</b> {say(text)}
          </p>
          <button type="button" className="link" onClick={() => void dismissNotice(id)}>
            {say('app.notice.dismiss')}
          </button>
        </section>
      ))}
    </>
  );
});

/** A part of the window could not be fetched: it is shown as soon as that succeeds. */
function PartNotice() {
  const isShown = usePartFailed();
  const say = useSay();
  if (!isShown) return null;
  return (
    <section className={messageCss.notice} data-tone="bad" aria-label={say('app.notice')}>
      <Signal tone="bad" size={16} />
      <p>{say('app.part.failed')}</p>
      <button type="button" className="link" onClick={() => void fetchAgain()}>
        {say('word.reload')}
      </button>
    </section>
  );
}
