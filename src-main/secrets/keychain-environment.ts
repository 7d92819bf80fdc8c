/**
 * What the environment of the keychain's process must be. `keychainTrouble` knows the untranslated texts only, and Electron
 * sets the locale: on a German desktop the process said "Verbindung ist gescheitert".
 */
export const keychainEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...environment,
  LC_ALL: 'C',
  LANGUAGE: '',
});
