import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { inspect } from 'node:util';

/**
 * The whole of a program that `runInNode` or `runInElectron` starts: reads its input from the file named by INPUT_FILE, writes what
 * comes of it to that of OUTPUT_FILE, and ends, whatever is still open. What is thrown goes to standard error, and ends it with
 * another status: Electron goes on after a promise that failed unhandled.
 */
export async function asProgram<Input>(run: (input: Input) => Promise<unknown>): Promise<void> {
  const { INPUT_FILE = '', OUTPUT_FILE = '' } = process.env;
  try {
    const answer = await run(JSON.parse(readFileSync(INPUT_FILE, 'utf8')) as Input);
    writeFileSync(OUTPUT_FILE, JSON.stringify(answer));
    process.exit(0);
  } catch (error) {
    writeSync(process.stderr.fd, inspect(error));
    process.exit(1);
  }
}
