import { type ResetVersion, resetVersions } from '../gluu/reset-versions';
import { coverage, joined, overlap, type Range, rowsFor, versionWords } from '../gluu/versions';
import { type Message, message } from '../texts/message';
import { type Finding, notKnown } from './finding';

/**
 * What a link is in every version the server may be, judged by these facts of the reset; not known where they differ, or where
 * the table ends before.
 */
export function acrossVersions<Fact extends keyof ResetVersion>(
  range: Range,
  facts: readonly Fact[],
  judge: (row: Pick<ResetVersion, Fact>, range: Range) => Finding,
): Finding {
  const found = joined(rowsFor(resetVersions, range), facts).map((row) => {
    const part = overlap(row, range) ?? range;
    return { part, finding: judge(row, part) };
  });
  const version = versionWords(range);
  const [first] = found;
  if (!first) {
    const known = versionWords(coverage(resetVersions));
    return notKnown({
      reason: [message('readiness.version.beyond', { known, version })],
      because: message('readiness.because.versionBeyond', { version }),
      source: 'oxTrust PasswordReminderAction.java, which differs from version to version',
    });
  }
  if (found.every(({ finding }) => finding.state === first.finding.state)) return first.finding;
  return notKnown({
    reason: found.flatMap(({ part, finding }) => inVersion(part, finding.reason)),
    because: message('readiness.because.versionOpen', { version }),
    source: [...new Set(found.map(({ finding }) => finding.source))].join('; '),
  });
}

/** Says before the first of these sentences of which versions they are true. */
function inVersion(range: Range, [reason, ...others]: readonly Message[]): Message[] {
  return reason ? [message('readiness.version.each', { version: versionWords(range), reason }), ...others] : [];
}
