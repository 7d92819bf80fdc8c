import type { CallName } from '../../src-shared/contract/contract';
import { bareShellCalls, firstCalls } from '../../src-shared/contract/wire';
import type { Failure, Result } from '../../src-shared/model/failure';
import { mapFacts, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { redact } from '../base/redact';
import type { Handlers, Work } from '../work/work';

/**
 * Checks one call, runs its handler and folds whatever happens into a Result. Knows nothing of Electron.
 * Input is `unknown` until its schema took it; an error that is no AppError is a bug: it is reported whole on this side
 * and reaches the window as `internal` and nothing more. A secret that the other side repeats in its words stays here too.
 */
export async function answer(
  handlers: Partial<Handlers>,
  name: unknown,
  input: unknown,
  work: Work,
  report: (bug: unknown) => void,
): Promise<Result<unknown>> {
  const checked = isBare(name, input) ? { name, data: undefined } : (check ?? (await schemas()))(name, input);
  if ('fields' in checked) return { ok: false, failure: { code: 'input.invalid', fields: checked.fields } };
  const handler = checked.name && handlers[checked.name];
  if (!handler) return { ok: false, failure: { code: 'input.invalid', reason: message('failure.reason.noSuchCall') } };

  try {
    // The compiler cannot pair a union of handlers with a union of inputs; the check above did.
    const handle = handler as (input: unknown, work: Work) => Promise<unknown>;
    return { ok: true, value: await handle(checked.data, work) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, failure: withoutSecrets(error.toFailure()) };
    report(error);
    return { ok: false, failure: { code: 'internal' } };
  }
}

type CheckInput = typeof import('./check-input').checkInput;
let check: CheckInput | undefined;

/** Loads the schemas of all calls, which neither main nor the core needs at its start; in main, zod comes with them. */
export async function schemas(): Promise<CheckInput> {
  const { checkInput } = await import('./check-input');
  check = checkInput;
  return checkInput;
}

/** Whether it is a call that takes nothing, and was given nothing. */
const isBare = (name: unknown, input: unknown): name is CallName =>
  input === undefined && [...bareShellCalls, ...firstCalls].some((bare) => bare === name);

function withoutSecrets(failure: Failure): Failure {
  const { detail, reason } = failure;
  return {
    ...failure,
    ...(reason === undefined ? {} : { reason: mapFacts(reason, redact) }),
    ...(detail === undefined ? {} : { detail: redact(detail) }),
  };
}
