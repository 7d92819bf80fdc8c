import type { AppError } from '../base/app-error';
import type { History } from './history-log';

/** In place of a history whose file cannot be used: everything but writing goes on. */
export function unusableHistory(trouble: AppError): History {
  const refuse = () => Promise.reject(trouble);
  return {
    trouble,
    append: refuse,
    ready: async () => {},
    lookThrough: refuse,
    verify: refuse,
    all: refuse,
    list: () => [],
    get: () => undefined,
    isWhole: () => false,
    isOwn: () => false,
    isRunning: () => false,
    close: async () => {},
  };
}
