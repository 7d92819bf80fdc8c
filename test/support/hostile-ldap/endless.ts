import type { LdapOperation } from './message';

/**
 * Answers on which ldapts 9.2.0 never comes to an end, or takes all memory, once it gets to see them (measured, each): the
 * request they answer and the bytes in hexadecimal, with `ID` for the message id.
 */
export const endlessAnswers: [name: string, on: LdapOperation, hex: string][] = [
  ['bytes behind the words of a bind answer', 'bind', '300e0201ID61070a010004000400a07f'],
  ['bind credentials that end outside of their answer', 'bind', '30100201ID61090a010004000400877f6162'],
  ['controls that end outside of their message', 'bind', '30100201ID61070a010004000400a07f3000'],
  ['an attribute list that ends outside of its entry', 'search', '300b0201ID64060400307f3000'],
  ['values that end outside of their attribute', 'search', '30100201ID640b0400300730050401613102047f'],
  ['a well-nested entry with a wrong tag', 'search', '30120201ID640d0400300904070401613102047f'],
  ['a reference that ends outside of itself', 'search', '30080201ID7303047f61'],
];
