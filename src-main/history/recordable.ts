import type { Failure } from '../../src-shared/failure';
import type { AppError } from '../app-error';

/** The failure as the history keeps it: without the certificate. */
export function recordable(error: AppError): Failure {
  const { certificate: _, ...failure } = error.toFailure();
  return failure;
}
