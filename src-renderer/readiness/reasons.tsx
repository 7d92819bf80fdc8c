import type { Readiness } from '../../src-shared/model/readiness';
import { namedReasons } from '../../src-shared/readiness/answer';
import { useSay } from '../ui/texts-store';

/** What bears on the answer, as a list below it; nothing where nothing does. */
export function Reasons({ chain }: { chain: Readiness }) {
  const say = useSay();
  const reasons = namedReasons(chain).map((reason) => say(reason));
  if (reasons.length === 0) return null;
  return (
    <ul className="bullets" aria-label={say('readiness.reasons')}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
