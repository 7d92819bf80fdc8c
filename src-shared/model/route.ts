import { problem, shows } from '../base/problem';
import * as z from '../base/zod';
import { type Message, message } from '../texts/message';
import { hasInvisible, hostProblem } from './host';
import { Port } from './host-fields';

export { DEFAULT_SSH_PORT, namedHops, routeText, wayText } from './route-text';

export const MAX_JUMPS = 5;

/** How the user proves who they are to an SSH server. `password` also answers keyboard-interactive prompts (RFC 4256). */
export const sshLogins = ['agent', 'key', 'password', 'interactive'] as const;
export type SshLogin = (typeof sshLogins)[number];
export const sshLoginLabels: Record<SshLogin, Message> = {
  agent: message('ssh.login.agent'),
  key: message('ssh.login.key'),
  password: message('ssh.login.password'),
  interactive: message('ssh.login.interactive'),
};

const userProblem = (user: string): Message | undefined => {
  if (user === '') return message('problem.sshUser.empty');
  if (user.length > 100) return message('problem.tooLong', { max: 100 });
  return hasInvisible(user) || /\s/.test(user) ? message('problem.sshUser.form') : undefined;
};
const UserName = z.string().trim().check(shows(userProblem));

/** What a Host line of ssh_config(5) can name, and `user@host:port` with it is still to be told apart. */
const ALIAS = /^(?!-)[^\s@,:[\]"'*?!]{1,253}$/;
const sshHostProblem = (host: string): Message | undefined =>
  ALIAS.test(host) && !hasInvisible(host) ? undefined : hostProblem(host);

/** An SSH server on the way. `host` may be an alias of the user's own ssh configuration; only main knows which there are. */
export const SshHop = z.object({
  host: z.string().trim().check(shows(sshHostProblem)),
  port: Port,
  user: UserName,
});
export type SshHop = z.output<typeof SshHop>;

export const SshRoute = z.object({
  kind: z.literal('ssh'),
  ...SshHop.shape,
  login: z.enum(sshLogins),
  /** Only one that main itself offered: from its own file dialog or from the user's ssh configuration. */
  keyFile: z.string().max(4096).exactOptional(),
  /** From this computer on, in the order they are passed (ssh_config(5), ProxyJump). */
  jumps: z.array(SshHop).max(MAX_JUMPS, problem(message('problem.jumps', { max: MAX_JUMPS }))),
});
export type SshRoute = z.output<typeof SshRoute>;

export const Route = z.discriminatedUnion('kind', [z.object({ kind: z.literal('direct') }), SshRoute]);
export type Route = z.output<typeof Route>;

/** What `wayText` gives. A file may claim any, and each host of it is a line of a box. */
export const WayText = z
  .string()
  .max(4096)
  .refine((way) => way.split(' → ').every((each) => /^\S+$/.test(each) && each.lastIndexOf('@') > 0));
