/** How the system keychain stands, as the window shows it. */
export type KeychainStatus =
  /** Nobody has looked at it yet. */
  | { kind: 'unknown' }
  | { kind: 'open' }
  /** Something is stored, and nobody unlocked it. */
  | { kind: 'locked' }
  /** The system asks the user for the keychain's password; calls queue behind that. `since` is ISO 8601. */
  | { kind: 'waiting'; since: string }
  /** There is no keychain service: secrets are kept for this session only. `detail` is the system's own text. */
  | { kind: 'absent'; detail: string }
  /** It held our secrets once and is empty now; it works, and the secrets have to be typed again. */
  | { kind: 'changed' };
