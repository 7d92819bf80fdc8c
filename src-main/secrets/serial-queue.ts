export interface SerialQueue {
  /** Runs `work` once everything added before is done, and gives what it gives. */
  add<T>(work: () => Promise<T>): Promise<T>;
  /** Fails everything that has not begun. */
  failWaiting(error: unknown): void;
}

interface Job {
  run(): Promise<void>;
  fail(error: unknown): void;
}

/**
 * Runs one piece of work at a time. An error for which `concernsAll` holds also fails what was added meanwhile,
 * so that one unanswered prompt is not followed by one more for every call in the queue.
 */
export function serialQueue(concernsAll: (error: unknown) => boolean): SerialQueue {
  const waiting: Job[] = [];
  let running = false;

  function failWaiting(error: unknown): void {
    for (const job of waiting.splice(0)) job.fail(error);
  }

  async function drain(): Promise<void> {
    if (running) return;
    running = true;
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job.run();
    running = false;
  }

  function add<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push({
        run: () =>
          work().then(resolve, (error: unknown) => {
            reject(error);
            if (concernsAll(error)) failWaiting(error);
          }),
        fail: reject,
      });
      void drain();
    });
  }

  return { add, failWaiting };
}
