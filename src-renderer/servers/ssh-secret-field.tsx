import { type Route, routeText } from '../../src-shared/model/route';
import type { SecretChange, ServerSummary } from '../../src-shared/model/server';
import { useSecretsPlace } from '../state/keychain-words';
import { SecretField } from '../ui/secret-field';
import { useSay } from '../ui/texts-store';

const keep: SecretChange = { kind: 'keep' };

/** The one secret a route's login uses, as server.save takes it. */
export function sshSecrets(
  route: Route,
  change: SecretChange,
): { sshPassword: SecretChange; sshPassphrase: SecretChange } {
  const login = route.kind === 'ssh' ? route.login : undefined;
  return {
    sshPassword: login === 'password' ? change : keep,
    sshPassphrase: login === 'key' ? change : keep,
  };
}

interface SshSecretFieldProps {
  route: Route;
  server: ServerSummary | undefined;
  change: SecretChange;
  onChange(change: SecretChange): void;
}

/** Password or passphrase of an SSH route; nothing where its login needs none to be stored. */
export function SshSecretField({ route, server, change, onChange }: SshSecretFieldProps) {
  const say = useSay();
  const place = useSecretsPlace();
  if (route.kind === 'direct') return null;
  const moved = server !== undefined && routeText(server.route) !== routeText(route);
  if (route.login === 'password') {
    return (
      <SecretField
        label={say('servers.profile.sshPassword')}
        change={change}
        stored={server?.secrets.sshPassword ?? 'none'}
        moved={moved}
        onChange={onChange}
        help={say('servers.form.sshPasswordHelp', { place })}
      />
    );
  }
  if (route.login === 'key') {
    return (
      <SecretField
        label={say('servers.profile.sshPassphrase')}
        change={change}
        stored={server?.secrets.sshPassphrase ?? 'none'}
        moved={moved}
        onChange={onChange}
        help={say('servers.form.passphraseHelp')}
      />
    );
  }
  return null;
}
