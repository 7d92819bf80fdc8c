/** What an error text of the keychain means: a prompt was not answered, no service is there, or something else. */
export type KeychainTrouble = 'locked' | 'absent' | 'failed';

/**
 * The texts of gnome-keyring 42 and libsecret 0.20 were seen on Debian 12; those marked by system are from its own headers
 * and were not run. All are the untranslated ones: see `keychainEnvironment`.
 */
const texts: [RegExp, KeychainTrouble][] = [
  // "Cannot create an item in a locked collection": no prompt could open, or it was dismissed.
  [/\blocked (?:collection|object)\b/, 'locked'],
  // Secret Service specification, error names.
  [/org\.freedesktop\.Secret\.Error\.IsLocked/, 'locked'],
  // macOS, SecBase.h: errSecUserCanceled, errSecInteractionNotAllowed, errSecAuthFailed.
  [/^User canceled the operation|^User interaction is not allowed|passphrase you entered is not correct/, 'locked'],
  // No session bus: without a display, with one but without dbus-launch, and with an address where nobody listens.
  [/^Cannot autolaunch D-Bus/, 'absent'],
  [/^Cannot spawn a message bus/, 'absent'],
  [/^Failed to execute child process .*dbus-launch/, 'absent'],
  [/^Could not connect: /, 'absent'],
  // Electron sets the address `disabled:` if it finds no bus.
  [/^Unknown or unsupported transport/, 'absent'],
  // Only this name: the same words about `:1.5` mean that the service was restarted, and that a new process finds it.
  [/^The name org\.freedesktop\.secrets was not provided/, 'absent'],
  [/^Process org\.freedesktop\.secrets exited with status/, 'absent'],
  // No keyring exists and the prompt for making one cannot open.
  [/^Object does not exist at path .\/org\/freedesktop\/secrets\/collection\//, 'absent'],
  // macOS, SecBase.h: errSecNotAvailable.
  [/^No keychain is available/, 'absent'],
  // keytar's own loader: libsecret-1.so.0 is not installed.
  [/^Failed to load keytar native addon/, 'absent'],
];

/** Sorts the text of a failed keychain call. */
export function keychainTrouble(text: string): KeychainTrouble {
  return texts.find(([pattern]) => pattern.test(text))?.[1] ?? 'failed';
}
