import type { Failure } from '../../src-shared/model/failure';
import type { AppError } from '../base/app-error';

/** The failure as the history keeps it: without the certificate. */
export function recordable(error: AppError): Failure {
  const { certificate: _, ...failure } = error.toFailure();
  return failure;
}
