import type { ServerSummary } from '../../src-shared/model/server';
import type { DuplicateReport } from '../../src-shared/model/user';
import { type Message, message } from '../../src-shared/texts/message';
import { byName } from '../../src-shared/users/by-name';
import { duplicatesCsv } from '../../src-shared/users/duplicates-csv';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { StepList } from '../ui/step-list';
import { useTexts } from '../ui/texts-store';
import { Hits } from './pick-panel';
import { findDuplicates, usersOf, usersTabs } from './users-store';

/** What was read, and what of it stands in the way of a reset. */
function reportWords({ people, withoutMail, duplicates, more }: DuplicateReport): Message[] {
  const shared = duplicates.length + more;
  return [
    message('users.duplicates.read', { n: people }),
    withoutMail === 0
      ? message('users.duplicates.allHaveMail')
      : message('users.duplicates.withoutMail', { n: withoutMail }),
    shared === 0 ? message('users.duplicates.none') : message('users.duplicates.shared', { n: shared }),
  ];
}

/** Mail addresses that belong to more than one person: Gluu takes the first it finds. */
export function DuplicatesPanel({ server }: { server: ServerSummary }) {
  const { say, locale } = useTexts();
  const { duplicates } = usersOf(server.id)();
  const report = duplicates.kind === 'done' ? duplicates.value : undefined;
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <div className="pair">
        {duplicates.kind === 'running' ? (
          <Button onClick={duplicates.cancel}>{say('word.cancel')}</Button>
        ) : (
          <Button look="main" onClick={() => void findDuplicates(server.id)}>
            {say('users.duplicates.readAll')}
          </Button>
        )}
        {report && report.duplicates.length > 0 ? (
          <Button
            onClick={() => void invoke('app.saveText', { name: 'shared-addresses.csv', text: duplicatesCsv(report) })}
          >
            {say('users.duplicates.saveCsv')}
          </Button>
        ) : null}
      </div>
      {duplicates.kind === 'running' ? (
        <StepList steps={duplicates.steps} label={say('users.task.duplicates')} />
      ) : null}
      {duplicates.kind === 'failed' ? <FailureNotice failure={duplicates.failure} /> : null}
      {report ? (
        <section aria-label={say(usersTabs.duplicates)}>
          <p className={layoutCss.sentence}>{say(reportWords(report))}</p>
          {report.withoutMailPeople.length > 0 ? (
            <section aria-label={say('users.duplicates.without')}>
              <h2>{say('users.duplicates.withoutCount', { n: report.withoutMail })}</h2>
              <ul className="bullets">
                {byName(report.withoutMailPeople, locale).map(({ dn, uid, displayName }) => (
                  <li key={dn}>{displayName ? `${uid}, ${displayName}` : say('users.duplicates.noName', { uid })}</li>
                ))}
              </ul>
              {report.withoutMail > report.withoutMailPeople.length ? (
                <p className="note">{say('users.duplicates.firstListed', { n: report.withoutMailPeople.length })}</p>
              ) : null}
            </section>
          ) : null}
          {report.duplicates.map((one) => (
            <section key={one.mail} aria-label={one.mail}>
              <h2>{say('users.duplicates.address', { mail: one.mail, n: one.count })}</h2>
              <Hits hits={one.people} tied={one.tied} />
            </section>
          ))}
          {report.more > 0 ? <p className="note">{say('users.duplicates.more', { n: report.more })}</p> : null}
        </section>
      ) : null}
    </div>
  );
}
