import type { ReactNode } from 'react';
import { commandLabel } from '../../src-shared/model/commands';
import type { ServerId } from '../../src-shared/model/server';
import type { Words } from '../../src-shared/texts/message';
import { useChecks } from '../state/check-store';
import { useSecretsPlace } from '../state/keychain-words';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { EnvironmentField } from '../ui/environment-field';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { SecretField } from '../ui/secret-field';
import { useSay, useTexts } from '../ui/texts-store';
import { LdapFields } from './ldap-fields';
import { ReadOnlyField } from './read-only-field';
import { RouteFields } from './route-fields';
import { storedSaltWords } from './salt-state';
import type { Draft } from './server-draft';
import { ServerFormActions } from './server-form-actions';
import { SshSecretField } from './ssh-secret-field';
import { useServerForm } from './use-server-form';

export interface ServerFormProps {
  serverId: ServerId | undefined;
  /** The ways to a new server without typing it; given why they are not offered now, if they are not. */
  entries(off: string | undefined): ReactNode;
}

/** Adds or edits a server. What is typed stays until it is saved or discarded. */
export function ServerForm({ serverId, entries }: ServerFormProps) {
  const say = useSay();
  const form = useServerForm(serverId);
  const { server, source, atSalt, draft, edit, salt, error, failure, secretFailure, saving } = form;
  return (
    <Dialog
      title={
        server
          ? say('servers.form.edit', { name: server.name })
          : source
            ? say('servers.form.duplicate', { name: source.name })
            : say(commandLabel('addServer'))
      }
      band={
        server ? <EnvironmentBand environment={server.environment} name={server.name} host={server.host} /> : undefined
      }
      width="wide"
      onClose={saving ? saving.cancel : form.leave}
      actions={
        <ServerFormActions
          saving={saving}
          salt={salt}
          leaving={form.leaving}
          onStay={() => form.setLeaving(false)}
          onLeave={form.leave}
          onSave={() => void form.save()}
        />
      }
    >
      {server || source ? null : entries(form.touched ? say('servers.form.notWhileTyped') : undefined)}
      <form
        className="form"
        inert={saving !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void form.save();
        }}
      >
        <GeneralFields draft={draft} isNew={!server} first={!atSalt} errorOf={error} onEdit={edit} />
        <h3 className="form-part">{say('servers.form.network')}</h3>
        <RouteFields
          route={draft.route}
          errorOf={(path) => form.routeErrors[`route.${path}`] ?? form.serverError(`route.${path}`)}
          onChange={(route) =>
            edit({ route, ...(route.kind === 'ssh' && draft.host === '' ? { host: 'localhost' } : {}) })
          }
        />
        <SshSecretField route={draft.route} server={server} change={form.sshSecret} onChange={form.setSshSecret} />
        <h3 className="form-part">{say('servers.form.directory')}</h3>
        <LdapFields draft={draft} errorOf={error} onEdit={edit} />
        <LdapSecrets form={form} serverId={serverId} />
        <FieldRow label={say('servers.profile.notes')} error={error('notes')}>
          {({ id, describedBy }) => (
            <textarea
              id={id}
              className="input"
              rows={2}
              aria-describedby={describedBy}
              value={draft.notes}
              onChange={(event) => edit({ notes: event.target.value })}
            />
          )}
        </FieldRow>
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          {say('word.save')}
        </button>
      </form>
      {failure && !failure.fields ? <FailureNotice failure={failure} /> : null}
      {secretFailure ? (
        <FailureNotice failure={secretFailure}>
          <span>{say('servers.form.secretNotSaved')}</span>
        </FailureNotice>
      ) : null}
    </Dialog>
  );
}

/** The password of the bind DN and the salt; what is stored of them stays with main. */
function LdapSecrets({ form, serverId }: { form: ReturnType<typeof useServerForm>; serverId: ServerId | undefined }) {
  const { say, words } = useTexts();
  const { server, atSalt, bindPassword, salt, moved, saltError, failure } = form;
  const check = useChecks(({ checks }) => serverId && checks[serverId]);
  const place = useSecretsPlace();
  return (
    <>
      <SecretField
        label={say('servers.profile.bindPassword')}
        change={bindPassword}
        stored={server?.secrets.bindPassword ?? 'none'}
        moved={moved}
        onChange={form.setBindPassword}
        help={say('servers.form.bindPasswordHelp', { place })}
      />
      <SecretField
        label={say('servers.profile.salt')}
        first={atSalt}
        error={saltError ?? failure?.fields?.['salt.value']}
        change={salt}
        stored={server?.secrets.salt ?? 'none'}
        moved={moved}
        onChange={(change) => {
          form.setSalt(change);
          form.setFailure(undefined); // it was about another one
        }}
        help={say('servers.form.saltHelp')}
        notes={server ? <p className="note">{words(storedSaltWords(server, check).words)}</p> : null}
      />
    </>
  );
}

interface GeneralFieldsProps {
  draft: Draft;
  isNew: boolean;
  /** Whether the form opens here. */
  first: boolean;
  errorOf(field: keyof Draft): Words | undefined;
  onEdit(part: Partial<Draft>): void;
}

/** What a server is called, and how careful the console is with it. */
function GeneralFields({ draft, isNew, first, errorOf, onEdit }: GeneralFieldsProps) {
  const say = useSay();
  return (
    <>
      <FieldRow label={say('servers.profile.name')} error={errorOf('name')}>
        {(ids) => <TextInput {...ids} first={first} value={draft.name} onChange={(name) => onEdit({ name })} />}
      </FieldRow>
      <FieldRow label={say('servers.profile.group')} error={errorOf('group')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={draft.group}
            placeholder={say('servers.form.groupHint')}
            onChange={(group) => onEdit({ group })}
          />
        )}
      </FieldRow>
      <EnvironmentField
        value={draft.environment}
        onChange={(environment) =>
          onEdit({ environment, ...(isNew ? { readOnly: environment === 'production' } : {}) })
        }
      />
      <ReadOnlyField server={draft} onChange={(readOnly) => onEdit({ readOnly })} />
    </>
  );
}
