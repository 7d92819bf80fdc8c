import { portProblem } from '../../src-shared/model/host';
import { DEFAULT_SSH_PORT, type SshHop } from '../../src-shared/model/route';
import { message } from '../../src-shared/texts/message';
import { noConfig } from './ssh-config-file';

/** A host of a route before the configuration has its say. */
export interface Hop extends Pick<SshHop, 'host' | 'port'> {
  user?: string;
  /** A ProxyJump brought it. */
  configured?: boolean;
}

/**
 * The hosts of a ProxyJump: `[user@]host[:port]` or `ssh://[user@]host[:port]`, by commas (ssh(1), -J). `fill` puts in tokens.
 * Throws AppError `ssh.noConfig` about `host` for any other text.
 */
export const jumpsIn = (text: string, host: string, fill: (text: string) => string): Hop[] =>
  text.split(',').map((each) => {
    const jump = parsed(each.trim());
    if (!jump) throw noConfig(host, message('ssh.config.jumpForm'));
    const { user } = jump;
    return { ...jump, host: fill(jump.host), ...(user === undefined ? {} : { user: fill(user) }) };
  });

function parsed(text: string): Hop | undefined {
  const [, scheme, user, inBrackets, bare, port] =
    /^(ssh:\/\/)?(?:(\S+)@)?(?:\[([^\]\s]+)\]|([^:[\]\s]+?))(?::(\d{0,5}))?\/?$/.exec(text) ?? [];
  const host = inBrackets ?? bare;
  const hop = { host: host ?? '', port: Number(port || DEFAULT_SSH_PORT), configured: true };
  if (host === undefined || portProblem(hop.port) !== undefined) return undefined;
  if (user === undefined) return hop;
  const name = scheme === undefined ? user : decoded(user);
  return name === undefined ? undefined : { ...hop, user: name };
}

/** A user name of a URI; undefined for one that is not well formed. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
