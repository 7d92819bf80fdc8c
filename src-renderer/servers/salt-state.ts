import { saltWords } from '../../src-shared/messages/salt-words';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { SaltState } from '../../src-shared/model/salt';
import type { SecretState, ServerSummary } from '../../src-shared/model/server';
import type { Words } from '../../src-shared/texts/message';
import type { Task } from '../state/task';

type Stored = Pick<ServerSummary, 'secrets'>;
type Check = Task<ServerFacts> | undefined;

const NOT_YET = 'Not proved yet: that is done whenever the server is read.';
const notAtHand: Record<Exclude<SecretState, 'stored'>, { short: string; words: Words }> = {
  none: { short: 'not known here', words: saltWords({ kind: 'none' }) },
  boundElsewhere: {
    short: 'typed for another place',
    words: 'The stored one was typed for another host, port, encryption or bind DN, and is not used.',
  },
  locked: { short: 'not known: the keychain is locked', words: 'Not known: the keychain is locked.' },
  unknown: { short: 'not known yet', words: 'Not known: the keychain has not answered yet.' },
};
const inShort: Record<SaltState['kind'], string> = {
  none: notAtHand.none.short,
  proved: 'proved to be this server’s',
  contradicted: 'refused',
  unproved: 'stored, cannot be proved',
};

/** What the last check found of the salt that is kept for a server; undefined as long as nothing was found. */
export function saltStateOf({ secrets }: Stored, check: Check): SaltState | undefined {
  if (secrets.salt !== 'stored') return undefined;
  if (check?.kind === 'done') return check.value.salt;
  return check?.kind === 'failed'
    ? { kind: 'unproved', why: { kind: 'unreached', failure: check.failure } }
    : undefined;
}

/** The same in words, and in a few of them. */
export function storedSaltWords(server: Stored, check: Check): { short: string; words: Words } {
  const { salt } = server.secrets;
  if (salt !== 'stored') return notAtHand[salt];
  const state = saltStateOf(server, check);
  return state
    ? { short: inShort[state.kind], words: saltWords(state) }
    : { short: 'stored, not proved yet', words: NOT_YET };
}
