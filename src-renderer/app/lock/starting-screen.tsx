import { Button } from '../../ui/button';
import { FailureNotice } from '../../ui/failure-notice';
import { useSay } from '../../ui/texts-store';
import css from '../start/first-start.module.css';
import { begin, useLock } from './locked-store';

/** Before the window has what it begins with: nothing, since that is soon; or why it does not have it. */
export function StartingScreen() {
  const say = useSay();
  const failure = useLock((state) => state.failure);
  if (!failure) return <p className="unseen">{say('app.starting')}</p>;
  return (
    <main className={`${css.start} ${css.locked}`}>
      <h1>{say('app.notStarted')}</h1>
      <FailureNotice failure={failure}>
        <Button look="main" onClick={() => void begin()} autoFocus>
          {say('app.status.again')}
        </Button>
      </FailureNotice>
    </main>
  );
}
