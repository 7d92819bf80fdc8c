import { type KnownField, pageNear } from '../gluu/pages/pages';
import { holdsFor, type Range, type Span, versionsWords, versionWords } from '../gluu/versions';
import { type Message, message } from '../texts/message';
import { encryptionRules } from './encryption-rules';
import { hostRules } from './host-rules';
import { formOf, type LintInput, type LintRule, type Remedy, type Severity } from './lint-rule';
import { resetRules } from './reset-rules';
import { senderRules } from './sender-rules';
import { storedRules } from './stored-rules';

/** Every rule on values, by id: L01 to L20 on those of the form, L21 to L28 on what is stored beside them. */
export const lintRules = { ...hostRules, ...encryptionRules, ...senderRules, ...resetRules, ...storedRules };
export type LintId = keyof typeof lintRules;
export const lintIds = (Object.keys(lintRules) as LintId[]).sort();

/** What a rule found: which field to put it beside, what to say, and what one click can set. Never carries a secret. */
export interface LintFinding {
  id: LintId;
  field: KnownField;
  severity: Severity;
  sentence: Message;
  remedy?: Remedy;
  source: string;
}

const order: Record<Severity, number> = { bad: 0, warn: 1, info: 2 };
const ruleOf = (id: LintId): LintRule => lintRules[id];

/** Where not every version the server may have has what a sentence says. */
const doubted = (sentence: Message, versions: readonly Span[], own: Range): Message =>
  message('lint.doubted', { sentence, versions: versionsWords(versions), own: versionWords(own) });

/**
 * What is wrong with these values for this Gluu version, worst first; needs no network and takes microseconds. Where
 * LDAP leaves the version open, a rule of some of the possible versions speaks too, and its sentence says of which.
 */
export function lint(input: LintInput): LintFinding[] {
  const form = formOf(input);
  const findings = lintIds.flatMap((id): LintFinding[] => {
    const { cases, field, source } = ruleOf(id);
    for (const { versions, severity, find } of cases) {
      const holds = holdsFor(versions, input.version);
      const found = holds === 'no' ? undefined : find(form);
      if (!found) continue;
      const sentence = holds === 'certain' ? found.sentence : doubted(found.sentence, versions, input.version);
      const remedy = found.remedy ? { remedy: found.remedy } : {};
      return [{ id, field: shownAs(field, input.version), severity, sentence, ...remedy, source }];
    }
    return [];
  });
  return findings.sort((a, b) => order[a.severity] - order[b.severity]);
}

/** Where a version's page has another setting in the place of one. */
const inPlaceOf: Partial<Record<KnownField, KnownField>> = { smtpRequiresSsl: 'smtpConnectProtection' };

function shownAs(field: KnownField, version: Range): KnownField {
  const { fields } = pageNear(version);
  const other = inPlaceOf[field];
  return other !== undefined && !fields.some(({ id }) => id === field) ? other : field;
}

/** The rules that could not be asked, and why: for a readiness view that must not show them as passed. */
export function notLinted(input: LintInput): { id: LintId; why: Message }[] {
  const form = formOf(input);
  return lintIds.flatMap((id) => {
    const why = ruleOf(id).unchecked?.(form);
    return why === undefined ? [] : [{ id, why }];
  });
}

/** Whether a change of one of these fields can bring this finding. */
export const concerns = ({ id }: LintFinding, fields: readonly string[]): boolean =>
  ruleOf(id).reads.some((field) => fields.includes(field) || fields.includes(inPlaceOf[field] ?? field));
