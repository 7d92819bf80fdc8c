import { message, type Message as Sentence } from '../../src-shared/texts/message';
import { Message, Todo } from '../ui/message';
import { useSay } from '../ui/texts-store';
import css from './organization.module.css';

/** A JSON attribute that cannot be read: shown as it is stored. Nothing of it can be changed from here, so nothing is lost. */
export function BrokenJson({ attribute, why, raw }: { attribute: string; why: Sentence; raw: string }) {
  const say = useSay();
  return (
    <div className={css.broken}>
      <Message
        tone="bad"
        label={say('organization.broken.label')}
        title={say('organization.broken.title', { attribute })}
      >
        <p>{say([why, message('organization.broken.gluu')])}</p>
        <Todo>{say('organization.broken.todo')}</Todo>
      </Message>
      <h2>{say('organization.broken.raw')}</h2>
      <pre className="raw">{raw}</pre>
    </div>
  );
}
