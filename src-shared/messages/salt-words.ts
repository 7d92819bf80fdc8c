import type { SaltProof, SaltState, SaltWitness, Unproved } from '../model/salt';
import { type Listed, type Message, message } from '../texts/message';
import { sentencesOf } from './failure-texts';

export type Contradicted = Extract<SaltProof, { kind: 'contradicted' }>;

const listed = (witnesses: readonly SaltWitness[]): Listed => ({ list: witnesses, as: 'and' });

/** Why a salt cannot be proved here. */
export function whyUnproved(why: Unproved): Message {
  switch (why.kind) {
    case 'unreached':
      return message('salt.unproved.unreached', { what: sentencesOf(why.failure).what });
    case 'several':
      return message('salt.unproved.several', { count: why.count });
    case 'broken':
      return message('salt.unproved.broken', { why: why.why });
    case 'damaged':
      return message('salt.unproved.damaged', { opened: listed(why.opened), by: listed(why.by) });
    case 'silent':
      return message('salt.unproved.silent', why.witnesses);
    default:
      return message(`salt.unproved.${why.kind}`);
  }
}

/** What a contradicted salt is; how that happens, most likely; and what to do about it. */
export function contradictedWords({ by, opened }: Contradicted) {
  const kind = opened.length === 0 ? 'foreign' : 'partly';
  const facts = { by: listed(by), n: by.length };
  return {
    kind,
    why:
      kind === 'foreign'
        ? message('salt.refused.foreign.why', facts)
        : message('salt.refused.partly.why', { ...facts, opened: listed(opened) }),
    remedy:
      kind === 'foreign'
        ? message('salt.refused.foreign.remedy')
        : message('salt.refused.partly.remedy', { by: listed(by) }),
  };
}

/** A contradicted salt in full, as it stands beside the field it is entered in. */
export const contradictedSentence = (proof: Contradicted): Message =>
  message('salt.refused.beside', contradictedWords(proof));

/** What is known of a server's salt. */
export function saltWords(state: SaltState): Message {
  switch (state.kind) {
    case 'none':
      return message('salt.none');
    case 'proved':
      return message('salt.proved', { by: listed(state.by), n: state.by.length });
    case 'contradicted':
      return message('salt.refused.inFull', contradictedWords(state));
    case 'unproved':
      return message('salt.unproved', { why: whyUnproved(state.why) });
  }
}
