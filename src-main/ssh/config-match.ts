import { userInfo } from 'node:os';
import { matchesHostList, matchesPatternList } from './host-pattern';

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
    ['host', { subject: hostName, matches: matchesHostList }],
    ['originalhost', { subject: host, matches: matchesHostList }],
    ['user', { subject: user, matches: matchesPatternList }],
    ['localuser', { subject: userInfo().username, matches: matchesPatternList }],
    ['tagged', { subject: tag, matches: matchesPatternList }],
  ]);
  let because: string | undefined;
  let applies = true;
  if (words.length === 0) return undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const negated = word.startsWith('!');
    const [name = '', ...value] = (negated ? word.slice(1) : word).split('=');
    const criterion = name.toLowerCase();
    if (criterion === 'all' || criterion === 'canonical' || criterion === 'final') {
      if ((criterion === 'all' || isFinal) === negated) applies = false;
      continue;
    }
    if (value.length === 0) index += 1;
    const argument = value.length === 0 ? words[index] : value.join('=');
    if (argument === undefined) return undefined;
    const known = subjects.get(criterion);
    if (known === undefined) because ??= criterion;
    else if (known.matches(known.subject, argument.split(',')) === negated) applies = false;
  }
  return applies && because !== undefined ? { undecided: true, because } : { applies };
}
