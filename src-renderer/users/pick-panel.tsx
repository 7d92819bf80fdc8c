import type { ServerSummary } from '../../src-shared/model/server';
import type { PersonSummary } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import { pickFor, usersOf, usersTabs } from './users-store';

/** For one address: who gets the reset mail, who never does, and why. */
export function PickPanel({ server }: { server: ServerSummary }) {
  const say = useSay();
  const { pick } = usersOf(server.id)();
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <AddressLookup server={server} />
      {pick.kind === 'done' ? (
        <section aria-label={say(usersTabs.pick)}>
          {pick.value.sentences.map((sentence) => (
            <p key={sentence.id} className={layoutCss.sentence}>
              {say(sentence)}
            </p>
          ))}
          {pick.value.hits.length > 0 ? <Hits hits={pick.value.hits} tied={pick.value.tied} /> : null}
        </section>
      ) : null}
    </div>
  );
}

/** Asks for an address and finds who this Gluu version would send its mail to. */
function AddressLookup({ server }: { server: ServerSummary }) {
  const say = useSay();
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
          label={say('users.pick.address')}
          error={addressMissing ? message('problem.mail.empty') : undefined}
          note={<p className="note">{say('users.pick.note')}</p>}
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
          <Button onClick={pick.cancel}>{say('word.cancel')}</Button>
        ) : (
          <Button type="submit" look="main">
            {say('users.pick.find')}
          </Button>
        )}
      </form>
      {pick.kind === 'failed' ? <FailureNotice failure={pick.failure} /> : null}
    </>
  );
}

/** People with one address, in Gluu's order. */
export function Hits({ hits, tied }: { hits: readonly PersonSummary[]; tied: number }) {
  const say = useSay();
  return (
    <table className={changesCss.changes}>
      <thead>
        <tr>
          <th scope="col" translate="no">
            uid
          </th>
          <th scope="col">{say('users.hits.name')}</th>
          <th scope="col">{say('users.hits.status')}</th>
          <th scope="col">{say('users.hits.mail')}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit, index) => (
          <tr key={hit.dn}>
            <th scope="row" translate="no">
              {hit.uid}
            </th>
            <td translate="no">{hit.displayName}</td>
            <td>{hit.status ? <AsIs>{hit.status}</AsIs> : say('users.person.none')}</td>
            <td>
              {index === 0 && tied <= 1 ? (
                <span className="pair">
                  <Signal tone="ok" /> {say('users.hits.gets')}
                </span>
              ) : index < tied ? (
                say('users.hits.mayGet')
              ) : (
                say('users.hits.never')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
