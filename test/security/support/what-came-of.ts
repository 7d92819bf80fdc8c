import { AppError } from '../../../src-main/app-error';
import { sentencesOf } from '../../../src-shared/failure-texts';

/** A word for how a conversation ended: what `run` gives, or the code of its failure, which has to have sentences. Else rejects. */
export async function whatCameOf(run: () => Promise<string>): Promise<string> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    sentencesOf({ code: error.code, ...error.about });
    return error.code;
  }
}
