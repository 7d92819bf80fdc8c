import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../base/app-error';

/**
 * Asks about what `read` gives, and gives that once the user has agreed. Throws what `ask` throws, and AppError `write.changed`
 * where it reads otherwise by then: a script can change anything behind an open box, and a yes is for what the box said.
 */
export async function asShown<T>(read: () => T | Promise<T>, ask: (shown: T) => Promise<void>): Promise<T> {
  const shown = await read();
  await ask(shown);
  if (!isDeepStrictEqual(await read(), shown)) throw new AppError('write.changed');
  return shown;
}
