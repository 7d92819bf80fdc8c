import { message } from '../texts/message';

/** What a list of changes says of a secret in the place of its value. */
export const secretWords = {
  none: message('secret.none'),
  stored: message('secret.stored'),
  /** The one that is about to be written. */
  typed: message('secret.typed'),
  /** Neither the one read nor the one written here. */
  another: message('secret.another'),
  /** Written where there was none, or in the place of another. */
  set: message('secret.set'),
  replaced: message('secret.replaced'),
} as const;
