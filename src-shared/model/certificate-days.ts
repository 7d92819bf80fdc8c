import type { ServerHealth } from './server-health';

/** Warn this many days before a certificate ends. */
export const CERTIFICATE_WARNING_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whole days until the certificate ends, 0 on its last day and negative after it; undefined if none is known. `now` in ms. */
export function certificateDaysLeft({ certificateValidTo }: ServerHealth, now: number): number | undefined {
  const end = certificateValidTo === undefined ? Number.NaN : Date.parse(certificateValidTo);
  return Number.isNaN(end) ? undefined : Math.floor((end - now) / DAY_MS);
}
