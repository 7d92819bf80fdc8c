import { closeFront } from '../state/app-store';
import { Button } from '../ui/button';
import { useSay } from '../ui/texts-store';
import css from './discovery.module.css';
import { openDiscovery, openFile } from './discovery-store';

/** The ways to a new server without typing it. `off`: why they are not offered now; said once, in their place. */
export function DiscoveryEntries({ off }: { off?: string | undefined }) {
  const say = useSay();
  const begin = () => {
    closeFront();
    openDiscovery();
  };
  if (off) return <p className={`note ${css.entries}`}>{off}</p>;
  return (
    <div className={`pair ${css.entries}`}>
      <Button small onClick={begin}>
        {say('discovery.entry.ssh')}
      </Button>
      <Button
        small
        onClick={() => {
          begin();
          void openFile();
        }}
      >
        {say('discovery.entry.file')}
      </Button>
    </div>
  );
}
