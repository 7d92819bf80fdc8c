import { bundleAs } from './bundle';

/**
 * Bundles the entry of one of the app's own processes as production does, a CommonJS file with keytar left outside, and gives
 * its path. It lies in a folder that goes when the test process ends.
 */
export const bundleProcess = (entry: string): Promise<string> =>
  bundleAs(entry, { format: 'cjs', ending: 'cjs', external: 'keytar' });
