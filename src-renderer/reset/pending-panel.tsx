import { useEffect, useState } from 'react';
import { momentText } from '../../src-shared/base/moment';
import type { PendingState } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { useWhyNotChanged } from '../servers/why-not-writable';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { WriteButton } from '../ui/write-button';
import { TypedNameField } from '../ui/write-fields';
import { inWords } from './mail-preview';
import { loadPending, purge, resetOf } from './reset-store';

const stateWords: Record<PendingState, string> = {
  live: 'valid',
  superseded: 'replaced by a newer one',
  expired: 'expired',
  undated: 'its date cannot be read',
};

/** The reset requests that stand on the server: whose, how old, and whether their links work. */
export function PendingPanel({ server }: { server: ServerSummary }) {
  const { pending, purge: purging } = resetOf(server.id)();
  const [typedName, setTypedName] = useState('');
  useEffect(() => {
    void loadPending(server.id);
  }, [server.id]);
  const view = pending.kind === 'done' ? pending.value : undefined;
  const notWritable = useWhyNotChanged(server, 'purge');
  const missing =
    notWritable ?? (view?.typeName && typedName !== server.name ? `Type ${server.name} above.` : undefined);
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <div className="pair">
        <Button onClick={() => void loadPending(server.id)}>Reload</Button>
        {view && view.counts.expired > 0 ? (
          <WriteButton
            server={server}
            off={missing}
            onClick={() => void purge(server.id, { kind: 'expired' }, typedName)}
          >
            Remove {view.counts.expired} expired
          </WriteButton>
        ) : null}
      </div>
      {pending.kind === 'failed' ? <FailureNotice failure={pending.failure} /> : null}
      {purging.kind === 'failed' ? <FailureNotice failure={purging.failure} /> : null}
      {purging.kind === 'done' ? (
        <p className={layoutCss.sentence} role="status">
          {purging.value.removed} removed, {purging.value.gone} were gone already, {purging.value.kept} changed and were
          kept.
        </p>
      ) : null}
      {view ? (
        <>
          {view.typeName ? <TypedNameField value={typedName} onChange={setTypedName} /> : null}
          <p className="note">
            A link of this version works for {inWords(view.lifetimeSeconds)}. {view.lifetimeProblem ?? ''}{' '}
            {view.doubts.join(' ')}
          </p>
          {view.requests.length === 0 ? <p className={layoutCss.sentence}>No request is pending.</p> : null}
          {view.requests.length > 0 ? (
            <table className={changesCss.changes}>
              <thead>
                <tr>
                  <th scope="col">Person</th>
                  <th scope="col">Requested</th>
                  <th scope="col">Ends</th>
                  <th scope="col">Link</th>
                  <th scope="col">
                    <span className="unseen">Action</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {view.requests.map((request) => (
                  <tr key={request.requestId}>
                    <th scope="row">{request.person.name ?? request.person.inum}</th>
                    <td>{request.createdAt ? momentText(request.createdAt) : 'not known'}</td>
                    <td>{request.expiresAt ? momentText(request.expiresAt) : 'not known'}</td>
                    <td>
                      {stateWords[request.state]}
                      {request.runId ? ', created here' : ''}
                    </td>
                    <td>
                      <WriteButton
                        server={server}
                        look="plain"
                        small
                        off={missing}
                        onClick={() => void purge(server.id, { kind: 'one', requestId: request.requestId }, typedName)}
                      >
                        Remove
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
