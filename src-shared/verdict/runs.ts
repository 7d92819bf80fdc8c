import { endsOf } from './attempt';
import { codeFor, familiesOf, type VersionFamily } from './gluu-versions';
import { type MailCode, type MailCodeId, mailCodes } from './mail-code';
import type { Outcome } from './outcome';
import type { RuleId } from './rules';
import { type End, outcomesOf } from './unknowns';
import type { VerdictInput } from './verdict-input';

/** What one piece of mail code makes of an input. */
export interface Run {
  code: MailCode;
  ends: readonly End[];
}

/**
 * The button signs where the form has a key store, its password and its alias; the mail code then opens the stored one (oxTrust
 * version_4.4.1 UpdateOrganizationAction.java, oxCore version_4.5.5 MailService.java).
 */
function signs({ settings: { keyStore, keyStoreTyped } }: VerdictInput): boolean {
  if (keyStoreTyped !== undefined) return keyStoreTyped === 'set';
  return keyStore === 'set' || keyStore === 'unreadable';
}

/** A run for every family of versions the server may belong to; none where the version is not covered. */
export function runsOf(input: VerdictInput): Run[] {
  return familiesOf(input.version).map((family) => {
    const code = codeFor(family, input.path, signs(input));
    return { code: mailCodes[code], ends: endsOf({ ...input, code, family }) };
  });
}

function single(ends: readonly End[]): Outcome {
  const [only, ...more] = outcomesOf(ends);
  return only && more.length === 0 ? only : 'cannotKnow';
}

/** The outcome without reasons. */
export const outcomeOf = (input: VerdictInput): Outcome => single(runsOf(input).flatMap(({ ends }) => ends));

/**
 * The outcome of one piece of mail code of a version, whoever calls it, with the rules that decide: for comparison with
 * measured runs, which call the code and not the page.
 */
export function outcomeOfCode(
  code: MailCodeId,
  { testsSavedPassword: _, ...family }: VersionFamily,
  input: Omit<VerdictInput, 'version'>,
): { outcome: Outcome; rules: RuleId[] } {
  const ends = endsOf({ ...input, code, family });
  return { outcome: single(ends), rules: ends.map(({ rule }) => rule) };
}
