import { countedPeople } from '../../src-shared/base/counted';
import type { ServerSummary } from '../../src-shared/model/server';
import { byName } from '../../src-shared/users/by-name';
import { duplicatesCsv } from '../../src-shared/users/duplicates-csv';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { StepList } from '../ui/step-list';
import { Hits } from './pick-panel';
import { findDuplicates, usersOf } from './users-store';

const sharedInWords = (count: number): string =>
  count === 1 ? 'One address belongs to more than one person.' : `${count} addresses belong to more than one person.`;

/** Mail addresses that belong to more than one person: Gluu takes the first it finds. */
export function DuplicatesPanel({ server }: { server: ServerSummary }) {
  const { duplicates } = usersOf(server.id)();
  const report = duplicates.kind === 'done' ? duplicates.value : undefined;
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <div className="pair">
        {duplicates.kind === 'running' ? (
          <Button onClick={duplicates.cancel}>Cancel</Button>
        ) : (
          <Button look="main" onClick={() => void findDuplicates(server.id)}>
            Read all people
          </Button>
        )}
        {report && report.duplicates.length > 0 ? (
          <Button
            onClick={() => void invoke('app.saveText', { name: 'shared-addresses.csv', text: duplicatesCsv(report) })}
          >
            Save as CSV
          </Button>
        ) : null}
      </div>
      {duplicates.kind === 'running' ? <StepList steps={duplicates.steps} label="Reading people" /> : null}
      {duplicates.kind === 'failed' ? <FailureNotice failure={duplicates.failure} /> : null}
      {report ? (
        <section aria-label="Shared addresses">
          <p className={layoutCss.sentence}>
            {countedPeople(report.people)} read.{' '}
            {report.withoutMail === 0
              ? 'Everybody has a mail address. '
              : `${report.withoutMail} of them cannot reset their password: no mail address. `}
            {report.duplicates.length + report.more === 0
              ? 'No address belongs to more than one person.'
              : sharedInWords(report.duplicates.length + report.more)}
          </p>
          {report.withoutMailPeople.length > 0 ? (
            <section aria-label="People without a mail address">
              <h2>Without a mail address, {countedPeople(report.withoutMail)}</h2>
              <ul className="bullets">
                {byName(report.withoutMailPeople).map(({ dn, uid, displayName }) => (
                  <li key={dn}>
                    {uid}, {displayName || 'no display name'}
                  </li>
                ))}
              </ul>
              {report.withoutMail > report.withoutMailPeople.length ? (
                <p className="note">The first {report.withoutMailPeople.length} are listed.</p>
              ) : null}
            </section>
          ) : null}
          {report.duplicates.map((one) => (
            <section key={one.mail} aria-label={one.mail}>
              <h2>
                {one.mail}, {countedPeople(one.count)}
              </h2>
              <Hits hits={one.people} tied={one.tied} />
            </section>
          ))}
          {report.more > 0 ? (
            <p className="note">
              {report.more} more {report.more === 1 ? 'is' : 'are'} not listed.
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
