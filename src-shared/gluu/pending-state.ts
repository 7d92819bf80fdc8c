import type { PendingState } from '../model/reset';
import { fromCreationDate, lifetimeOf } from './reset-time';
import type { ResetRules } from './reset-versions';

/** A request as it lies in LDAP, without what is secret in it. */
export interface StoredRequest {
  personInum: string;
  creationDate: string;
  /** When the directory says that it was added, as generalizedTime. */
  addedAt?: string | undefined;
}

export interface Judged {
  state: PendingState;
  /** Milliseconds since 1970. */
  createdAt?: number;
  expiresAt?: number;
}

/**
 * Tells of each request whether its link works at `now` (ms since 1970, by the clock of this computer), by the rules of its
 * version. The answer has the order of `requests`, which have to be all of a person's.
 */
export function judgePending(
  rules: ResetRules,
  configuredSeconds: number | undefined,
  requests: readonly StoredRequest[],
  now: number,
): Judged[] {
  const lifetimeMs = lifetimeOf(rules, configuredSeconds) * 1000;
  const times = requests.map(({ creationDate, addedAt }) => fromCreationDate(creationDate, rules, addedAt));
  const newest = new Map<string, number>();
  for (const [index, { personInum }] of requests.entries()) {
    const time = times[index];
    const person = personInum.toLowerCase();
    if (time !== undefined && time > (newest.get(person) ?? Number.NEGATIVE_INFINITY)) newest.set(person, time);
  }
  return requests.map(({ personInum }, index): Judged => {
    const createdAt = times[index];
    if (createdAt === undefined) return { state: 'undated' };
    const expiresAt = createdAt + lifetimeMs;
    const known = { createdAt, expiresAt };
    if (expiresAt <= now) return { state: 'expired', ...known };
    const counts = rules.several === 'each' || newest.get(personInum.toLowerCase()) === createdAt;
    return { state: counts ? 'live' : 'superseded', ...known };
  });
}
