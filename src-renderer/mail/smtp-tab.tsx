import type { Page } from '../../src-shared/gluu/pages/page';
import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { FieldRows } from '../organization/field-table';
import type { Judged } from '../organization/judged';
import { brokenOn } from '../organization/on-tab';
import type { OrganizationState } from '../organization/organization-store';
import factsCss from '../ui/facts.module.css';
import layoutCss from '../ui/layout.module.css';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import css from './mail.module.css';
import { MailTestPanel } from './mail-test-panel';

interface SmtpTabProps {
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
  judged: Judged;
}

/** The attributes that the mail settings of a page lie in, each once. */
const placesOf = ({ fields }: Page): string[] => [
  ...new Set(fields.flatMap(({ tab, attribute }) => (tab === MAIL_TAB && attribute ? attribute : []))),
];

/** oxTrust's SMTP form, with Test Configuration beside it. */
export function SmtpTab({ server, state, view, judged }: SmtpTabProps) {
  const say = useSay();
  const rows = <FieldRows tab={MAIL_TAB} server={server} state={state} view={view} judged={judged} />;
  if (brokenOn(MAIL_TAB, state.page, view).length > 0) return rows;
  return (
    <div className={layoutCss.split}>
      <form className={`form ${css.form}`} aria-label={say('mail.form')} onSubmit={(event) => event.preventDefault()}>
        {view.smtpAbsent ? (
          <p className="with-icon dim">
            <Signal tone="unknown" />
            {say('mail.form.absent')}
          </p>
        ) : null}
        {view.smtpOldKeys ? (
          <p className="with-icon warn">
            <Signal tone="warn" />
            {say('mail.form.oldKeys', { keys: { list: view.smtpOldKeys, as: 'plain' } })}
          </p>
        ) : null}
        {rows}
        <dl className={`${factsCss.facts} ${css.stored}`}>
          <dt>{say('mail.form.storedIn')}</dt>
          <dd className="mono" translate="no">
            {placesOf(state.page).join(', ')}
          </dd>
          <dt>{say('mail.form.readByGluu')}</dt>
          <dd>{say('mail.form.eachRequest')}</dd>
        </dl>
      </form>
      <MailTestPanel server={server} state={state} />
    </div>
  );
}
