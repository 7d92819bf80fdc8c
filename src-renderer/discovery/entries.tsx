import { closeFront } from '../state/app-store';
import { fromFile } from '../state/own-file';
import { withPart } from '../state/part-store';
import { Button } from '../ui/button';
import { useSay } from '../ui/texts-store';
import css from './discovery.module.css';

/** Fetched after the first frame. */
const discovery = () => fromFile('fronts', () => import('./discovery-store'));

function begin({ withFile }: { withFile: boolean }): void {
  closeFront();
  void withPart(discovery, ({ openDiscovery, openFile }) => {
    openDiscovery();
    if (withFile) void openFile();
  });
}

/** The ways to a new server without typing it. `off`: why they are not offered now; said once, in their place. */
export function DiscoveryEntries({ off }: { off?: string | undefined }) {
  const say = useSay();
  if (off) return <p className={`note ${css.entries}`}>{off}</p>;
  return (
    <div className={`pair ${css.entries}`}>
      <Button small onClick={() => begin({ withFile: false })}>
        {say('discovery.entry.ssh')}
      </Button>
      <Button small onClick={() => begin({ withFile: true })}>
        {say('discovery.entry.file')}
      </Button>
    </div>
  );
}
