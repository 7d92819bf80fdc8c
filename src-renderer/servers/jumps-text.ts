import { DEFAULT_SSH_PORT, type SshHop } from '../../src-shared/model/route';

const HOP = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:]*|[^\]]*:[^\]]*:[^\]]*?)(?::(\d{1,6}))?$/;

/** Jump hosts as one text, in the form of ProxyJump: `user@host:port`, separated by commas. */
export const jumpsText = (jumps: readonly SshHop[]): string =>
  jumps
    .map(({ user, host, port }) => {
      const at = host.includes(':') ? `[${host}]` : host;
      return `${user}@${at}${port === DEFAULT_SSH_PORT ? '' : `:${port}`}`;
    })
    .join(', ');

/** Reads such a text. What is missing or odd comes out as a hop that the model refuses with a sentence. */
export const readJumps = (text: string): SshHop[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, user = '', host = part, port] = HOP.exec(part) ?? [];
      return { user, host: host.replace(/^\[(.*)\]$/, '$1'), port: port ? Number(port) : DEFAULT_SSH_PORT };
    });
