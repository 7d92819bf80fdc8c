import { useEffect } from 'react';
import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import { commandLabel } from '../../src-shared/model/commands';
import { showServer } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import { Cut } from '../ui/cut';
import factsCss from '../ui/facts.module.css';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import { useTexts } from '../ui/texts-store';
import css from './inbox.module.css';
import { loadInbox, openMessage, useInbox } from './inbox-store';

/** What the demo mail server took: who sent it, how it came, what it says. Text only, whatever is in it. */
export function InboxPage() {
  const { say, when } = useTexts();
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
            <p>{say('demo.inbox.empty')}</p>
            {demo ? (
              <Button look="main" onClick={() => showServer(demo.id, 'organization', MAIL_TAB)}>
                {say('demo.inbox.send')}
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
                  <Cut
                    strong
                    translate={head.subject ? 'no' : undefined}
                    text={head.subject || say('demo.message.noSubject')}
                  />
                  <Cut text={say('demo.inbox.head', { from: head.from, to: { list: head.to, as: 'plain' } })} />
                  <span className="faint">{when({ at: head.receivedAt, as: 'time' })}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <article className={`${layoutCss.pane} ${css.message}`} aria-label={say('demo.message.title')}>
        {open ? (
          <>
            <h2>{open.subject ? <AsIs>{open.subject}</AsIs> : say('demo.message.noSubject')}</h2>
            <dl className={factsCss.facts}>
              <dt>{say('demo.message.from')}</dt>
              <dd translate="no">{open.from}</dd>
              <dt>{say('demo.message.to')}</dt>
              <dd translate="no">{open.to.join(', ')}</dd>
              <dt>{say('demo.message.received')}</dt>
              <dd>{say(open.encrypted ? 'demo.message.encrypted' : 'demo.message.unencrypted')}</dd>
              <dt>{say('demo.message.login')}</dt>
              <dd>{open.authenticatedAs ? <AsIs>{open.authenticatedAs}</AsIs> : say('demo.message.noLogin')}</dd>
            </dl>
            <pre className="raw" lang="" translate="no">
              {open.text}
            </pre>
            <details>
              <summary>{say('demo.message.headers')}</summary>
              <pre className="raw" lang="" translate="no">
                {open.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
              </pre>
            </details>
          </>
        ) : (
          <p className="faint">{say('demo.message.choose')}</p>
        )}
      </article>
    </div>
  );
}
