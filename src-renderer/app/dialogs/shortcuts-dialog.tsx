import { appCommands, commands, keysInPlace } from '../../../src-shared/model/commands';
import { closeFront } from '../../state/app-store';
import { Dialog } from '../../ui/dialog';
import factsCss from '../../ui/facts.module.css';
import { keysHere } from '../../ui/keys';
import { shortcuts } from '../commands/shortcuts';
import { CloseButton } from './close-button';

/** Every key of the window. */
export function ShortcutsDialog() {
  const ofCommands = shortcuts.map(({ keys, does }) => [keys, commands[does].help ?? commands[does].label] as const);
  const rows = [...ofCommands, ...keysInPlace];
  return (
    <Dialog title={appCommands.shortcuts.label} onClose={closeFront} actions={<CloseButton />}>
      <dl className={factsCss.facts}>
        {rows.map(([keys, text]) => (
          <div key={keys} className={factsCss.fact}>
            <dt>{keysHere(keys)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
