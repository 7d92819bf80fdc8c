import { Button } from '../../ui/button';
import { FailureNotice } from '../../ui/failure-notice';
import { Logo } from '../../ui/logo';
import css from '../start/first-start.module.css';
import { unlock, useLock } from './locked-store';

/** All that is on the page while the console is locked: nothing of any server. */
export function LockedScreen() {
  const { unlocking, failure } = useLock();
  return (
    <main className={`${css.start} ${css.locked}`}>
      <p className="pair">
        <Logo />
        <b>Gluu Console</b>
      </p>
      <h1>Locked</h1>
      <p className={css.lead}>
        Passwords were dropped from memory. What you typed into Organization Configuration is still there.
      </p>
      <Button look="main" onClick={() => void unlock()} off={unlocking ? 'Unlocking' : undefined} autoFocus>
        Unlock
      </Button>
      {failure ? <FailureNotice failure={failure} /> : null}
    </main>
  );
}
