import { keysForAria, keysText } from '../../src-shared/model/commands';

const isMac = (): boolean => globalThis.navigator?.platform.startsWith('Mac') ?? false;

/** Keys of the table of commands as this computer names them. */
export const keysHere = (keys: string): string => keysText(keys, isMac());

/** The same for assistive technology. */
export const ariaKeys = (keys: string): string => keysForAria(keys, isMac());
