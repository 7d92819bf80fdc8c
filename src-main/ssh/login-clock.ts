/** A time limit that stands still while the user is asked something. */
export class LoginClock {
  readonly late: Promise<void>;
  #fire: () => void = () => {};
  #timer: NodeJS.Timeout | undefined;
  #left: number;
  #began = 0;

  constructor(limitMs: number) {
    this.#left = limitMs;
    this.late = new Promise((resolve) => {
      this.#fire = resolve;
    });
    this.#start();
  }

  /** Runs `ask` outside of the time limit. */
  async pausedFor<T>(ask: () => Promise<T>): Promise<T> {
    this.stop();
    try {
      return await ask();
    } finally {
      this.#start();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#began;
  }

  #start(): void {
    this.#began = performance.now();
    this.#timer = setTimeout(this.#fire, Math.max(0, this.#left));
  }
}
