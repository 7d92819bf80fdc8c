/** The same promise; that it fails before somebody waits for it, or where nobody does, is no failure of the process. */
export function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
