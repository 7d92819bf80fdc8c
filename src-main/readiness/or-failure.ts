import type { Failure } from '../../src-shared/model/failure';
import { AppError } from '../base/app-error';

/**
 * Runs a part of a check whose failure is itself a finding, and gives the value or that failure. Throws AppError
 * `work.cancelled` and what is no AppError.
 */
export async function orFailure<T>(run: () => Promise<T>): Promise<{ value: T } | { failure: Failure }> {
  try {
    return { value: await run() };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'work.cancelled') throw error;
    return { failure: error.toFailure() };
  }
}
