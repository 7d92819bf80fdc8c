/**
 * Whether a text begins with the code that a library gives an error, such as `ECONNREFUSED` or
 * `UNABLE_TO_VERIFY_LEAF_SIGNATURE` (Node's errors and OpenSSL's verification results): it names what a sentence has said
 * already, and is nothing the other side has said.
 */
export const isLibraryCode = (text: string): boolean =>
  /^(?!ERROR\b)(?:E[A-Z]{3,}\d*|[A-Z]+(?:_[A-Z0-9]+)+)(?::|$)/.test(text);
