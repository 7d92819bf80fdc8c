import { useEffect } from 'react';
import { timeText } from '../../src-shared/base/moment';
import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import { commandLabel } from '../../src-shared/model/commands';
import { showServer } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { Button } from '../ui/button';
import factsCss from '../ui/facts.module.css';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import { useSay } from '../ui/texts-store';
import css from './inbox.module.css';
import { loadInbox, openMessage, useInbox } from './inbox-store';

/** What the demo mail server took: who sent it, how it came, what it says. Text only, whatever is in it. */
export function InboxPage() {
  const say = useSay();
  const { heads, open } = useInbox();
  const demo = useServers(({ servers }) => servers.find((server) => server.demo));
  useEffect(() => {
    void loadInbox();
  }, []);
  return (
    <div className={layoutCss.split}>
      <div className={`${layoutCss.pane} ${css.heads}`}>
        <h1>{say(commandLabel('inbox'))}</h1>
        {heads.length === 0 ? (
          <div className={messageCss.empty}>
            <p>Nothing was sent yet.</p>
            {demo ? (
              <Button look="main" onClick={() => showServer(demo.id, 'organization', MAIL_TAB)}>
                Send a test mail
              </Button>
            ) : null}
          </div>
        ) : (
          <ul>
            {heads.map((head) => (
              <li key={head.id}>
                <button
                  type="button"
                  className={`row ${css.mail}`}
                  aria-current={open?.id === head.id || undefined}
                  onClick={() => void openMessage(head.id)}
                >
                  <b className="cut">{head.subject || '(no subject)'}</b>
                  <span className="cut">
                    {head.from} to {head.to.join(', ')}
                  </span>
                  <span className="faint">{timeText(head.receivedAt)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <article className={`${layoutCss.pane} ${css.message}`} aria-label="Message">
        {open ? (
          <>
            <h2>{open.subject || '(no subject)'}</h2>
            <dl className={factsCss.facts}>
              <dt>From</dt>
              <dd>{open.from}</dd>
              <dt>To</dt>
              <dd>{open.to.join(', ')}</dd>
              <dt>Received</dt>
              <dd>{open.encrypted ? 'encrypted' : 'unencrypted'}</dd>
              <dt>Logged in as</dt>
              <dd>{open.authenticatedAs ?? 'nobody'}</dd>
            </dl>
            <pre className="raw">{open.text}</pre>
            <details>
              <summary>All headers</summary>
              <pre className="raw">{open.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
            </details>
          </>
        ) : (
          <p className="faint">Choose a message to read it.</p>
        )}
      </article>
    </div>
  );
}
