import { useState } from 'react';
import type { Failure } from '../../src-shared/failure';
import { routeText } from '../../src-shared/model/route';
import { type SecretChange, type ServerId, saltProblem } from '../../src-shared/model/server';
import { invoke } from '../ipc';
import { OnboardingEntries } from '../onboarding/entries';
import { checkServer } from '../overview/check-store';
import { closeFront, showServer } from '../shell/app-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput, Toggle } from '../ui/field';
import { useFocusOnError } from '../ui/focus-first-error';
import { SecretField } from '../ui/secret-field';
import { EnvironmentBand } from './environment';
import { EnvironmentField } from './environment-field';
import { LdapFields } from './ldap-fields';
import { RouteFields } from './route-fields';
import { type Draft, draftOf, emptyDraft, errorsIn, typedSecret } from './server-draft';
import { loadServers, useServer } from './servers-store';
import { SshSecretField, sshSecrets } from './ssh-secret-field';

/** Adds or edits a server. New production servers start read-only. What is typed stays until it is saved or thrown away. */
export function ServerForm({ serverId }: { serverId: ServerId | undefined }) {
  const server = useServer(serverId ?? ('' as ServerId));
  const [savedId, setSavedId] = useState(serverId);
  const [draft, setDraft] = useState<Draft>(() => (server ? draftOf(server) : emptyDraft));
  const [bindPassword, setBindPassword] = useState<SecretChange>(
    server ? { kind: 'keep' } : { kind: 'replace', value: '' },
  );
  const [salt, setSalt] = useState<SecretChange>({ kind: 'keep' });
  const [sshSecret, setSshSecret] = useState<SecretChange>({ kind: 'keep' });
  const [failure, setFailure] = useState<Failure>();
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);

  const [atFirst] = useState(draft);
  const touched =
    JSON.stringify(draft) !== JSON.stringify(atFirst) ||
    [bindPassword, salt, sshSecret].some((change) => typedSecret(change).kind !== 'keep');
  /** Escape and a click beside the form must not lose what was typed. */
  const leave = () => (touched ? setLeaving(true) : closeFront());
  useFocusOnError(tries);
  const edit = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const errors = tries > 0 ? errorsIn(draft) : {};
  const serverError = (name: string) => failure?.fields?.[`draft.${name}`];
  const saltError = tries > 0 && salt.kind === 'replace' && salt.value !== '' ? saltProblem(salt.value) : undefined;
  const routeErrors: Record<string, string> = errors;
  const error = (name: keyof Draft) => errors[name] ?? serverError(name);
  const moved =
    server &&
    (draft.host !== server.host ||
      draft.port !== String(server.port) ||
      draft.mode !== server.mode ||
      draft.bindDn !== server.bindDn ||
      routeText(draft.route) !== routeText(server.route));

  async function save() {
    setTries((before) => before + 1);
    const saltWrong = salt.kind === 'replace' && salt.value !== '' && saltProblem(salt.value);
    if (Object.keys(errorsIn(draft)).length > 0 || saltWrong) return;
    setBusy(true);
    const result = await invoke('server.save', {
      ...(savedId ? { serverId: savedId } : {}),
      draft: { ...draft, port: Number(draft.port) },
      bindPassword: typedSecret(bindPassword),
      salt: typedSecret(salt),
      ...sshSecrets(draft.route, typedSecret(sshSecret)),
    });
    setBusy(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    await loadServers();
    setSavedId(result.value.server.id);
    if (result.value.secretFailure) {
      setFailure(result.value.secretFailure);
      return;
    }
    showServer(result.value.server.id, 'overview');
    void checkServer(result.value.server);
  }

  return (
    <Dialog
      title={server ? `Edit ${server.name}` : 'Add a server'}
      band={
        server ? <EnvironmentBand environment={server.environment} name={server.name} host={server.host} /> : undefined
      }
      width="wide"
      onClose={leave}
      actions={
        leaving ? (
          <>
            <b className="grow">Throw away what you typed?</b>
            <Button onClick={closeFront}>Throw away</Button>
            <Button look="main" onClick={() => setLeaving(false)} autoFocus>
              Go on editing
            </Button>
          </>
        ) : (
          <>
            <Button onClick={leave} keys="Esc">
              Cancel
            </Button>
            <Button look="main" onClick={() => void save()} off={busy ? 'Saving' : undefined}>
              Save and check
            </Button>
          </>
        )
      }
    >
      {server ? null : (
        <OnboardingEntries
          off={
            touched
              ? 'To find it over SSH or in a properties file, cancel first: what is typed here would be lost.'
              : undefined
          }
        />
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FieldRow label="Name" error={error('name')}>
          {(ids) => <TextInput {...ids} first value={draft.name} onChange={(name) => edit({ name })} />}
        </FieldRow>
        <FieldRow label="Group" error={error('group')}>
          {(ids) => (
            <TextInput
              {...ids}
              value={draft.group}
              placeholder="optional, for example a customer"
              onChange={(group) => edit({ group })}
            />
          )}
        </FieldRow>
        <EnvironmentField
          value={draft.environment}
          onChange={(environment) =>
            edit({ environment, ...(server ? {} : { readOnly: environment === 'production' }) })
          }
        />
        <FieldRow
          label="Read-only"
          note={<p className="note">Nothing is ever written while this is on. One click in the header changes it.</p>}
        >
          {({ id, describedBy }) => (
            <Toggle
              id={id}
              describedBy={describedBy}
              checked={draft.readOnly}
              onChange={(readOnly) => edit({ readOnly })}
            />
          )}
        </FieldRow>
        <h3 className="form-part">Network</h3>
        <RouteFields
          route={draft.route}
          errorOf={(path) => routeErrors[`route.${path}`] ?? serverError(`route.${path}`)}
          onChange={(route) =>
            edit({ route, ...(route.kind === 'ssh' && draft.host === '' ? { host: 'localhost' } : {}) })
          }
        />
        <SshSecretField route={draft.route} server={server} change={sshSecret} onChange={setSshSecret} />
        <h3 className="form-part">LDAP</h3>
        <LdapFields draft={draft} errorOf={error} onEdit={edit} />
        <SecretField
          label="Bind password"
          change={bindPassword}
          stored={server?.secrets.bindPassword ?? 'none'}
          moved={moved ?? false}
          onChange={setBindPassword}
          help="Kept in the keychain of this computer, and used for this host, port, encryption and bind DN only."
        />
        <SecretField
          label="Salt"
          error={saltError ?? failure?.fields?.['salt.value']}
          change={salt}
          stored={server?.secrets.salt ?? 'none'}
          moved={moved ?? false}
          onChange={setSalt}
          help="Optional. The 24 characters after encodeSalt = in /etc/gluu/conf/salt on the Gluu Server. Without it the SMTP password can be neither checked nor changed."
        />
        <FieldRow label="Notes" error={error('notes')}>
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
          Save
        </button>
      </form>
      {failure && failure.code !== 'input.invalid' ? (
        <FailureNotice failure={failure}>
          {savedId ? <span>The server itself is saved; its secret is not.</span> : null}
        </FailureNotice>
      ) : null}
    </Dialog>
  );
}
