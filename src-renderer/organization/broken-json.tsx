import { Message, Todo } from '../ui/message';
import css from './organization.module.css';

/** A JSON attribute that cannot be read: shown as it is stored. Nothing of it can be changed from here, so nothing is lost. */
export function BrokenJson({ attribute, why, raw }: { attribute: string; why: string; raw: string }) {
  return (
    <div className={css.broken}>
      <Message tone="bad" label="What is stored cannot be read" title={`The stored ${attribute} cannot be read.`}>
        <p>
          {why} Gluu cannot read it either: its whole configuration entry fails to load. Update is off for these fields.
        </p>
        <Todo>Repair the attribute with an LDAP editor, then reload.</Todo>
      </Message>
      <h2>As it is stored</h2>
      <pre className="raw">{raw}</pre>
    </div>
  );
}
