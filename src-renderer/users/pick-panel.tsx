import type { ServerSummary } from '../../src-shared/model/server';
import type { PersonSummary } from '../../src-shared/model/user';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Signal } from '../ui/signal';
import { pickFor, usersOf } from './users-store';

/** For one address: who gets the reset mail, who never does, and why. */
export function PickPanel({ server }: { server: ServerSummary }) {
  const { pick } = usersOf(server.id)();
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <AddressLookup server={server} />
      {pick.kind === 'done' ? (
        <section aria-label="Who gets the mail">
          {pick.value.sentences.map((sentence) => (
            <p key={sentence} className={layoutCss.sentence}>
              {sentence}
            </p>
          ))}
          {pick.value.hits.length > 0 ? <Hits hits={pick.value.hits} tied={pick.value.tied} /> : null}
          {pick.value.more ? <p className="note">More people have it than are listed.</p> : null}
        </section>
      ) : null}
    </div>
  );
}

/** Asks for an address and finds who this Gluu version would send its mail to. */
function AddressLookup({ server }: { server: ServerSummary }) {
  const store = usersOf(server.id);
  const { address, addressMissing, pick } = store();
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void pickFor(server.id);
        }}
      >
        <FieldRow
          label="Mail address"
          error={addressMissing ? 'Enter a mail address.' : undefined}
          note={<p className="note">As a user types it into the reset page.</p>}
        >
          {(ids) => (
            <TextInput
              {...ids}
              value={address}
              onChange={(typed) => store.setState({ address: typed, addressMissing: false })}
            />
          )}
        </FieldRow>
        {pick.kind === 'running' ? (
          <Button onClick={pick.cancel}>Cancel</Button>
        ) : (
          <Button type="submit" look="main">
            Find
          </Button>
        )}
      </form>
      {pick.kind === 'failed' ? <FailureNotice failure={pick.failure} /> : null}
    </>
  );
}

/** People with one address, in Gluu's order. */
export function Hits({ hits, tied }: { hits: readonly PersonSummary[]; tied: number }) {
  return (
    <table className={changesCss.changes}>
      <thead>
        <tr>
          <th scope="col">uid</th>
          <th scope="col">Name</th>
          <th scope="col">Status</th>
          <th scope="col">Reset mail</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit, index) => (
          <tr key={hit.dn}>
            <th scope="row">{hit.uid}</th>
            <td>{hit.displayName}</td>
            <td>{hit.status || 'none'}</td>
            <td>
              {index === 0 && tied <= 1 ? (
                <span className="pair">
                  <Signal tone="ok" /> gets the mail
                </span>
              ) : index < tied ? (
                'may get the mail'
              ) : (
                'never reached'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
