import { useEffect, useState } from 'react';
import { exactDuration } from '../../src-shared/base/duration';
import type { PendingRequest, PurgeOutcome } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { useWhyNotChanged } from '../servers/why-not-writable';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { useTexts } from '../ui/texts-store';
import { WriteButton } from '../ui/write-button';
import { TypedNameField } from '../ui/write-fields';
import { loadPending, purge, resetOf } from './reset-store';

const columns = ['person', 'requested', 'ends', 'link'] as const;

function stateOf({ state, runId }: PendingRequest): Message {
  const known = message(`reset.pending.state.${state}`);
  return runId ? message('reset.pending.createdHere', { state: known }) : known;
}

/** What was removed and what was not. */
const sentencesOf = ({ removed, gone, kept, left }: PurgeOutcome): Message[] => [
  message('reset.pending.removed', { n: removed }),
  ...(gone > 0 ? [message('reset.pending.alreadyGone', { n: gone })] : []),
  ...(kept > 0 ? [message('reset.pending.kept', { n: kept })] : []),
  ...(left > 0 ? [message('reset.pending.left', { n: left })] : []),
];

/** The reset requests that stand on the server: whose, how old, and whether their links work. */
export function PendingPanel({ server }: { server: ServerSummary }) {
  const { say, words, when } = useTexts();
  const { pending, purge: purging } = resetOf(server.id)();
  const [typedName, setTypedName] = useState('');
  useEffect(() => {
    void loadPending(server.id);
  }, [server.id]);
  const view = pending.kind === 'done' ? pending.value : undefined;
  const notWritable = useWhyNotChanged(server, 'purge');
  const isNamed = !view?.typeName || typedName === server.name;
  const missing = notWritable ?? (isNamed ? undefined : message('reset.typeName', { server: server.name }));
  const off = missing && words(missing);
  const momentOf = (at: string | undefined) => (at ? when({ at, as: 'moment' }) : say('reset.pending.notKnown'));
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <div className="pair">
        <Button onClick={() => void loadPending(server.id)}>{say('word.reload')}</Button>
        {view && view.counts.expired > 0 ? (
          <WriteButton server={server} off={off} onClick={() => void purge(server.id, { kind: 'expired' }, typedName)}>
            {say('reset.pending.removeExpired', { n: view.counts.expired })}
          </WriteButton>
        ) : null}
      </div>
      {pending.kind === 'failed' ? <FailureNotice failure={pending.failure} /> : null}
      {purging.kind === 'failed' ? <FailureNotice failure={purging.failure} /> : null}
      {purging.kind === 'done' ? (
        <p className={layoutCss.sentence} role="status">
          {say(sentencesOf(purging.value))}
        </p>
      ) : null}
      {view ? (
        <>
          {view.typeName ? <TypedNameField value={typedName} onChange={setTypedName} /> : null}
          <p className="note">
            {say([
              message('reset.pending.lifetime', { duration: exactDuration(view.lifetimeSeconds) }),
              ...(view.lifetimeProblem ? [view.lifetimeProblem] : []),
              ...view.doubts,
            ])}
          </p>
          {view.requests.length === 0 ? <p className={layoutCss.sentence}>{say('reset.pending.none')}</p> : null}
          {view.requests.length > 0 ? (
            <table className={changesCss.changes}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {say(`reset.pending.column.${column}`)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="unseen">{say('reset.pending.column.action')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {view.requests.map((request) => (
                  <tr key={request.requestId}>
                    <th scope="row">{request.person.name ?? request.person.inum}</th>
                    <td>{momentOf(request.createdAt)}</td>
                    <td>{momentOf(request.expiresAt)}</td>
                    <td>{say(stateOf(request))}</td>
                    <td>
                      <WriteButton
                        server={server}
                        look="plain"
                        small
                        off={off}
                        onClick={() => void purge(server.id, { kind: 'one', requestId: request.requestId }, typedName)}
                      >
                        {say('word.remove')}
                      </WriteButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
