import { expect, test } from 'vitest';
import { exactly } from '../../../../src-shared/gluu/versions';
import { connectProtections } from '../../../../src-shared/model/smtp-settings';
import { outcomeOf, runsOf } from '../../../../src-shared/verdict/runs';
import { outcomesOf } from '../../../../src-shared/verdict/unknowns';
import type { MailServerFacts, VerdictInput } from '../../../../src-shared/verdict/verdict-input';
import { filledIn } from './vectors';

/** Numbers from 0 to 1 that are the same in every run (Park and Miller's generator). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const random = generator(20_251);
const pick = <Value>(values: readonly Value[]): Value => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};
const flag = () => random() < 0.5;

function anyServer(): Required<
  Omit<
    MailServerFacts,
    | 'hello'
    | 'loginMethods'
    | 'credentialsByNtlm2'
    | 'loginInLatin1'
    | 'takesNtlm1'
    | 'takesLatin1'
    | 'credentialsOver'
    | 'tried'
  >
> {
  return {
    reach: random() < 0.8 ? 'open' : pick(['refused', 'noAnswer', 'unknownName'] as const),
    firstWord: random() < 0.8 ? pick(['greeting', 'tls'] as const) : pick(['silent', 'other'] as const),
    startTls: pick(['notOffered', 'accepted', 'refused'] as const),
    tls: { '1.0': flag(), '1.1': flag(), '1.2': flag(), '1.3': flag() },
    certificate: pick(['trusted', 'wrongHost', 'selfSigned', 'unknownCa', 'expired', 'notYetValid'] as const),
    loginInClear: pick(['none', 'usable', 'unusable'] as const),
    loginEncrypted: pick(['none', 'usable', 'unusable'] as const),
    credentials: pick(['accepted', 'refused'] as const),
    needsTls: flag(),
    needsLogin: flag(),
    mail: pick(['accepted', 'refused'] as const),
  };
}

function anyInput(): VerdictInput {
  return {
    version: exactly(pick(['2.4.4', '3.1.1', '3.1.2', '4.1.0', '4.2.0', '4.3.1', '4.5.5'])),
    path: pick(['test', 'reset'] as const),
    settings: {
      ...filledIn,
      authentication: random() < 0.7,
      requiresSsl: flag(),
      connectProtection: pick([null, ...connectProtections]),
      trustServer: flag(),
      keyStore: pick(['notSet', 'set'] as const),
    },
    seen: anyServer(),
    jvm: { tls10: flag(), tls13: flag() },
  };
}

/** The same with some facts forgotten. */
function forgetful(whole: VerdictInput): VerdictInput {
  const some = <Facts extends object>(facts: Facts): Facts =>
    Object.fromEntries(Object.entries(facts).filter(() => random() < 0.7)) as Facts;
  const tls = some(whole.seen.tls ?? {});
  const seen = some({ ...whole.seen, tls });
  return { ...whole, seen, jvm: some(whole.jvm) };
}

test('whatever the forgotten facts are, the outcome is among the possible ones', () => {
  const counted = { known: 0, unknown: 0 };
  for (let round = 0; round < 4000; round++) {
    const whole = anyInput();
    const part = forgetful(whole);
    const truth = outcomeOf(whole);
    expect(truth).not.toBe('cannotKnow');
    const possible = outcomesOf(runsOf(part).flatMap(({ ends }) => ends));
    expect(possible, JSON.stringify(part)).toContain(truth);
    counted[possible.length === 1 ? 'known' : 'unknown']++;
  }
  expect(Math.min(counted.known, counted.unknown)).toBeGreaterThan(500);
});

test('telling every missing fact makes the outcome known', () => {
  for (let round = 0; round < 1000; round++) {
    const whole = anyInput();
    const part = forgetful(whole);
    if (outcomeOf(part) !== 'cannotKnow') continue;
    const told = { ...part, seen: { ...part.seen, ...whole.seen }, jvm: { ...part.jvm, ...whole.jvm } };
    expect(outcomeOf(told)).toBe(outcomeOf(whole));
  }
});
