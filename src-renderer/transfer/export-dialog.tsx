import { commandLabel } from '../../src-shared/model/commands';
import { searchFor } from '../../src-shared/model/server-list';
import { closeFront } from '../state/app-store';
import { useHealth } from '../state/health-store';
import { invoke } from '../state/ipc';
import { useServers } from '../state/servers-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { englishNow, textsNow, useSay } from '../ui/texts-store';
import { Toggle } from '../ui/toggle';
import { LeftBehindList } from './left-behind-list';
import { PickServers } from './pick-servers';
import { useExport } from './use-export';

/** Chosen servers go to one file; their secrets only under a passphrase that is typed twice. */
export function ExportDialog() {
  const say = useSay();
  const { servers, query } = useServers();
  const own = servers.filter(({ demo }) => !demo);
  const matching = () => {
    const { health } = useHealth.getState();
    const matches = searchFor(query, [textsNow().say, englishNow().say]);
    return own.filter((server) => matches(server, health[server.id], Date.now()));
  };
  const transfer = useExport(own, () => new Set(matching().map(({ id }) => id)));
  const { chosen, withSecrets, busy, waits, failure } = transfer;
  const close = () => {
    void invoke('profiles.forget', undefined);
    closeFront();
  };
  return (
    <Dialog
      title={say(commandLabel('exportProfiles'))}
      width="wide"
      onClose={close}
      actions={
        <>
          <Button onClick={close} keys="Esc">
            {say('word.cancel')}
          </Button>
          {waits ? (
            <Button
              look="main"
              off={busy ? say('transfer.working') : undefined}
              onClick={() => void transfer.save(waits)}
            >
              {say('transfer.export.saveWithout')}
            </Button>
          ) : (
            <Button look="main" off={transfer.off && say(transfer.off)} onClick={() => void transfer.prepare()}>
              {say('transfer.export.button', { n: chosen.size })}
            </Button>
          )}
        </>
      }
    >
      <p className="dim">{say('transfer.export.intro')}</p>
      {own.length === 0 ? <p>{say('transfer.export.none')}</p> : null}
      <PickServers
        servers={own}
        found={query.trim() === '' ? undefined : { query, matching }}
        chosen={chosen}
        onChange={transfer.choose}
      />
      <FieldRow
        label={say('transfer.export.withSecrets')}
        note={
          <p className="note">
            {say(withSecrets ? 'transfer.export.withSecrets.on' : 'transfer.export.withSecrets.off')}
          </p>
        }
      >
        {(ids) => <Toggle {...ids} checked={withSecrets} onChange={transfer.chooseSecrets} />}
      </FieldRow>
      {withSecrets ? (
        <>
          <FieldRow label={say('transfer.passphrase')}>
            {(ids) => (
              <TextInput {...ids} type="password" value={transfer.passphrase} onChange={transfer.typePassphrase} />
            )}
          </FieldRow>
          <FieldRow label={say('transfer.export.again')}>
            {(ids) => <TextInput {...ids} type="password" value={transfer.again} onChange={transfer.typeAgain} />}
          </FieldRow>
        </>
      ) : null}
      {waits ? <LeftBehindList list={waits.leftBehind} title={say('transfer.export.leftBehind')} /> : null}
      {failure ? <FailureNotice failure={failure} /> : null}
    </Dialog>
  );
}
