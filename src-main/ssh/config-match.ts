import { userInfo } from 'node:os';
import { matchesPatternList } from './host-pattern';

/** What a Match line is compared with. */
export interface MatchFacts {
  /** The host as it is asked for. */
  host: string;
  /** The host after HostName. */
  hostName: string;
  user: string;
  /** The Tag that the configuration gave so far. */
  tag: string;
  /** Whether the files are read for the second time, as `canonical` and `final` ask. */
  isFinal: boolean;
}

/** `undecided`: what a command or something unknown here would have to say; `because` names the criterion. */
export type MatchAnswer = { applies: boolean } | { undecided: true; because: string };

/**
 * Whether a Match line is about a host (ssh_config(5), MATCH). All that can be known is looked at first, whatever its order: a
 * command decides nothing where another criterion has said no. Gives undefined for a line that OpenSSH would refuse too.
 */
export function judgeMatch(
  words: readonly string[],
  { host, hostName, user, tag, isFinal }: MatchFacts,
): MatchAnswer | undefined {
  const subjects = new Map([
    ['host', hostName],
    ['originalhost', host],
    ['user', user],
    ['localuser', userInfo().username],
    ['tagged', tag],
  ]);
  let because: string | undefined;
  let applies = true;
  if (words.length === 0) return undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const negated = word.startsWith('!');
    const criterion = (negated ? word.slice(1) : word).toLowerCase();
    if (criterion === 'all' || criterion === 'canonical' || criterion === 'final') {
      if ((criterion === 'all' || isFinal) === negated) applies = false;
      continue;
    }
    index += 1;
    const argument = words[index];
    if (argument === undefined) return undefined;
    const subject = subjects.get(criterion);
    if (subject === undefined) because ??= criterion;
    else if (matchesPatternList(subject, argument.split(',')) === negated) applies = false;
  }
  return applies && because !== undefined ? { undecided: true, because } : { applies };
}
