import { type Message, message } from '../texts/message';
import type * as z from './zod';

/** A sentence as the error of a check: zod keeps it as a text, and `problemOf` reads it again. */
export const problem = (sentence: Message): string => JSON.stringify(sentence);

/** A check that shows the sentence that `find` gives for a value, if it gives one. */
export const shows =
  <T>(find: (value: T) => Message | undefined): z.core.CheckFn<T> =>
  ({ value, issues }) => {
    const found = find(value);
    if (found) issues.push({ code: 'custom', input: value, message: problem(found) });
  };

/** The sentence that a check of ours gave; undefined where zod's own words stand, which are for developers. */
export const ownProblemOf = (issue: z.core.$ZodIssue): Message | undefined =>
  issue.message.startsWith('{"id":') ? (JSON.parse(issue.message) as Message) : undefined;

/** The sentence of what a check found: its own, or one by the kind of the issue. */
export function problemOf(issue: z.core.$ZodIssue): Message {
  const own = ownProblemOf(issue);
  if (own) return own;
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys);
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  return message(issue.code === 'invalid_type' && issue.expected === 'number' ? 'problem.noNumber' : 'problem.invalid');
}

/** So many fields that nobody asked for are named. */
const NAMED = 5;
const unknownFields = (names: readonly string[]): Message =>
  message('problem.unknownFields', { names: { list: names.slice(0, NAMED), as: 'plain' } });

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Message {
  const min = Number(minimum);
  if (origin === 'string' && min > 1) return message('problem.tooShort', { min });
  return origin === 'string' || origin === 'array' ? message('problem.empty') : message('problem.tooSmall', { min });
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Message {
  const max = Number(maximum);
  if (origin === 'string') return message('problem.tooLong', { max });
  return message(origin === 'array' ? 'problem.tooMany' : 'problem.tooBig', { max });
}

/** The sentences of everything that a schema refuses, by the path of the field. */
export const problemsOf = ({ issues }: z.core.$ZodError): Record<string, Message> =>
  Object.fromEntries(issues.map((issue) => [issue.path.join('.'), problemOf(issue)]));
