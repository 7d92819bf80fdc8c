import { routeText } from '../../src-shared/model/route';
import type { Words } from '../../src-shared/texts/message';
import { RouteFields } from '../servers/route-fields';
import { HostKeyPanel } from '../ssh/host-key-panel';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import { edit, findInstallation, routeErrors, useDiscovery } from './discovery-store';

/** The way to the Gluu Server's files: SSH access, then the stages of looking, and why they ended. */
export function AccessPart() {
  const say = useSay();
  const { route, task, tried, finding } = useDiscovery();
  const errors = tried === 'find' ? routeErrors(route) : {};
  const sent: Record<string, Words> = task.kind === 'failed' ? (task.failure.fields ?? {}) : {};
  const errorOf = (path: string) => errors[path] ?? sent[`route.${path}`] ?? sent[`draft.route.${path}`];

  if (task.kind === 'running') return <StepList steps={task.steps} label={say('discovery.access.stages')} />;
  return (
    <>
      {finding ? (
        <details>
          <summary>
            {finding.route
              ? say('discovery.access.readAs', { via: routeText(finding.route) ?? '' })
              : say('discovery.access.rest')}
          </summary>
          <AccessForm errorOf={errorOf} />
        </details>
      ) : (
        <>
          <p className="note">{say('discovery.access.intro')}</p>
          <AccessForm errorOf={errorOf} />
        </>
      )}
      {task.kind === 'failed' ? <Ended /> : null}
    </>
  );
}

function AccessForm({ errorOf }: { errorOf(path: string): Words | undefined }) {
  const say = useSay();
  const { route, finding } = useDiscovery();
  return (
    <form
      className="form"
      aria-label={say('discovery.access.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void findInstallation();
      }}
    >
      <h3 className="form-part">{say('discovery.access.title')}</h3>
      <RouteFields
        sshOnly
        route={route}
        errorOf={errorOf}
        onChange={(next) => (next.kind === 'ssh' ? edit({ route: next }) : undefined)}
      />
      <SecretInput />
      {finding ? (
        <Button onClick={() => void findInstallation()}>
          {say(finding.route ? 'discovery.findAgain' : 'discovery.find')}
        </Button>
      ) : (
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          {say('discovery.find')}
        </button>
      )}
    </form>
  );
}

/** The one secret this login uses. It is kept only if you say so at the end. */
function SecretInput() {
  const say = useSay();
  const { route, sshPassword, sshPassphrase } = useDiscovery();
  if (route.login === 'password')
    return (
      <FieldRow label={say('servers.profile.sshPassword')}>
        {(ids) => (
          <TextInput {...ids} type="password" value={sshPassword} onChange={(value) => edit({ sshPassword: value })} />
        )}
      </FieldRow>
    );
  if (route.login === 'key')
    return (
      <FieldRow
        label={say('servers.profile.sshPassphrase')}
        note={<p className="note">{say('discovery.access.passphrase.note')}</p>}
      >
        {(ids) => (
          <TextInput
            {...ids}
            type="password"
            value={sshPassphrase}
            onChange={(value) => edit({ sshPassphrase: value })}
          />
        )}
      </FieldRow>
    );
  return null;
}

/** Why the last look ended, with the stages up to there, and the host key if that was it. */
function Ended() {
  const say = useSay();
  const { task } = useDiscovery();
  if (task.kind !== 'failed') return null;
  const { failure, steps } = task;
  return (
    <>
      {steps.length > 0 ? (
        <StepList steps={steps} label={say('discovery.access.stages')} isOver shownBeside={failure.detail} />
      ) : null}
      <FailureNotice failure={failure} />
      {failure.hostKey ? (
        <HostKeyPanel
          hostKey={failure.hostKey}
          changed={failure.code !== 'ssh.hostKeyUnknown'}
          onTrusted={() => void findInstallation()}
        />
      ) : null}
    </>
  );
}
