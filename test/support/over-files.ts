declare global {
  /** By what it is; made by the first who asks for it. */
  var keptOverFiles: Map<string, unknown> | undefined;
}

/**
 * Gives what is made once in a process, whichever of its test files asks first, and goes with the process: a worker of vitest
 * runs many files one after the other, and loads the project's modules, with all they hold, once more for each (fresh-file.ts).
 */
export function overFiles<T>(name: string, make: () => T): T {
  globalThis.keptOverFiles ??= new Map();
  const kept = globalThis.keptOverFiles;
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}
