import type { Failure, FailureCode } from '../../src-shared/model/failure';

/** The one error that is thrown on purpose. Anything else that is thrown is a bug and reaches the window as `internal`. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: FailureCode,
    readonly about: Omit<Failure, 'code'> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** The error as a value that can be kept, sent and shown. */
  toFailure(): Failure {
    return { code: this.code, ...this.about };
  }
}

/** For `catch`: a failure counts as nothing, and a bug is thrown on. */
export function unlessBug(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error;
}
