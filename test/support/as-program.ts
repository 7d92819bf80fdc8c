import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The whole of a program that `runInNode` or `runInElectron` starts: reads its input from the file named by INPUT_FILE, writes what
 * comes of it to that of OUTPUT_FILE, and ends, whatever is still open. What is thrown ends it with another status.
 */
export async function asProgram<Input>(run: (input: Input) => Promise<unknown>): Promise<void> {
  const { INPUT_FILE = '', OUTPUT_FILE = '' } = process.env;
  const answer = await run(JSON.parse(readFileSync(INPUT_FILE, 'utf8')) as Input);
  writeFileSync(OUTPUT_FILE, JSON.stringify(answer));
  process.exit(0);
}
