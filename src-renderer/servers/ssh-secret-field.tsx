import { type Route, routeText } from '../../src-shared/model/route';
import type { SecretChange, ServerSummary } from '../../src-shared/model/server';
import { useSecretsPlace } from '../state/keychain-words';
import { SecretField } from '../ui/secret-field';

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
  const keptWhere = useSecretsPlace();
  if (route.kind === 'direct') return null;
  const moved = server !== undefined && routeText(server.route) !== routeText(route);
  if (route.login === 'password') {
    return (
      <SecretField
        label="SSH password"
        change={change}
        stored={server?.secrets.sshPassword ?? 'none'}
        moved={moved}
        onChange={onChange}
        help={`Kept ${keptWhere}. Used for this SSH host and user only; no jump host gets it.`}
      />
    );
  }
  if (route.login === 'key') {
    return (
      <SecretField
        label="Key passphrase"
        change={change}
        stored={server?.secrets.sshPassphrase ?? 'none'}
        moved={moved}
        onChange={onChange}
        help="Only if the key file has one. It opens the file on this computer and is sent nowhere."
      />
    );
  }
  return null;
}
