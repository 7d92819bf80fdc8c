import { AppError } from '../base/app-error';
import type { Material } from './material';

const MAX_FINDINGS = 5;
/** Milliseconds: what was read holds a server's secrets, so it is not kept longer than a person needs to look at it. */
const KEPT_FOR = 30 * 60_000;

/** What was found, kept in main under an id, so that the window can only refer to it. */
export class Findings {
  readonly #kept = new Map<string, { material: Material; timer: NodeJS.Timeout }>();

  /** `onForget` is called for each one that is no longer kept. */
  constructor(
    readonly onForget: (id: string) => void = () => {},
    readonly keptFor = KEPT_FOR,
  ) {}

  /** Keeps it under this id, in place of what was, and gives the id. */
  keep(material: Material, id: string): string {
    clearTimeout(this.#kept.get(id)?.timer);
    this.#kept.delete(id);
    const timer = setTimeout(() => this.forget(id), this.keptFor);
    timer.unref();
    this.#kept.set(id, { material, timer });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_FINDINGS) break;
      this.forget(oldest);
    }
    return id;
  }

  /** Throws AppError `gluu.snapshotGone`. */
  get(id: string): Material {
    const found = this.#kept.get(id);
    if (!found) throw new AppError('gluu.snapshotGone');
    return found.material;
  }

  forget(id: string): void {
    clearTimeout(this.#kept.get(id)?.timer);
    this.#kept.delete(id);
    this.onForget(id);
  }
}
