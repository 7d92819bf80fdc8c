import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import css from './organization.module.css';

/** A JSON attribute that cannot be read: shown as it is stored. Nothing of it can be changed from here, so nothing is lost. */
export function BrokenJson({ attribute, why, raw }: { attribute: string; why: string; raw: string }) {
  return (
    <div className={css.broken}>
      <section className={messageCss.message} data-tone="bad" aria-label="What is stored cannot be read">
        <Signal tone="bad" size={16} />
        <div>
          <h2>The stored {attribute} cannot be read.</h2>
          <p>
            {why} Gluu cannot read it either: its whole configuration entry fails to load. Update is off for these
            fields.
          </p>
          <p className={messageCss.todo}>Repair the attribute with an LDAP editor, then reload.</p>
        </div>
      </section>
      <h2>As it is stored</h2>
      <pre className="raw">{raw}</pre>
    </div>
  );
}
