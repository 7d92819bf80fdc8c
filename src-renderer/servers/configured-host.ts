import { DEFAULT_SSH_PORT, type SshHop, type SshRoute } from '../../src-shared/model/route';
import type { SshConfigHost } from '../../src-shared/model/ssh';
import { type Message, message } from '../../src-shared/texts/message';

/**
 * The route with another SSH host. An alias of the user's own SSH configuration brings along user, port and key file where
 * nothing else was typed; they go again with the alias, since one alias may be the beginning of another host's name.
 */
export function withHost(route: SshRoute, host: string, hosts: readonly SshConfigHost[]): SshRoute {
  const { keyFile, ...before } = route;
  const left = hosts.find(({ alias }) => alias === route.host);
  const next = hosts.find(({ alias }) => alias === host);
  const user = left?.user !== undefined && route.user === left.user ? '' : route.user;
  const port = route.port === left?.port ? DEFAULT_SSH_PORT : route.port;
  const chosenKey = keyFile === left?.keyFile ? undefined : keyFile;
  const nextKey = chosenKey ?? next?.keyFile;
  return {
    ...before,
    host: host.trimStart(),
    user: user || (next?.user ?? ''),
    port: port === DEFAULT_SSH_PORT ? (next?.port ?? port) : port,
    ...(nextKey === undefined ? {} : { keyFile: nextKey }),
  };
}

/** What the configuration says of an alias, and what of it is not followed: a sentence each. */
export function configuredText({ host, port, keyFile, jumps, notFollowed = [], unusable }: SshConfigHost): Message[] {
  if (unusable) return [unusable];
  return [
    message('ssh.configured.place', { host, port }),
    ...(jumps.length > 0 ? [message('ssh.configured.jumps', { jumps: { list: jumps, as: 'plain' } })] : []),
    ...(keyFile === undefined ? [] : [message('ssh.configured.key', { file: keyFile })]),
    ...notFollowed,
  ];
}

/** Jump hosts, those that are aliases with the user their configuration names, if none was typed. */
export const withUsers = (jumps: readonly SshHop[], hosts: readonly SshConfigHost[]): SshHop[] =>
  jumps.map((jump) => ({ ...jump, user: jump.user || (hosts.find(({ alias }) => alias === jump.host)?.user ?? '') }));
