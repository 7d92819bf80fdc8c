import { parseDn, tryNormalizeDn } from './distinguished-name';
import type { Filter, SubstringPieces } from './filter';
import { findRule, type MatchingRule, type Schema } from './schema';

/** What a filter looks at: an entry as the asking user may see it. */
export interface Subject {
  dn: string;
  /** The values under this attribute, operational ones too; empty where it has none. */
  values(attribute: string): readonly Buffer[];
  /** Every value of every user attribute. */
  allValues(): Iterable<Buffer>;
}

/** True, false, or Undefined (RFC 4511 section 4.5.1.7): a filter takes an entry only when true. */
export type Truth = boolean | undefined;

/** Evaluates a filter over an entry, three-valued: an unknown attribute or rule is Undefined, and so is its `not`. */
export function evaluate(filter: Filter, subject: Subject, schema: Schema): Truth {
  switch (filter.kind) {
    case 'and':
      return conjunction(filter.filters.map((part) => evaluate(part, subject, schema)));
    case 'or':
      return not(conjunction(filter.filters.map((part) => not(evaluate(part, subject, schema)))));
    case 'not':
      return not(evaluate(filter.filter, subject, schema));
    case 'extensible':
      return evaluateExtensible(filter, subject, schema);
    case 'unknown':
      return undefined;
    default:
      return schema.knows(filter.attribute) ? evaluateAttribute(filter, subject, schema) : undefined;
  }
}

/**
 * The form in which two values equal under the rule are the same text; undefined if the value does not fit the rule.
 * Spaces follow RFC 4518 section 2.6.1: those at the ends do not count, a run inside counts as one.
 */
export function normalize(rule: MatchingRule, value: Buffer): string | undefined {
  const text = value.toString('utf8');
  switch (rule) {
    case 'caseIgnoreMatch':
      return fold(text).toLowerCase().trim();
    case 'caseExactMatch':
      return fold(text).trim();
    case 'distinguishedNameMatch':
      return tryNormalizeDn(text);
    case 'generalizedTimeMatch':
      return normalizeTime(text);
    case 'integerMatch':
      return /^-?\d{1,40}$/.test(text) ? BigInt(text).toString() : undefined;
    case 'octetStringMatch':
      return value.toString('latin1');
  }
}

type AttributeFilter = Exclude<Filter, { kind: 'and' | 'or' | 'not' | 'extensible' | 'unknown' }>;

function evaluateAttribute(filter: AttributeFilter, subject: Subject, schema: Schema): Truth {
  const values = subject.values(filter.attribute);
  const rule = schema.ruleOf(filter.attribute);
  switch (filter.kind) {
    case 'present':
      return values.length > 0;
    case 'substrings':
      return values.some((value) => hasPieces(rule, value, filter.pieces));
    default: {
      const wanted = normalize(rule, filter.value);
      if (wanted === undefined) return undefined;
      const holds = comparisons[filter.kind];
      return values.some((value) => {
        const found = normalize(rule, value);
        return found !== undefined && holds(compare(rule, found, wanted));
      });
    }
  }
}

const comparisons = {
  equality: (order: number) => order === 0,
  approximate: (order: number) => order === 0,
  greaterOrEqual: (order: number) => order >= 0,
  lessOrEqual: (order: number) => order <= 0,
};

function compare(rule: MatchingRule, left: string, right: string): number {
  if (left === right) return 0;
  if (rule === 'integerMatch') return BigInt(left) < BigInt(right) ? -1 : 1;
  return left < right ? -1 : 1;
}

function evaluateExtensible(filter: Filter & { kind: 'extensible' }, subject: Subject, schema: Schema): Truth {
  const { attribute } = filter;
  if (attribute !== undefined && !schema.knows(attribute)) return undefined;
  const rule = filter.rule === undefined ? attribute && schema.ruleOf(attribute) : findRule(filter.rule);
  if (rule === undefined || rule === '') return undefined;
  const wanted = normalize(rule, filter.value);
  if (wanted === undefined) return undefined;
  const values = attribute === undefined ? [...subject.allValues()] : subject.values(attribute);
  const named = filter.dnAttributes ? dnValues(subject.dn, attribute, schema) : [];
  return [...values, ...named].some((value) => normalize(rule, value) === wanted);
}

/** The values of this attribute (of any, if undefined) inside the entry's own DN, for `:dn:` matches. */
function dnValues(dn: string, attribute: string | undefined, schema: Schema): Buffer[] {
  return parseDn(dn)
    .flat()
    .filter(({ type }) => attribute === undefined || schema.keyOf(type) === schema.keyOf(attribute))
    .map(({ value }) => Buffer.from(value));
}

/** Plain searching instead of a regular expression: a hostile pattern costs no more than its length. */
function hasPieces(rule: MatchingRule, value: Buffer, { initial, any, final }: SubstringPieces): boolean {
  const prepare = (bytes: Buffer) =>
    rule === 'caseIgnoreMatch' ? fold(bytes.toString()).toLowerCase() : fold(bytes.toString());
  const text = prepare(value);
  const start = initial ? prepare(initial) : '';
  const end = final ? prepare(final) : '';
  if (!text.startsWith(start)) return false;
  let at = start.length;
  for (const middle of any.map(prepare)) {
    const found = text.indexOf(middle, at);
    if (found < 0) return false;
    at = found + middle.length;
  }
  return text.length - at >= end.length && text.endsWith(end);
}

function conjunction(truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);
const fold = (text: string): string => text.normalize('NFKC').replace(/ +/g, ' ');

/** GeneralizedTime in UTC as a text that sorts by time; undefined for another form or another zone. */
function normalizeTime(text: string): string | undefined {
  const parts = /^(\d{10})(\d{2})?(\d{2})?(?:[.,](\d+))?Z$/.exec(text);
  if (!parts) return undefined;
  const [, hour = '', minute = '00', second = '00', fraction = ''] = parts;
  return `${hour}${minute}${second}.${fraction.replace(/0+$/, '')}`;
}
