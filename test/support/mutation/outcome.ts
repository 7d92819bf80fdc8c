import { AppError } from '../../../src-main/base/app-error';
import { sentencesOf } from '../../../src-shared/messages/failure-texts';
import { say } from '../english';

/** Runs a conversation and names what came of it. A failure has to be one that is told; all else is a bug, and rejects. */
export async function outcomeOf(run: () => Promise<string>): Promise<string> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { what } = sentencesOf({ code: error.code, ...error.about });
    if (error.code === 'internal' || say(what) === '') throw error;
    return error.code;
  }
}

/** The pieces of one conversation; `\n` in them is sent as CR LF. */
export const conversation = (...sends: string[]): Uint8Array[] =>
  sends.map((text) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1'));
