import { type ResetVersion, resetVersions } from '../gluu/reset-versions';
import { coverage, joined, overlap, type Range, rowsFor, versionWords } from '../gluu/versions';
import { stillEnglish } from '../texts/still-english';
import { type Finding, notKnown } from './finding';

const nameOf = (range: Range): string => `Gluu ${stillEnglish(versionWords(range))}`;

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
  const [first] = found;
  if (!first) {
    return notKnown({
      reason: `This console knows the password reset of ${nameOf(coverage(resetVersions))}. This server is ${nameOf(range)}.`,
      because: `this console does not know the password reset of ${nameOf(range)}`,
      source: 'oxTrust PasswordReminderAction.java, which differs from version to version',
    });
  }
  if (found.every(({ finding }) => finding.state === first.finding.state)) return first.finding;
  return notKnown({
    reason: found.map(({ part, finding }) => `${nameOf(part)}: ${finding.reason}`).join(' '),
    because: `it is not certain which version of ${nameOf(range)} it is`,
    source: [...new Set(found.map(({ finding }) => finding.source))].join('; '),
  });
}
