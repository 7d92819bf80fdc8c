import { dismissNotice, useApp } from '../state/app-store';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';

/** What has to be told once: a restored file, a keychain that is locked or absent. */
export function Notices() {
  const notices = useApp(({ app }) => app?.notices ?? []);
  return (
    <>
      {notices.map(({ id, tone, title, text }) => (
        <section key={id} className={messageCss.notice} data-tone={tone} aria-label="Notice">
          <Signal tone={tone === 'bad' ? 'bad' : 'warn'} size={16} />
          <p>
            <b>{title}</b> {text}
          </p>
          <button type="button" className="link" onClick={() => void dismissNotice(id)}>
            Dismiss
          </button>
        </section>
      ))}
    </>
  );
}
