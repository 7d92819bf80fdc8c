import { mailSecurities } from '../../src-shared/model/mail-server';
import { useApp } from '../state/app-store';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import { CertificateTable } from '../ui/certificate-table';
import { Choice } from '../ui/choice';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { SecretField } from '../ui/secret-field';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import { forgetMailbox, saveMailbox, trustMailbox, useMailbox } from './mailbox-store';

/** The IMAP account in which test mails are looked for: read only, nothing is marked or moved. */
export function MailboxForm() {
  const { draft, password, view, failure, check } = useMailbox();
  const keychain = useApp(({ app }) => app?.keychain.kind);
  const say = useSay();
  const edit = (part: Partial<typeof draft>) => useMailbox.setState({ draft: { ...draft, ...part } });
  const error = (name: string) => failure?.fields?.[`draft.${name}`];
  const certificate = check.kind === 'failed' ? check.failure.certificate : undefined;
  return (
    <form
      className="form"
      aria-label={say('mailbox.form.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void saveMailbox();
      }}
    >
      <FieldRow label={say('mailbox.form.host')} error={error('host')}>
        {(ids) => <TextInput {...ids} value={draft.host} onChange={(host) => edit({ host })} />}
      </FieldRow>
      <FieldRow label={say('mailbox.form.port')} error={error('port')}>
        {(ids) => <TextInput {...ids} short value={draft.port} onChange={(port) => edit({ port })} />}
      </FieldRow>
      <FieldRow
        label={say('mailbox.form.encryption')}
        error={error('mode')}
        note={draft.mode === 'none' ? <p className="note warn">{say('mailbox.form.unencrypted')}</p> : undefined}
      >
        {(ids) => (
          <Choice
            {...ids}
            label={say('mailbox.form.encryption')}
            options={mailSecurities.map((value) => ({ value, text: say(`mail.security.${value}`) }))}
            value={draft.mode}
            onChange={(mode) => edit({ mode })}
          />
        )}
      </FieldRow>
      <FieldRow label={say('mailbox.form.user')} error={error('user')}>
        {(ids) => <TextInput {...ids} value={draft.user} onChange={(user) => edit({ user })} />}
      </FieldRow>
      <SecretField
        label={say('mailbox.form.password')}
        change={password}
        stored={view?.password ?? 'none'}
        error={failure?.fields?.['password.value']}
        onChange={(change) => useMailbox.setState({ password: change })}
        help={say('mailbox.form.passwordHelp', { keychain: keychain ?? 'open' })}
      />
      <div className="pair">
        <Button look="main" onClick={() => void saveMailbox()}>
          {say('word.saveAndCheck')}
        </Button>
        {view ? <Button onClick={() => void forgetMailbox()}>{say('mailbox.form.forget')}</Button> : null}
        <Button onClick={() => useMailbox.setState({ editing: false })}>{say('word.close')}</Button>
      </div>
      {failure && failure.code !== 'input.invalid' ? <FailureNotice failure={failure} /> : null}
      {check.kind === 'failed' ? <FailureNotice failure={check.failure} /> : null}
      {certificate ? (
        <section className={certificateCss.certificate} aria-label={say('mailbox.form.certificate')}>
          <CertificateTable certificate={certificate} />
          <Button onClick={() => void trustMailbox(certificate.sha256)}>{say('word.trustCertificate')}</Button>
        </section>
      ) : null}
      {check.kind === 'done' ? (
        <p className="with-icon">
          <Signal tone="ok" />
          {say('mailbox.form.readable', {
            folders: { list: check.value.folders.map(({ path }) => path), as: 'plain' },
          })}
        </p>
      ) : null}
    </form>
  );
}
