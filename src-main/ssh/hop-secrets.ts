import type { HopPlan } from './route-plan';
import type { SshSecrets } from './ssh-options';

/** What is stored for one SSH connection of a route; undefined where nothing is, and the user is asked under its name. */
export interface HopSecrets {
  /** The password on that server. */
  password(): Promise<string | undefined>;
  /** The passphrase of that key file. */
  passphrase(keyFile: string): Promise<string | undefined>;
}

/**
 * The part of a route's secrets that is for `hop`. They were typed for the last host and for its key file: no jump host gets
 * the password, and of a jump host's key files the passphrase opens only the one that is the profile's own.
 */
export function secretsFor(hop: HopPlan, plan: readonly HopPlan[], secrets: SshSecrets): HopSecrets {
  const isLast = hop === plan.at(-1);
  return {
    password: async () => (isLast ? secrets.password(plan) : undefined),
    passphrase: async (keyFile) => (isLast || keyFile === hop.ownKey ? secrets.passphrase(plan) : undefined),
  };
}
