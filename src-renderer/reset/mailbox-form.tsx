import { mailSecurities, mailSecurityLabels } from '../../src-shared/model/mail-server';
import { useSecretsPlace } from '../state/keychain-words';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import { CertificateTable } from '../ui/certificate-table';
import { Choice } from '../ui/choice';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { SecretField } from '../ui/secret-field';
import { Signal } from '../ui/signal';
import { forgetMailbox, saveMailbox, trustMailbox, useMailbox } from './mailbox-store';

/** The IMAP account in which test mails are looked for: read only, nothing is marked or moved. */
export function MailboxForm() {
  const { draft, password, view, failure, check } = useMailbox();
  const keptWhere = useSecretsPlace();
  const edit = (part: Partial<typeof draft>) => useMailbox.setState({ draft: { ...draft, ...part } });
  const error = (name: string) => failure?.fields?.[`draft.${name}`];
  const certificate = check.kind === 'failed' ? check.failure.certificate : undefined;
  return (
    <form
      className="form"
      aria-label="Mailbox"
      onSubmit={(event) => {
        event.preventDefault();
        void saveMailbox();
      }}
    >
      <FieldRow label="IMAP Host" error={error('host')}>
        {(ids) => <TextInput {...ids} value={draft.host} onChange={(host) => edit({ host })} />}
      </FieldRow>
      <FieldRow label="IMAP Port" error={error('port')}>
        {(ids) => <TextInput {...ids} short value={draft.port} onChange={(port) => edit({ port })} />}
      </FieldRow>
      <FieldRow
        label="Encryption"
        error={error('mode')}
        note={
          draft.mode === 'none' ? (
            <p className="note warn">The password is sent unencrypted; your system asks you before the first time.</p>
          ) : undefined
        }
      >
        {(ids) => (
          <Choice
            {...ids}
            label="Encryption"
            options={mailSecurities.map((value) => ({ value, text: mailSecurityLabels[value] }))}
            value={draft.mode}
            onChange={(mode) => edit({ mode })}
          />
        )}
      </FieldRow>
      <FieldRow label="User name" error={error('user')}>
        {(ids) => <TextInput {...ids} value={draft.user} onChange={(user) => edit({ user })} />}
      </FieldRow>
      <SecretField
        label="Mailbox password"
        change={password}
        stored={view?.password ?? 'none'}
        error={failure?.fields?.['password.value']}
        onChange={(change) => useMailbox.setState({ password: change })}
        help={`Kept ${keptWhere}. Used for this host, port, encryption and user only.`}
      />
      <div className="pair">
        <Button look="main" onClick={() => void saveMailbox()}>
          Save and check
        </Button>
        {view ? <Button onClick={() => void forgetMailbox()}>Forget this mailbox</Button> : null}
        <Button onClick={() => useMailbox.setState({ editing: false })}>Close</Button>
      </div>
      {failure && failure.code !== 'input.invalid' ? <FailureNotice failure={failure} /> : null}
      {check.kind === 'failed' ? <FailureNotice failure={check.failure} /> : null}
      {certificate ? (
        <section className={certificateCss.certificate} aria-label="The certificate the mailbox server shows">
          <CertificateTable certificate={certificate} />
          <Button onClick={() => void trustMailbox(certificate.sha256)}>Trust this certificate</Button>
        </section>
      ) : null}
      {check.kind === 'done' ? (
        <p className="with-icon">
          <Signal tone="ok" />
          The mailbox can be read: {check.value.folders.map(({ path }) => path).join(', ')}.
        </p>
      ) : null}
    </form>
  );
}
