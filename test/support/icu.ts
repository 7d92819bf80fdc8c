import { IntlMessageFormat } from 'intl-messageformat';

export interface Asked {
  arguments: string[];
  tags: string[];
  /** The forms each plural chooses from, exact values (`=0`) left out. */
  plurals: string[][];
}
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a sentence in ICU MessageFormat asks for. Throws SyntaxError where it is not one. */
export function askedBy(text: string, language: string): Asked {
  const args = new Set<string>();
  const tags = new Set<string>();
  const plurals: string[][] = [];
  const walk = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if ('children' in element) {
        tags.add(element.value);
        walk(element.children);
      } else if ('options' in element) {
        args.add(element.value);
        if ('pluralType' in element)
          plurals.push(
            Object.keys(element.options)
              .filter((form) => !form.startsWith('='))
              .sort(),
          );
        for (const { value } of Object.values(element.options)) walk(value);
      } else if ('value' in element && element.type !== 0) {
        args.add(element.value);
      }
    }
  };
  walk(new IntlMessageFormat(text, language).getAst());
  return { arguments: [...args].sort(), tags: [...tags].sort(), plurals };
}
