import { problemsOf } from '../../src-shared/base/problem';
import { contract, isCallName } from '../../src-shared/contract/contract';
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
  if (!isCallName(name) || !handlers[name])
    return { ok: false, failure: { code: 'input.invalid', reason: message('failure.reason.noSuchCall') } };

  const checked = contract[name].input.safeParse(input);
  if (!checked.success) return { ok: false, failure: { code: 'input.invalid', fields: problemsOf(checked.error) } };

  try {
    // The compiler cannot pair a union of handlers with a union of inputs; safeParse above did.
    const handle = handlers[name] as (input: unknown, work: Work) => Promise<unknown>;
    return { ok: true, value: await handle(checked.data, work) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, failure: withoutSecrets(error.toFailure()) };
    report(error);
    return { ok: false, failure: { code: 'internal' } };
  }
}

function withoutSecrets(failure: Failure): Failure {
  const { detail, reason } = failure;
  return {
    ...failure,
    ...(reason === undefined ? {} : { reason: mapFacts(reason, redact) }),
    ...(detail === undefined ? {} : { detail: redact(detail) }),
  };
}
