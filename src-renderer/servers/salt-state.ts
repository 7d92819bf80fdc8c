import { saltWords } from '../../src-shared/messages/salt-words';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { SaltState } from '../../src-shared/model/salt';
import type { ServerSummary } from '../../src-shared/model/server';
import { type Message, message, type Words } from '../../src-shared/texts/message';
import type { Task } from '../state/task';

type Stored = Pick<ServerSummary, 'secrets'>;
type Check = Task<ServerFacts> | undefined;

/** What the last check found of the salt that is kept for a server; undefined as long as nothing was found. */
export function saltStateOf({ secrets }: Stored, check: Check): SaltState | undefined {
  if (secrets.salt !== 'stored') return undefined;
  if (check?.kind === 'done') return check.value.salt;
  return check?.kind === 'failed'
    ? { kind: 'unproved', why: { kind: 'unreached', failure: check.failure } }
    : undefined;
}

/** The same as a sentence, and in a few words. */
export function storedSaltWords(server: Stored, check: Check): { short: Message; words: Words } {
  const { salt } = server.secrets;
  if (salt === 'none') return { short: message('servers.salt.short.none'), words: saltWords({ kind: 'none' }) };
  if (salt !== 'stored')
    return { short: message(`servers.salt.short.${salt}`), words: message(`servers.salt.${salt}`) };
  const state = saltStateOf(server, check);
  return state
    ? { short: message(`servers.salt.short.${state.kind}`), words: saltWords(state) }
    : { short: message('servers.salt.short.notYet'), words: message('servers.salt.notYet') };
}
