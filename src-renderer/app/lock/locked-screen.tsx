import { Button } from '../../ui/button';
import { FailureNotice } from '../../ui/failure-notice';
import { Logo } from '../../ui/logo';
import { useSay } from '../../ui/texts-store';
import css from '../start/first-start.module.css';
import { unlock, useLock } from './locked-store';

/** All that is on the page while the console is locked: nothing of any server. */
export function LockedScreen() {
  const say = useSay();
  const { unlocking, failure } = useLock();
  return (
    <main className={`${css.start} ${css.locked}`}>
      <p className="pair">
        <Logo />
        <b>Gluu Console</b>
      </p>
      <h1>{say('app.locked')}</h1>
      <p className={css.lead}>{say('app.locked.text')}</p>
      <Button
        look="main"
        onClick={() => void unlock()}
        off={unlocking ? say('app.locked.unlocking') : undefined}
        autoFocus
      >
        {say('app.locked.unlock')}
      </Button>
      {failure ? <FailureNotice failure={failure} /> : null}
    </main>
  );
}
