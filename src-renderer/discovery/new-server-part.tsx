import { whatIsStored } from '../../src-shared/discovery/what-is-stored';
import type { DiscoveryFinding } from '../../src-shared/model/discovery';
import type { Message } from '../../src-shared/texts/message';
import { ReadOnlyField } from '../servers/read-only-field';
import { useApp } from '../state/app-store';
import { keychainWords } from '../state/keychain-words';
import { EnvironmentField } from '../ui/environment-field';
import factsCss from '../ui/facts.module.css';
import { FieldRow, TextInput } from '../ui/field';
import { Toggle } from '../ui/toggle';
import { choiceOf, editServer, serverErrors, useDiscovery } from './discovery-store';

/** Name and environment of the server to be added, and exactly what will be stored of it, and where. */
export function NewServerPart({ finding }: { finding: DiscoveryFinding }) {
  const { server, tried } = useDiscovery();
  const errors = tried === 'keep' ? serverErrors(finding, server) : {};
  return (
    <section aria-label="The new server">
      <h3 className="form-part">The new server</h3>
      <FieldRow label="Name" error={errors.name}>
        {(ids) => <TextInput {...ids} value={server.name} onChange={(name) => editServer({ name })} />}
      </FieldRow>
      <FieldRow label="Group" error={errors.group}>
        {(ids) => (
          <TextInput {...ids} value={server.group} placeholder="optional" onChange={(group) => editServer({ group })} />
        )}
      </FieldRow>
      <EnvironmentField
        value={server.environment}
        onChange={(environment) => editServer({ environment, readOnly: environment === 'production' })}
      />
      <ReadOnlyField server={server} onChange={(readOnly) => editServer({ readOnly })} />
      <Reaching finding={finding} hostError={errors.host} />
      <Stored finding={finding} />
    </section>
  );
}

/** What the files leave open about reaching it. */
function Reaching({ finding, hostError }: { finding: DiscoveryFinding; hostError: Message | undefined }) {
  const { server } = useDiscovery();
  const { route, target, password, sshSecrets } = finding;
  return (
    <>
      {route ? null : (
        <FieldRow
          label="LDAP host"
          error={hostError}
          note={
            <p className="note">
              The file says {target?.host}, as the Gluu Server sees it. Give the name by which this computer reaches it.
            </p>
          }
        >
          {(ids) => (
            <TextInput
              {...ids}
              value={server.host}
              placeholder={target?.host ?? ''}
              onChange={(host) => editServer({ host: host.trimStart() })}
            />
          )}
        </FieldRow>
      )}
      {password === 'decrypts' ? null : (
        <FieldRow label="Bind password" note={<p className="note">Optional here; it can be typed later.</p>}>
          {(ids) => (
            <TextInput
              {...ids}
              type="password"
              value={server.bindPassword}
              onChange={(bindPassword) => editServer({ bindPassword })}
            />
          )}
        </FieldRow>
      )}
      {sshSecrets.length > 0 ? (
        <FieldRow
          label="Keep SSH secret"
          note={<p className="note">Without it every connection to this server fails until it is typed in its form.</p>}
        >
          {(ids) => (
            <Toggle
              {...ids}
              checked={server.keepSshSecrets}
              onChange={(keepSshSecrets) => editServer({ keepSshSecrets })}
            />
          )}
        </FieldRow>
      ) : null}
    </>
  );
}

function Stored({ finding }: { finding: DiscoveryFinding }) {
  const { server } = useDiscovery();
  const state = useApp(({ app }) => app?.keychain.kind ?? 'open');
  const { profile, keychain } = whatIsStored(finding, choiceOf(finding, server));
  return (
    <section aria-label="What will be stored">
      <h3 className="form-part">What will be stored, and where</h3>
      <h4>In the list of servers on this computer (servers.json)</h4>
      <dl className={factsCss.facts}>
        {profile
          .filter(({ value }) => value !== '')
          .map(({ field, label, value }) => (
            <div className={factsCss.fact} key={field}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h4>{state === 'absent' ? 'For this session only' : 'In the keychain of this computer'}</h4>
      <p>{keychain.length > 0 ? keychain.join(', ') : 'Nothing.'}</p>
      {state === 'open' ? null : <p className="note warn">{keychainWords[state].long}</p>}
      <p className="note">Nothing else is written, and nothing on the Gluu Server.</p>
    </section>
  );
}
