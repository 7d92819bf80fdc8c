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
import css from './mail.module.css';
import { MailTestPanel } from './mail-test-panel';

interface SmtpTabProps {
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
  judged: Judged;
}

/** oxTrust's SMTP form, with Test Configuration beside it. */
export function SmtpTab({ server, state, view, judged }: SmtpTabProps) {
  const rows = <FieldRows tab={MAIL_TAB} server={server} state={state} view={view} judged={judged} />;
  if (brokenOn(MAIL_TAB, state.page, view).length > 0) return rows;
  return (
    <div className={layoutCss.split}>
      <form
        className={`form ${css.form}`}
        aria-label="SMTP Server Configuration"
        onSubmit={(event) => event.preventDefault()}
      >
        {view.smtpAbsent ? (
          <p className="with-icon dim">
            <Signal tone="unknown" />
            No mail settings are stored on this server yet, so it sends no mail. Fill in the form, test it, then Update.
          </p>
        ) : null}
        {view.smtpOldKeys ? (
          <p className="with-icon warn">
            <Signal tone="warn" />
            The stored mail settings are in the spelling of Gluu 3.1.1. This version reads nothing of{' '}
            {view.smtpOldKeys.join(', ')}. Fill in the form, test it, then Update.
          </p>
        ) : null}
        {rows}
        <dl className={`${factsCss.facts} ${css.stored}`}>
          <dt>Stored in</dt>
          <dd className="mono">oxSmtpConfiguration</dd>
          <dt>Read by Gluu</dt>
          <dd>for each request, no restart</dd>
        </dl>
      </form>
      <MailTestPanel server={server} state={state} />
    </div>
  );
}
