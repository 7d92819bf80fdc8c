import { useState } from 'react';
import type { Failure } from '../../src-shared/failure';
import { routeText } from '../../src-shared/model/route';
import { type SecretChange, type ServerId, type ServerSummary, saltProblem } from '../../src-shared/model/server';
import { start } from '../ipc';
import { OnboardingEntries } from '../onboarding/entries';
import { checkSaved, useChecks } from '../overview/check-store';
import { closeFront, showServer, useApp } from '../shell/app-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { useFocusOnError } from '../ui/focus-first-error';
import { SecretField } from '../ui/secret-field';
import { Elapsed } from '../ui/step-list';
import { EnvironmentBand } from './environment';
import { EnvironmentField } from './environment-field';
import { LdapFields } from './ldap-fields';
import { lookAgain } from './look-again';
import { ReadOnlyField } from './read-only-field';
import { RouteFields } from './route-fields';
import { storedSaltWords } from './salt-state';
import { copyOfServer, type Draft, draftOf, emptyDraft, errorsIn, typedSecret } from './server-draft';
import { loadServers, useServer, useServers } from './servers-store';
import { SshSecretField, sshSecrets } from './ssh-secret-field';

/** What a new server is to be a copy of, and whether the form opens at its salt. */
function openedWith(): { source: ServerSummary | undefined; atSalt: boolean } {
  const { front } = useApp.getState();
  if (front.kind !== 'serverForm') return { source: undefined, atSalt: false };
  const { servers } = useServers.getState();
  return { source: servers.find(({ id }) => id === front.copyOf), atSalt: front.at === 'salt' };
}

/** Adds or edits a server. What is typed stays until it is saved or discarded. */
export function ServerForm({ serverId }: { serverId: ServerId | undefined }) {
  const server = useServer(serverId ?? ('' as ServerId));
  const check = useChecks(({ checks }) => serverId && checks[serverId]);
  const [{ source, atSalt }] = useState(openedWith);
  const [savedId, setSavedId] = useState(serverId);
  const [draft, setDraft] = useState<Draft>(() =>
    server ? draftOf(server) : source ? copyOfServer(source, useServers.getState().servers) : emptyDraft,
  );
  const [bindPassword, setBindPassword] = useState<SecretChange>(
    server ? { kind: 'keep' } : { kind: 'replace', value: '' },
  );
  const [salt, setSalt] = useState<SecretChange>(atSalt ? { kind: 'replace', value: '' } : { kind: 'keep' });
  const [sshSecret, setSshSecret] = useState<SecretChange>({ kind: 'keep' });
  const [failure, setFailure] = useState<Failure>();
  /** What was refused are the secrets alone: the server is in the list as it stands here. */
  const [secretFailure, setSecretFailure] = useState<Failure>();
  const [tries, setTries] = useState(0);
  const [saving, setSaving] = useState<{ since: number; cancel(): void }>();
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
    const call = start('server.save', {
      ...(savedId ? { serverId: savedId } : source ? { copyOf: source.id } : {}),
      draft: { ...draft, port: Number(draft.port) },
      bindPassword: typedSecret(bindPassword),
      salt: typedSecret(salt),
      ...sshSecrets(draft.route, typedSecret(sshSecret)),
    });
    setSaving({ since: Date.now(), cancel: call.cancel });
    const result = await call.result;
    setSaving(undefined);
    // Whoever called it off knows.
    setFailure(result.ok || result.failure.code === 'work.cancelled' ? undefined : result.failure);
    setSecretFailure(result.ok ? result.value.secretFailure : undefined);
    if (!result.ok) {
      setTries((before) => before + 1); // a field may be marked now
      return;
    }
    const { id } = result.value.server;
    await loadServers();
    setSavedId(id);
    if (result.value.secretFailure) return;
    if (typedSecret(salt).kind !== 'keep') lookAgain(id);
    showServer(id, 'overview');
    void checkSaved(result.value);
  }

  return (
    <Dialog
      title={server ? `Edit ${server.name}` : source ? `Duplicate ${source.name}` : 'Add a server'}
      band={
        server ? <EnvironmentBand environment={server.environment} name={server.name} host={server.host} /> : undefined
      }
      width="wide"
      onClose={saving ? saving.cancel : leave}
      actions={
        saving ? (
          <>
            <Button onClick={saving.cancel} keys="Esc">
              Cancel
            </Button>
            {/* It stays in its place: the second click of a double one must not call the first off. */}
            <Button
              look="main"
              off={typedSecret(salt).kind === 'replace' ? 'Proving the salt on the server.' : 'Saving.'}
            >
              Save and check
            </Button>
            <span className="running-line">
              <Elapsed since={saving.since} />
            </span>
          </>
        ) : leaving ? (
          <>
            <b className="grow">Discard changes?</b>
            <Button onClick={closeFront}>Discard</Button>
            <Button look="main" onClick={() => setLeaving(false)} autoFocus>
              Keep editing
            </Button>
          </>
        ) : (
          <>
            <Button onClick={leave} keys="Esc">
              Cancel
            </Button>
            <Button look="main" onClick={() => void save()}>
              Save and check
            </Button>
          </>
        )
      }
    >
      {server || source ? null : (
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
        inert={saving !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void save();
        }}
      >
        <FieldRow label="Name" error={error('name')}>
          {(ids) => <TextInput {...ids} first={!atSalt} value={draft.name} onChange={(name) => edit({ name })} />}
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
        <ReadOnlyField server={draft} onChange={(readOnly) => edit({ readOnly })} />
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
          first={atSalt}
          error={saltError ?? failure?.fields?.['salt.value']}
          change={salt}
          stored={server?.secrets.salt ?? 'none'}
          moved={moved ?? false}
          onChange={(change) => {
            setSalt(change);
            setFailure(undefined); // it was about another one
          }}
          help="Optional. The 24 characters after encodeSalt = in /etc/gluu/conf/salt on this Gluu Server. Without it the SMTP password can be neither checked nor changed. One of another server is refused."
          notes={server ? <p className="note">{storedSaltWords(server, check).words}</p> : null}
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
      {failure && !failure.fields ? <FailureNotice failure={failure} /> : null}
      {secretFailure ? (
        <FailureNotice failure={secretFailure}>
          <span>The server itself is saved; its secret is not.</span>
        </FailureNotice>
      ) : null}
    </Dialog>
  );
}
