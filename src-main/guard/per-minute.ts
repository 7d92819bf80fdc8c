import type { FailureCode } from '../../src-shared/model/failure';
import { AppError } from '../base/app-error';

const MINUTE_MS = 60_000;

/**
 * Counts what may be done `limit` times within a minute, by the clock of `now`. Both throw an AppError of that code, with the
 * limit and the seconds to wait, where there is no room.
 */
export function perMinute(limit: number, code: FailureCode, now: () => number) {
  const taken: number[] = [];

  function requireRoom(): void {
    while (taken[0] !== undefined && now() - taken[0] >= MINUTE_MS) taken.shift();
    if (taken.length < limit) return;
    const seconds = Math.ceil(((taken[0] ?? 0) + MINUTE_MS - now()) / 1000);
    throw new AppError(code, { facts: { limit, seconds } });
  }

  return {
    requireRoom,
    take(): void {
      requireRoom();
      taken.push(now());
    },
  };
}
