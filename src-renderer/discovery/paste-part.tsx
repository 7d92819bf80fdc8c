import { useId } from 'react';
import { Button } from '../ui/button';
import { useTexts } from '../ui/texts-store';
import { edit, openFile, pasteText, useDiscovery } from './discovery-store';

/** The way without SSH, and the remedy for a file that cannot be read: its text, pasted, dropped or opened. */
export function PastePart() {
  const { pasted, failure, finding } = useDiscovery();
  const { say, words } = useTexts();
  const id = useId();
  const problem = failure?.code === 'input.invalid' ? failure.fields?.text : undefined;
  const take = async () => {
    if (await pasteText(pasted)) edit({ pasted: '' });
  };
  const title = <h3 className="form-part">{say(finding ? 'discovery.paste.more' : 'discovery.paste.title')}</h3>;
  const part = (
    <>
      <p className="note" id={`${id}-help`}>
        {say('discovery.paste.help')}
      </p>
      <label className="unseen" htmlFor={id}>
        {say('discovery.paste.text')}
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
        <Button
          small
          onClick={() => void take()}
          off={pasted.trim() === '' ? say('discovery.paste.nothing') : undefined}
        >
          {say('discovery.paste.use')}
        </Button>
        <Button small onClick={() => void openFile()}>
          {say('discovery.paste.open')}
        </Button>
      </div>
    </>
  );
  const complete = finding?.missing.length === 0;
  return (
    <section aria-label={say('discovery.paste.region')}>
      {complete ? (
        <details>
          <summary>{say('discovery.paste.complete')}</summary>
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
