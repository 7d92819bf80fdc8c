import type { ReactNode } from 'react';
import type { Words } from '../../src-shared/texts/message';

/** What is in nobody's language, as names, hosts and values are: never to be translated. */
export const AsIs = ({ children }: { children: ReactNode }) => <span translate="no">{children}</span>;

/** The attributes of what shows the words of somebody else; none where a sentence of this console is shown. */
export const markOf = (...words: (Words | undefined)[]) =>
  words.some(isSomebodys) ? ({ lang: '', translate: 'no' } as const) : {};

const isSomebodys = (words: Words | undefined): boolean =>
  typeof words === 'string' || (words?.id === 'verbatim' && typeof words.params?.text === 'string');
