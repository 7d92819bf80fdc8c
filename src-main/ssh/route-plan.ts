import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { hostProblem } from '../../src-shared/model/host';
import { DEFAULT_SSH_PORT, MAX_JUMPS, type SshHop, type SshLogin, type SshRoute } from '../../src-shared/model/route';
import type { SshConfigHost } from '../../src-shared/model/ssh';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { place } from '../net/tcp';
import { isOn, notFollowed } from './config-keywords';
import { expand, pathsOf } from './config-paths';
import { type Hop, jumpsIn } from './jump-list';
import { type KnownNames, knownNames } from './known-host-names';
import { type KnownHostsFiles, knownHostsFiles } from './known-hosts-file';
import { jumpOfCommand } from './proxy-command';
import { type ConfigReader, type ConfigValues, noConfig } from './ssh-config-file';

/** Where one SSH connection of a route really goes: host, port and user after `~/.ssh/config` had its say. */
export interface RealHop extends SshHop {
  /** What `~/.ssh/config` has to do with it; absent if the profile names it just so. */
  origin?: Message;
}

/** One SSH connection of a route, with all that the user's configuration adds to it. */
export interface HopPlan extends RealHop {
  /** The last host is logged in to as the profile says; a jump host in every way that ssh(1) would try. */
  login: SshLogin | 'jump';
  /** Key files to try, in this order; absolute paths. With the login `agent`: those whose keys it offers first. */
  keyFiles: string[];
  /** The one of them that the profile chose. */
  ownKey?: string;
  /** An agent is asked for these keys only (ssh_config(5), IdentitiesOnly). */
  onlyKeyFiles?: boolean;
  /** Certificates that are configured for it or lie beside its key files. */
  certificates?: string[];
  /** What the configuration says for it and is not followed here, a sentence each. */
  notFollowed?: Message[];
  /** The agent's socket; undefined if there is none. */
  agent?: string;
  /** Its names in known_hosts. */
  knownAs: KnownNames;
  knownHosts: KnownHostsFiles;
}

export interface RoutePlanner {
  /** The connections of a route from this computer on. Throws AppError `ssh.noConfig`. */
  plan(route: SshRoute): Promise<HopPlan[]>;
  /** The hosts of the configuration, as the form offers them. Throws AppError `ssh.noConfig` if it cannot be read. */
  configHosts(): Promise<SshConfigHost[]>;
}

/** ssh(1), -i: what is tried where IdentityFile names nothing. */
const DEFAULT_KEYS = ['id_rsa', 'id_ecdsa', 'id_ed25519'];

/**
 * Joins routes with `~/.ssh/config`: what the route says wins, except that a host may be an alias and that port 22 gives way
 * to the port the configuration has for that host, as with `ssh user@host`.
 */
export function createRoutePlanner(
  config: ConfigReader,
  home: string,
  environment: Record<string, string | undefined> = process.env,
): RoutePlanner {
  function planHop(hop: Hop, values: ConfigValues, route: SshRoute, isLast: boolean): HopPlan {
    const real = realHop(hop, values);
    const { host, port, user } = real;
    const alias = values.get('hostkeyalias')?.[0];
    const fileOf = pathsOf({ asked: hop.host, host, port, user, alias, values, home, environment });
    const configured = (values.get('identityfile') ?? []).filter(isFile).map(fileOf);
    const agent = agentOf(values.get('identityagent')?.[0], environment, fileOf);
    const usual = values.has('identityfile')
      ? []
      : DEFAULT_KEYS.map((name) => fileOf(`~/.ssh/${name}`)).filter(existsSync);
    const login = isLast ? route.login : 'jump';
    const chosen = route.login === 'key' && route.keyFile !== undefined ? [route.keyFile] : [];
    const [ownKey] = chosen;
    const all = [...new Set([...chosen, ...configured, ...usual])];
    const keyFiles = login === 'jump' || login === 'agent' ? all : ownKey === undefined ? configured : chosen;
    const beside = keyFiles.map((file) => `${file.replace(/\.pub$/, '')}-cert.pub`).filter(existsSync);
    const certificates = [...new Set([...(values.get('certificatefile') ?? []).filter(isFile).map(fileOf), ...beside])];
    const sentences = notFollowed(values);
    return {
      ...real,
      login,
      keyFiles,
      ...(certificates.length === 0 ? {} : { certificates }),
      ...(sentences.length === 0 ? {} : { notFollowed: sentences }),
      ...(ownKey === undefined ? {} : { ownKey }),
      ...(agent === undefined ? {} : { agent }),
      ...(isOn('identitiesonly', values) ? { onlyKeyFiles: true } : {}),
      knownAs: knownNames({ host, port }, alias),
      knownHosts: knownHostsFiles(host, values, fileOf),
    };
  }

  /** The hosts before `hop` that its configuration names, with those before the first of them. */
  async function jumpsOf(hop: Hop, values: ConfigValues, depth = 0): Promise<Hop[]> {
    const text = jumpText(hop.host, values);
    if (text.toLowerCase() === 'none') return [];
    const { host, port, user } = realHop(hop, values);
    const tokens = { '%': '%', h: host, n: hop.host, p: String(port), r: user };
    const unknown = (token: string) =>
      noConfig(hop.host, message('ssh.config.jumpToken', { token, place: values.placeOf(text) }));
    const jumps = jumpsIn(text, hop.host, (each) => expand(each, tokens, unknown));
    const [first] = jumps;
    if (depth >= MAX_JUMPS || !first) throw noConfig(hop.host, message('ssh.config.jumpCircle'));
    return [...(await jumpsOf(first, await config.valuesFor(first.host, first.user), depth + 1)), ...jumps];
  }

  async function jumpsBefore(route: SshRoute, values: ConfigValues): Promise<Hop[]> {
    const [first] = route.jumps;
    if (!first) return jumpsOf(route, values);
    return [...(await jumpsOf(first, await config.valuesFor(first.host, first.user))), ...route.jumps];
  }

  return {
    async plan(route) {
      const values = await config.valuesFor(route.host, route.user);
      const jumps = await jumpsBefore(route, values);
      if (jumps.length > MAX_JUMPS) throw noConfig(route.host, message('ssh.config.jumpTooLong', { n: MAX_JUMPS }));
      const plans: HopPlan[] = [];
      for (const jump of jumps) {
        plans.push(planHop(jump, await config.valuesFor(jump.host, jump.user), route, false));
      }
      return [...plans, planHop(route, values, route, true)];
    },

    async configHosts() {
      return Promise.all((await config.aliases()).map(describe));
    },
  };

  async function describe(alias: string): Promise<SshConfigHost> {
    const bare = { alias, host: alias, port: DEFAULT_SSH_PORT, jumps: [] };
    try {
      const hop = { host: alias, port: DEFAULT_SSH_PORT };
      const values = await config.valuesFor(alias, undefined);
      const jumps = await jumpsOf(hop, values);
      const route: SshRoute = { kind: 'ssh', ...hop, user: '', login: 'key', jumps: [] };
      const plan = planHop({ ...hop, user: values.get('user')?.[0] ?? '' }, values, route, true);
      const [keyFile] = plan.keyFiles;
      return {
        alias,
        host: plan.host,
        port: plan.port,
        ...(plan.user === '' ? {} : { user: plan.user }),
        ...(keyFile === undefined ? {} : { keyFile }),
        ...(plan.notFollowed === undefined ? {} : { notFollowed: plan.notFollowed }),
        jumps: jumps.map((jump) => `${jump.user === undefined ? '' : `${jump.user}@`}${nameOf(jump)}`),
      };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'ssh.noConfig') throw error;
      return { ...bare, unusable: message('verbatim', { text: error.about.facts?.why ?? '' }) };
    }
  }
}

