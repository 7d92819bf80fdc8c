import { Pause, Play } from 'lucide-react';
import { pauseChecks, useHealth } from '../state/health-store';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';

/** Under the list: whether servers are checked in the background, and the switch for it. */
export function ChecksSwitch() {
  const paused = useHealth((all) => all.paused);
  const say = useSay();
  const Icon = paused ? Play : Pause;
  return (
    <button
      type="button"
      className="row quiet-row"
      title={say(paused ? 'servers.checks.resumeHint' : 'servers.checks.pauseHint')}
      onClick={() => void pauseChecks(!paused)}
    >
      <Icon size={14} aria-hidden="true" />
      {say(paused ? 'servers.checks.off' : 'servers.checks.on')}
      <span className="unseen">, {say(paused ? 'servers.checks.resume' : 'servers.checks.pause')}</span>
    </button>
  );
}

/** In the status line, as long as they rest. */
export function PausedChecks() {
  const paused = useHealth((all) => all.paused);
  const say = useSay();
  if (!paused) return null;
  return (
    <span title={say('servers.checks.pausedHint')}>
      <Signal tone="off" size={12} />
      {say('servers.checks.paused')}
      <button type="button" className="link" onClick={() => void pauseChecks(false)}>
        {say('servers.checks.resumeNow')}
      </button>
    </span>
  );
}
