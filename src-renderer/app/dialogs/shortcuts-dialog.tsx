import { commandHelp, commandLabel, keysInPlace } from '../../../src-shared/model/commands';
import { closeFront } from '../../state/app-store';
import { Dialog } from '../../ui/dialog';
import factsCss from '../../ui/facts.module.css';
import { keysHere } from '../../ui/keys';
import { useSay } from '../../ui/texts-store';
import { shortcuts } from '../commands/shortcuts';
import { CloseButton } from './close-button';

/** Every key of the window. */
export function ShortcutsDialog() {
  const say = useSay();
  const ofCommands = shortcuts.map(({ keys, does }) => [keys, commandHelp(does)] as const);
  const rows = [...ofCommands, ...keysInPlace];
  return (
    <Dialog title={say(commandLabel('shortcuts'))} onClose={closeFront} actions={<CloseButton />}>
      <dl className={factsCss.facts}>
        {rows.map(([keys, text]) => (
          <div key={keys} className={factsCss.fact}>
            <dt translate="no">{keysHere(keys)}</dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
