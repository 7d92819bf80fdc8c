import { useState } from 'react';
import { Button } from './button';
import { useSay } from './texts-store';

/** Some lines of a table's cell; a logo or a JSON value has thousands of characters. */
const SHORT = 300;

/** A text that is cut if it is long, with a button that shows all of it. */
export function LongText({ text }: { text: string }) {
  const say = useSay();
  const [whole, setWhole] = useState(false);
  if (text.length <= SHORT) return text;
  return (
    <>
      {whole ? text : `${text.slice(0, SHORT)}…`}{' '}
      <Button small look="link" onClick={() => setWhole(!whole)}>
        {whole ? say('app.text.less') : say('app.text.all', { n: text.length })}
      </Button>
    </>
  );
}
