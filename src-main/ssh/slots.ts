import { AppError } from '../base/app-error';

/** Places of which only so many are taken at once; who comes later waits in order. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(private readonly size: number) {}

  /** How many are taken. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * Waits for a place and gives the function that returns it, which may be called more than once. Throws AppError
   * `work.cancelled` when the signal aborts meanwhile.
   */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw new AppError('work.cancelled');
    if (this.#taken < this.size) this.#taken += 1;
    else await this.#turn(signal);
    let returned = false;
    return () => {
      if (returned) return;
      returned = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(new AppError('work.cancelled'));
      };
      const go = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      this.#waiting.push(go);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
