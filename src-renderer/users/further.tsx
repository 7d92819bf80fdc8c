import type { UserPage } from '../../src-shared/model/user';
import type { Task } from '../state/task';
import { Button } from '../ui/button';
import { useSay } from '../ui/texts-store';

/** What stands below people who are exactly what was sought: that the others are looked for, or the way to them. */
export function Further({ task, look }: { task: Task<UserPage>; look(): void }) {
  const say = useSay();
  const isRunning = task.kind === 'running';
  return (
    <>
      {/* The same button all along: what has the focus must not go. */}
      <Button small onClick={isRunning ? task.cancel : look}>
        {say(isRunning ? 'word.cancel' : 'users.people.showMore')}
      </Button>
      {isRunning ? <span className="faint">{say('users.people.lookingFurther')}</span> : null}
    </>
  );
}
