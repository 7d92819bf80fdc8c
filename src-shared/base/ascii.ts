// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a range
const ASCII = /^[\u0000-\u007f]*$/;

/** Whether a text holds ASCII characters only. */
export const isAscii = (text: string): boolean => ASCII.test(text);
