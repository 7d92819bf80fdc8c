import { failuresApp } from './failures-app';
import { failuresConnection } from './failures-connection';
import { failuresDirectory } from './failures-directory';
import { failuresMail } from './failures-mail';
import { failuresProfiles } from './failures-profiles';
import { failuresSsh } from './failures-ssh';

/** What is said of each failure. */
export const failures = {
  ...failuresApp,
  ...failuresConnection,
  ...failuresDirectory,
  ...failuresMail,
  ...failuresProfiles,
  ...failuresSsh,
} as const;
