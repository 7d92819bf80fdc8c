import { problemsOf } from '../../src-shared/base/problem';
import {
  DEFAULT_LDAP_PORT,
  knownBindDns,
  type SecretChange,
  ServerDraft,
  type ServerSummary,
} from '../../src-shared/model/server';
import type { Message } from '../../src-shared/texts/message';
import { textsNow } from '../ui/texts-store';

/** What the server form holds: a draft whose port is still the text that was typed. */
export type Draft = Omit<ServerDraft, 'port'> & { port: string };

export const emptyDraft: Draft = {
  name: '',
  group: '',
  environment: 'production',
  notes: '',
  host: '',
  port: String(DEFAULT_LDAP_PORT),
  mode: 'ldaps',
  bindDn: knownBindDns[0],
  route: { kind: 'direct' },
  readOnly: true,
};

/** An opened but empty secret field changes nothing. */
export const typedSecret = (change: SecretChange): SecretChange =>
  change.kind === 'replace' && change.value === '' ? { kind: 'keep' } : change;

export function draftOf(server: ServerSummary): Draft {
  const { name, group, environment, notes, host, port, mode, bindDn, route, readOnly } = server;
  return { name, group, environment, notes, host, port: String(port), mode, bindDn, route, readOnly };
}

/** What the form of a copy begins with: all but the secrets, under a name that no server has yet. Nothing is saved by it. */
export function copyOfServer(server: ServerSummary, servers: readonly ServerSummary[]): Draft {
  const { say } = textsNow(); // a name, which stays whatever is spoken later
  const short = server.name.slice(0, 70);
  let name = say('servers.form.copyName', { name: short });
  for (let n = 2; servers.some((other) => other.name === name); n += 1)
    name = say('servers.form.copyNameNumbered', { name: short, n });
  return { ...draftOf(server), name };
}

/** What cannot be used, by field. */
export function errorsIn(draft: Draft): Partial<Record<keyof Draft, Message>> {
  const port = /^\s*\d{1,6}\s*$/.test(draft.port) ? Number(draft.port) : Number.NaN;
  const checked = ServerDraft.safeParse({ ...draft, port });
  if (checked.success) return {};
  return problemsOf(checked.error);
}
