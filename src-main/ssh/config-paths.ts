import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { message } from '../../src-shared/texts/message';
import { type ConfigValues, noConfig } from './ssh-config-file';

interface Facts {
  /** As it is asked for. */
  asked: string;
  host: string;
  port: number;
  user: string;
  /** HostKeyAlias. */
  alias: string | undefined;
  values: ConfigValues;
  home: string;
  environment: Record<string, string | undefined>;
}

/**
 * Makes whole paths of those of a configuration: with its tokens, variables of the environment, and `~` (ssh_config(5), TOKENS
 * and ENVIRONMENT VARIABLES). What it gives throws AppError `ssh.noConfig`, with file and line, for what is not known here.
 */
export function pathsOf({
  asked,
  host,
  port,
  user,
  alias,
  values,
  home,
  environment,
}: Facts): (text: string) => string {
  const own = { u: userInfo().username, i: String(userInfo().uid), d: home, l: hostname(), L: shortHostname() };
  // OpenSSH makes lower case of what it connects to, not of what was typed.
  const name = host.toLowerCase();
  const end = { h: name, n: asked, k: alias?.toLowerCase() ?? asked, p: String(port), r: user };
  const tokens = { '%': '%', ...end, ...own, ...(hasJumps(values) ? {} : jumpless([own.l, name, end.p, user])) };
  return (text) => {
    const place = values.placeOf(text);
    const unknown = (token: string) => noConfig(asked, message('ssh.config.token', { token, place }));
    const given = text.replace(/\$\{([^${}]*)\}/g, (_, name: string) => {
      const value = environment[name];
      if (value === undefined)
        throw noConfig(asked, message('ssh.config.variable', { variable: `\${${name}}`, place }));
      return value;
    });
    const fromHome = given.replace(/^~([^/\\]*)/, (_, name: string) => {
      const folder = name === '' || name === own.u ? home : homeOf(name);
      if (folder === undefined) throw noConfig(asked, message('ssh.config.user', { user: name, place }));
      return folder;
    });
    return path.resolve(home, '.ssh', expand(fromHome, tokens, unknown));
  };
}

const hasJumps = (values: ConfigValues): boolean => (values.get('proxyjump')?.[0] ?? 'none').toLowerCase() !== 'none';

/** `%j` and `%C` of a host without ProxyJump. With one, the releases of OpenSSH differ: `%C` has `%j` in it since 9.6. */
const jumpless = (parts: readonly string[]) => ({ j: '', C: createHash('sha1').update(parts.join('')).digest('hex') });

/** Puts in tokens; throws what `unknown` makes of any other. */
export const expand = (text: string, tokens: Record<string, string>, unknown: (token: string) => Error): string =>
  text.replace(/%(.?)/g, (all, token: string) => {
    const value = tokens[token];
    if (value === undefined) throw unknown(all);
    return value;
  });

const shortHostname = (): string => hostname().split('.')[0] ?? '';

/** The home folder of another user of this computer, where passwd(5) is a file. */
function homeOf(user: string): string | undefined {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.map((line) => line.split(':')).find(([name]) => name === user)?.[5];
  } catch {
    return undefined;
  }
}
