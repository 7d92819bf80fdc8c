import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';

/**
 * The profiles in the order of `ids`; those that are not named, e.g. because they were added meanwhile, stay behind them
 * as they were. Throws AppError `server.unknown` for an id that is not there, `input.invalid` for one named twice.
 */
export function inOrder(profiles: readonly ServerProfile[], ids: readonly ServerId[]): ServerProfile[] {
  const left = new Map(profiles.map((profile) => [profile.id, profile]));
  const first = ids.map((id) => {
    const profile = left.get(id);
    if (!profile)
      throw profiles.some((known) => known.id === id)
        ? new AppError('input.invalid', { reason: message('failure.reason.serverTwice') })
        : new AppError('server.unknown');
    left.delete(id);
    return profile;
  });
  return [...first, ...left.values()];
}
