import type { SecretState, ServerProfile, ServerSummary } from '../../src-shared/model/server';
import type { Message } from '../../src-shared/texts/message';
import { type SecretKind, secretKinds } from '../secrets/server-secrets';

/** What a summary rests on beside the profile: it is made again when one of these is another. */
interface Basis {
  /** Where it ends with the app. */
  passing: { hints: readonly Message[] } | undefined;
  /** Until when writing is allowed. */
  until: string | undefined;
  /** How many times another state was found of its secrets. */
  secretsFound: number;
}

/** What it is then made of. */
interface Making extends Basis {
  asAllowed(): ServerProfile;
  stateOf(kind: SecretKind): SecretState;
}

/**
 * Makes the summary of a profile as it is kept, and gives the same object as long as `basisOf` gives the same: the list is asked
 * for with every check.
 */
export function summaryMaker(basisOf: (profile: ServerProfile) => Making): (profile: ServerProfile) => ServerSummary {
  const made = new WeakMap<ServerProfile, Basis & { summary: ServerSummary }>();
  return (profile) => {
    const { passing, until, secretsFound, asAllowed, stateOf } = basisOf(profile);
    const before = made.get(profile);
    if (before?.passing === passing && before?.until === until && before?.secretsFound === secretsFound)
      return before.summary;
    const states = secretKinds.map((kind) => [kind, stateOf(kind)] as const);
    const summary: ServerSummary = {
      ...asAllowed(),
      demo: passing !== undefined,
      ...(passing ? { hints: passing.hints } : {}),
      ...(until ? { writingUntil: until } : {}),
      secrets: Object.fromEntries(states) as ServerSummary['secrets'],
    };
    made.set(profile, { passing, until, secretsFound, summary });
    return summary;
  };
}
