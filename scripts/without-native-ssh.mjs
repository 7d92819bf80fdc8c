/**
 * A plugin for Vite that leaves out the compiled helpers of ssh2 (faster ciphers, a look at the processor), which are not
 * built here: ssh2 tries to load them and goes on with Node's own ciphers. Left as `require`, they could be picked up from
 * any folder above the app.
 */
export function withoutNativeSsh() {
  const name = '\0no-native-ssh';
  const isNative = (source) => source === 'cpu-features' || source.endsWith('/sshcrypto.node');
  return {
    name: 'without-native-ssh',
    enforce: 'pre',
    resolveId: (source) => (isNative(source) ? name : undefined),
    load: (id) => (id === name ? "module.exports = undefined;\nthrow new Error('not built');\n" : undefined),
  };
}
