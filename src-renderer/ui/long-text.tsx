import { useState } from 'react';
import type { Words } from '../../src-shared/texts/message';
import { markOf } from './as-is';
import { Button } from './button';
import { useTexts } from './texts-store';

/** Some lines of a table's cell; a logo or a JSON value has thousands of characters. */
const SHORT = 300;

/** Values beside each other, cut if they are long, with a button that shows all of it. */
export function LongText({ values }: { values: readonly Words[] }) {
  const { say, words } = useTexts();
  const [whole, setWhole] = useState(false);
  const text = values.map(words).join(' | ');
  const isShort = text.length <= SHORT;
  const shown = <span {...markOf(...values)}>{whole || isShort ? text : `${text.slice(0, SHORT)}…`}</span>;
  if (isShort) return shown;
  return (
    <>
      {shown}{' '}
      <Button small look="link" onClick={() => setWhole(!whole)}>
        {whole ? say('app.text.less') : say('app.text.all', { n: text.length })}
      </Button>
    </>
  );
}
