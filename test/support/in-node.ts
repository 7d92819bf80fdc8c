import { bundle } from './bundle';
import { runProgram } from './run-program';

const bundles = new Map<string, Promise<string>>();

/**
 * Runs a TypeScript entry, which calls `asProgram`, as a Node process with that environment: Node reads only when it starts which
 * certificates to trust, and what the time is. Rejects, with its standard error, unless it ends with status 0.
 */
export function runInNode<T>(entry: string, input: unknown, environment: NodeJS.ProcessEnv = {}): Promise<T> {
  const bundled = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, bundled);
  return runProgram(entry, input, async () => ({ args: [await bundled], environment }));
}