/** Without port 22, which gives way to what the configuration has for a jump host that is an alias itself. */
const nameOf = (hop: Hop): string => (hop.port === DEFAULT_SSH_PORT && !hop.host.includes(':') ? hop.host : place(hop));

/** The ProxyJump of a host, or the ProxyCommand that is one; the reader leaves the first of the two alone. */
function jumpText(host: string, values: ConfigValues): string {
  const command = values.get('proxycommand')?.join(' ') ?? 'none';
  if (command.toLowerCase() === 'none') return values.get('proxyjump')?.[0] ?? 'none';
  const jump = jumpOfCommand(command);
  if (jump === undefined) throw noConfig(host, message('ssh.config.proxyCommand'));
  return jump;
}

/** The host and user that a host of a route or of a ProxyJump really means. Without a user it is this computer's, as with ssh(1). */
function realHop(hop: Hop, values: ConfigValues): RealHop {
  const host = hostNameOf(hop, values);
  // The configuration may have held an alias of that name when the profile was made.
  const problem = hop.configured || values.has('hostname') ? undefined : hostProblem(host);
  if (problem !== undefined) throw noConfig(hop.host, message('ssh.config.noHostName', { problem }));
  const origin = originOf(hop, host);
  return {
    host,
    port: portOf(hop, values),
    user: hop.user ?? values.get('user')?.[0] ?? userInfo().username,
    ...(origin === undefined ? {} : { origin }),
  };
}

function originOf({ host: named, configured }: Hop, host: string): Message | undefined {
  if (host.toLowerCase() === named.toLowerCase()) return configured ? message('ssh.origin.jump') : undefined;
  return message(configured ? 'ssh.origin.jumpAlias' : 'ssh.origin.alias', { alias: named });
}

function portOf(hop: Hop, values: ConfigValues): number {
  const [text] = values.get('port') ?? [];
  if (text === undefined || hop.port !== DEFAULT_SSH_PORT) return hop.port;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw noConfig(hop.host, message('ssh.config.port'));
  return port;
}

function hostNameOf(hop: Hop, values: ConfigValues): string {
  const [text = '%h'] = values.get('hostname') ?? [];
  return text.replace(/%[%h]/g, (token) => (token === '%h' ? hop.host : '%'));
}

const isFile = (text: string): boolean => text.toLowerCase() !== 'none';

const WINDOWS_AGENT = '\\\\.\\pipe\\openssh-ssh-agent';

function agentOf(
  configured: string | undefined,
  environment: Record<string, string | undefined>,
  fileOf: (text: string) => string,
): string | undefined {
  const usual = environment.SSH_AUTH_SOCK || (process.platform === 'win32' ? WINDOWS_AGENT : undefined);
  if (configured === undefined || configured === 'SSH_AUTH_SOCK') return usual;
  if (configured.toLowerCase() === 'none') return undefined;
  if (/^\$[A-Za-z_]\w*$/.test(configured)) return environment[configured.slice(1)];
  return fileOf(configured);
}
