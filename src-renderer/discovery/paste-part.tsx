import { useId } from 'react';
import { Button } from '../ui/button';
import { useTexts } from '../ui/texts-store';
import { edit, openFile, pasteText, useDiscovery } from './discovery-store';

/** The way without SSH, and the remedy for a file that cannot be read: its text, pasted, dropped or opened. */
export function PastePart() {
  const { pasted, failure, finding } = useDiscovery();
  const { words } = useTexts();
  const id = useId();
  const problem = failure?.code === 'input.invalid' ? failure.fields?.text : undefined;
  const take = async () => {
    if (await pasteText(pasted)) edit({ pasted: '' });
  };
  const title = <h3 className="form-part">{finding ? 'Add what a file says' : 'Or without SSH'}</h3>;
  const part = (
    <>
      <p className="note" id={`${id}-help`}>
        ox-ldap.properties or gluu-ldap.properties, the salt file, the LDAP certificate in PEM: paste the text of one
        after the other, open the files, or drop them onto the window. The text goes no further than this computer.
      </p>
      <label className="unseen" htmlFor={id}>
        Text of a file
      </label>
      <textarea
        id={id}
        className="input"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-help ${id}-problem`}
        aria-invalid={problem ? true : undefined}
        value={pasted}
        onChange={(event) => edit({ pasted: event.target.value })}
      />
      <div id={`${id}-problem`} aria-live="polite">
        {problem ? <p className="note bad">{words(problem)}</p> : null}
      </div>
      <div className="pair">
        <Button small onClick={() => void take()} off={pasted.trim() === '' ? 'Nothing is pasted.' : undefined}>
          Use this text
        </Button>
        <Button small onClick={() => void openFile()}>
          Open a file
        </Button>
      </div>
    </>
  );
  const complete = finding?.missing.length === 0;
  return (
    <section aria-label="From Gluu’s own files">
      {complete ? (
        <details>
          <summary>Nothing is missing. Add what another file says</summary>
          {part}
        </details>
      ) : (
        <>
          {title}
          {part}
        </>
      )}
    </section>
  );
}
