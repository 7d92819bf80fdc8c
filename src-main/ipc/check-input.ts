import { problemsOf } from '../../src-shared/base/problem';
import { type CallName, contract, isCallName } from '../../src-shared/contract/contract';
import type { Message } from '../../src-shared/texts/message';

/** What the schema took, under the name of its call; which fields are wrong; or no name, where there is no such call. */
type Checked = { name: CallName | undefined; data: unknown } | { fields: Record<string, Message> };

/** Holds what came from outside against the contract. */
export function checkInput(name: unknown, input: unknown): Checked {
  if (!isCallName(name)) return { name: undefined, data: undefined };
  const checked = contract[name].input.safeParse(input);
  return checked.success ? { name, data: checked.data } : { fields: problemsOf(checked.error) };
}
