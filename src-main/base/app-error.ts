import type { FactsOf } from '../../src-shared/messages/failure-texts';
import type { Failure, FailureCode } from '../../src-shared/model/failure';
import type { Param } from '../../src-shared/texts/message';

type About = Omit<Failure, 'code'>;
/** The facts that a code's sentences ask for have to be there; further ones may. */
type Told<Code extends FailureCode> =
  Record<never, never> extends FactsOf<Code>
    ? [about?: About, options?: ErrorOptions]
    : [about: About & { facts: FactsOf<Code> & Record<string, Param> }, options?: ErrorOptions];

/** The one error that is thrown on purpose. Anything else that is thrown is a bug and reaches the window as `internal`. */
export class AppError<Code extends FailureCode = FailureCode> extends Error {
  override readonly name = 'AppError';
  readonly about: About;

  constructor(
    readonly code: Code,
    ...[about = {}, options]: Told<Code>
  ) {
    super(code, options);
    this.about = about;
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
