import { bundle } from './bundle';
import { runProgram } from './run-program';

/**
 * Runs a TypeScript entry, which calls `asProgram`, as a Node process with that environment: Node reads only when it starts which
 * certificates to trust, and what the time is. Rejects, with its standard error, unless it ends with status 0.
 */
export function runInNode<T>(entry: string, input: unknown, environment: NodeJS.ProcessEnv = {}): Promise<T> {
  return runProgram(entry, input, async () => ({ args: [await bundle(entry)], environment }));
}
