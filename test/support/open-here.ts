import { type OpenKey, openText } from '../../src-main/ssh/open-key';

/** Opens keys in the process of the test, which may be held as a whole. */
export const openHere: OpenKey = async (text, passphrase) => openText(text, passphrase);
