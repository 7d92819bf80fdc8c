import { saltWords } from '../../src-shared/messages/salt-words';
import type { OrganizationView } from '../../src-shared/model/organization';
import { fieldOf } from '../../src-shared/model/organization-fields';
import type { SaltState } from '../../src-shared/model/salt';
import type { SecretState, ServerSummary } from '../../src-shared/model/server';
import { BrokenJson } from '../organization/broken-json';
import { fieldsOnTab } from '../organization/field-table';
import type { Judged } from '../organization/judged';
import { LintNotes } from '../organization/lint-notes';
import { OrganizationField } from '../organization/organization-field';
import { editPassword, focusFor, type OrganizationState } from '../organization/organization-store';
import { openFront } from '../state/app-store';
import factsCss from '../ui/facts.module.css';
import layoutCss from '../ui/layout.module.css';
import { SecretField } from '../ui/secret-field';
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
  if (view.brokenSmtp) return <BrokenJson attribute="oxSmtpConfiguration" {...view.brokenSmtp} />;
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
        {fieldsOnTab('smtp', view).map((field) =>
          field.control === 'secret' ? (
            <PasswordField key={field.id} server={server} state={state} view={view} judged={judged} />
          ) : (
            <OrganizationField
              key={field.id}
              field={field}
              serverId={server.id}
              state={state}
              view={view}
              judged={judged}
              fixed={view.notWritable}
            />
          ),
        )}
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

const storedWords: Record<OrganizationView['password'], string> = {
  none: '',
  decrypts: 'It decrypts with this server’s salt.',
  decryptsNonAscii:
    'It decrypts, and has letters outside ASCII. Gluu’s own page shows them garbled and would save them so; 4.2.3 sends them in ISO 8859-1. Better use plain letters, digits and signs.',
  decryptsGarbled:
    'It decrypts to what Gluu’s own page made of letters outside ASCII when it saved them. All versions but 4.2.3 send it wrong. Replace it.',
  decryptsDamaged:
    'It decrypts to a damaged text: its bytes are not UTF-8. Gluu up to 4.2.2 sends them as they are, later versions send U+FFFD in their place. Replace it.',
  doesNotDecrypt: 'It was encrypted with another salt, or it is damaged.',
  decryptsUnproved: 'It decrypts with the salt kept here. Whether Gluu can decrypt it is not known.',
  doesNotDecryptUnproved:
    'It does not decrypt with the salt kept here: one of the two is not this server’s. Look at the salt before you replace it.',
  noSalt: 'Without the salt it can be neither checked nor replaced; it is kept as it is.',
  wrongSalt: 'Whether Gluu can decrypt it is not known. Correct the salt; do not replace the password.',
};

/** What to press where the salt stands in the way. */
const saltRemedies: Record<SaltState['kind'], string | undefined> = {
  none: 'Paste the salt',
  contradicted: 'Correct the salt',
  unproved: 'Look at the salt',
  proved: undefined,
};

function PasswordField({ server, state, view, judged }: SmtpTabProps) {
  const stored: SecretState = view.password === 'none' ? 'none' : 'stored';
  const { password } = state;
  const remedy = server.demo ? undefined : saltRemedies[view.salt.kind];
  return (
    <SecretField
      label={fieldOf('smtpPassword').label}
      change={password}
      stored={stored}
      error={judged.errors.smtpPassword}
      toFocus={focusFor(server.id, 'smtpPassword', state)}
      disabled={view.notWritable ? '' : undefined}
      onChange={(change) => editPassword(server.id, change)}
      notes={<LintNotes field="smtpPassword" serverId={server.id} state={state} judged={judged} />}
      help={
        <>
          <span className={view.password === 'decrypts' ? '' : 'warn'}>{storedWords[view.password]}</span>{' '}
          {view.salt.kind === 'proved' ? null : <span className="warn">{saltWords(view.salt)} </span>}
          {remedy ? (
            <button
              type="button"
              className="link"
              onClick={() => openFront({ kind: 'serverForm', serverId: server.id, at: 'salt' })}
            >
              {remedy}
            </button>
          ) : null}
        </>
      }
    />
  );
}
