import { useEffect } from 'react';
import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import { type FieldDefinition, organizationFields } from '../../src-shared/model/organization-fields';
import type { ServerSummary } from '../../src-shared/model/server';
import { verifyNow } from '../organization/organization-update';
import { showServer } from '../shell/app-store';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { Signal, type Tone } from '../ui/signal';
import { loadHistory, useHistory } from './history-store';

const outcomes: Record<HistoryEntry['outcome'], { tone: Tone; text: string }> = {
  saved: { tone: 'ok', text: 'Saved, read back, equal' },
  notSaved: { tone: 'bad', text: 'Not saved' },
  unknown: { tone: 'unknown', text: 'Not known' },
  pending: { tone: 'unknown', text: 'Begun, end not known' },
};

/** What this console wrote to a server, newest first. */
export function HistoryPage({ server }: { server: ServerSummary }) {
  const { views, failure } = useHistory();
  const view = views[server.id];
  useEffect(() => {
    void loadHistory(server.id);
  }, [server.id]);

  if (failure) return <FailureNotice failure={failure} />;
  if (!view) return <p className="page">Reading the history</p>;
  return (
    <div className="page history">
      {view.chain.ok ? null : (
        <section className="notice bad" aria-label="Notice">
          <Signal tone="bad" size={16} />
          <p>
            <b>The history was changed outside this console.</b> {view.chain.why}
          </p>
        </section>
      )}
      {view.entries.length === 0 ? (
        <div className="empty">
          <p>This console has not written to {server.name} yet.</p>
          <Button look="main" onClick={() => showServer(server.id, 'organization')}>
            Organization Configuration
          </Button>
        </div>
      ) : (
        <ol className="history-list">
          {view.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} server={server} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Entry({ entry, server }: { entry: HistoryEntry; server: ServerSummary }) {
  const { tone, text } = outcomes[entry.outcome];
  const open = entry.outcome === 'unknown' || entry.outcome === 'pending';
  return (
    <li className="history-entry">
      <div className="pair">
        <Signal tone={tone} />
        <b>{text}</b>
        <time dateTime={entry.time}>{new Date(entry.time).toLocaleString()}</time>
        <span className="faint">
          {entry.actor.osUser} as {entry.actor.bindDn}
          {entry.check === 'weaker' ? ', weaker check' : ''}
          {entry.held === true ? ', still there after Gluu’s refresh' : ''}
          {entry.held === false ? ', put back by Gluu’s refresh' : ''}
        </span>
        {open ? (
          <Button small onClick={() => void verifyNow(server.id, entry.id)}>
            Read the server again
          </Button>
        ) : null}
      </div>
      {entry.reason ? <p className="reason-line">{entry.reason}</p> : null}
      {entry.entries.map(({ dn, operation }) =>
        operation ? (
          <p key={dn} className="reason-line">
            {operation === 'add' ? 'Entry created: ' : 'Entry removed: '}
            <code>{dn}</code>
          </p>
        ) : null,
      )}
      <table className="changes">
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {entry.entries.flatMap(({ dn, changes }) =>
            changes.map((change) => (
              <tr key={`${dn} ${change.attribute} ${change.key ?? ''}`}>
                <th scope="row">
                  {change.field}
                  <code>{change.key ?? change.attribute}</code>
                </th>
                <td>{change.secret ? 'hidden' : shown(change, change.before)}</td>
                <td>{change.secret ? 'Secret, changed' : shown(change, change.after)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {entry.failure?.detail ? <p className="words">{entry.failure.detail}</p> : null}
    </li>
  );
}

const fieldFor = ({ attribute, key }: HistoryChange): FieldDefinition | undefined =>
  organizationFields.find((field: FieldDefinition) => field.attribute === attribute && field.key === key);

/** Stored values in the words of the form: the history keeps them as they lie in LDAP. */
function shown(change: HistoryChange, values: readonly string[] | null): string {
  const field = fieldFor(change);
  if (values === null) return field?.control === 'toggle' ? 'Off' : '(empty)';
  return values.map((text) => inWords(field, text)).join(' | ');
}

function inWords(field: FieldDefinition | undefined, text: string): string {
  if (field?.control === 'choice' && text === 'enabled') return 'Enabled';
  if (field?.control === 'choice' && text === 'disabled') return 'Disabled';
  if (field?.storage !== 'json') return text;
  const value: unknown = JSON.parse(text);
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  return value === null ? '(empty)' : String(value);
}
