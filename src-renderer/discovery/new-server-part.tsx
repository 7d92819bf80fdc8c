import { whatIsStored } from '../../src-shared/discovery/what-is-stored';
import type { DiscoveryFinding } from '../../src-shared/model/discovery';
import type { Message } from '../../src-shared/texts/message';
import { ReadOnlyField } from '../servers/read-only-field';
import { useApp } from '../state/app-store';
import { keychainLong } from '../state/keychain-words';
import { markOf } from '../ui/as-is';
import { EnvironmentField } from '../ui/environment-field';
import factsCss from '../ui/facts.module.css';
import { FieldRow, TextInput } from '../ui/field';
import { useSay, useTexts } from '../ui/texts-store';
import { Toggle } from '../ui/toggle';
import { choiceOf, editServer, serverErrors, useDiscovery } from './discovery-store';

/** Name and environment of the server to be added, and exactly what will be stored of it, and where. */
export function NewServerPart({ finding }: { finding: DiscoveryFinding }) {
  const say = useSay();
  const { server, tried } = useDiscovery();
  const errors = tried === 'keep' ? serverErrors(finding, server) : {};
  return (
    <section aria-label={say('discovery.new.title')}>
      <h3 className="form-part">{say('discovery.new.title')}</h3>
      <FieldRow label={say('servers.profile.name')} error={errors.name}>
        {(ids) => <TextInput {...ids} value={server.name} onChange={(name) => editServer({ name })} />}
      </FieldRow>
      <FieldRow label={say('servers.profile.group')} error={errors.group}>
        {(ids) => (
          <TextInput
            {...ids}
            value={server.group}
            placeholder={say('word.optional')}
            onChange={(group) => editServer({ group })}
          />
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
  const say = useSay();
  const { server } = useDiscovery();
  const { route, target, password, sshSecrets } = finding;
  return (
    <>
      {route ? null : (
        <FieldRow
          label={say('servers.profile.host')}
          error={hostError}
          note={<p className="note">{say('discovery.new.host.note', { host: target?.host ?? '' })}</p>}
        >
          {(ids) => (
            <TextInput
              {...ids}
              value={server.host}
              placeholder={target?.host ?? ''}
              translate="no"
              onChange={(host) => editServer({ host: host.trimStart() })}
            />
          )}
        </FieldRow>
      )}
      {password === 'decrypts' ? null : (
        <FieldRow
          label={say('servers.profile.bindPassword')}
          note={<p className="note">{say('discovery.new.password.note')}</p>}
        >
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
          label={say('discovery.new.keepSsh')}
          note={<p className="note">{say('discovery.new.keepSsh.note')}</p>}
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
  const { say, words } = useTexts();
  const { server } = useDiscovery();
  const state = useApp(({ app }) => app?.keychain.kind ?? 'unknown');
  const { profile, keychain } = whatIsStored(finding, choiceOf(finding, server));
  return (
    <section aria-label={say('discovery.stored.region')}>
      <h3 className="form-part">{say('discovery.stored.title')}</h3>
      <h4>{say('discovery.stored.list')}</h4>
      <dl className={factsCss.facts}>
        {profile
          .filter(({ value }) => value !== '')
          .map(({ field, value }) => (
            <div className={factsCss.fact} key={field}>
              <dt>{say(`servers.profile.${field}`)}</dt>
              <dd {...markOf(value)}>{words(value)}</dd>
            </div>
          ))}
      </dl>
      <h4>{say(state === 'absent' ? 'discovery.stored.session' : 'discovery.stored.keychain')}</h4>
      <p>
        {keychain.length > 0
          ? say('discovery.stored.secrets', { secrets: { list: keychain, as: 'plain' } })
          : say('discovery.stored.noSecrets')}
      </p>
      {state === 'open' ? null : <p className="note warn">{say(keychainLong(state))}</p>}
      <p className="note">{say('discovery.stored.nothingElse')}</p>
    </section>
  );
}
