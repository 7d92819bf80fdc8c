import type { FailureCode } from '../../src-shared/model/failure';
import type { SshHop } from '../../src-shared/model/route';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hostName } from '../net/host-name';
import { type Place, placeAfter, placeKey } from '../net/place-name';
import { place } from '../net/tcp';
import type { Work } from '../work/work';
import type { AskOnce } from './ask-once';
import { hostLines, serverLine, userLines } from './box-lines';
import type { BoxLine, Question } from './confirm';

/** A login that may put a password on the network readable. */
export interface ClearLogin {
  protocol: 'smtp' | 'imap' | 'ldap';
  host: string;
  port: number;
  user: string;
  /** The SSH hosts of each way the password takes unencrypted; an empty way begins at this computer. None: it is encrypted. */
  ways: readonly (readonly SshHop[])[];
  /** The name of the server profile it is for. */
  server?: string;
}

/** The consent without which no password is sent over an unencrypted connection. It lasts until the app is closed or locked. */
export interface ClearText {
  /**
   * Resolves once the user has agreed, now or earlier, for this place and user. Work that nobody watches is never asked for.
   * Throws AppError `smtp.clearText`, `imap.clearText`, `ldap.clearText`, and `confirm.tooMany`.
   */
  allow(login: ClearLogin, work: Pick<Work, 'signal'>): Promise<void>;
  isAllowed(login: ClearLogin): boolean;
}

interface Needs {
  ask: AskOnce;
  /** Whether a place is the core's own, as the demo fleet's while it runs: nothing leaves the process on the way there. */
  isOwn(place: Place): boolean;
}

const codes = {
  smtp: 'smtp.clearText',
  imap: 'imap.clearText',
  ldap: 'ldap.clearText',
} as const satisfies Record<ClearLogin['protocol'], FailureCode>;

export function createClearText({ ask, isOwn }: Needs): ClearText {
  const agreed = new Set<string>();

  function missing({ protocol, host, port, user, ways }: ClearLogin): string[] {
    return ways
      .map((way) => placeAfter(way, host, port))
      .filter((each) => !isOwn(each))
      .map((each) => JSON.stringify([protocol, placeKey(each), user]))
      .filter((key) => !agreed.has(key));
  }

  return {
    isAllowed: (login) => missing(login).length === 0,
    allow: (login, work) =>
      ask(
        {
          missing: () => missing(login),
          words: () => wordsFor(login),
          keep(keys) {
            for (const key of keys) agreed.add(key);
          },
          refusal: (why) => (why === 'no' ? clearTextRefused(login) : new AppError('confirm.tooMany')),
        },
        work,
      ),
  };
}

/** The failure of a login that the user has not agreed to. Nothing of it was sent. */
export const clearTextRefused = ({ protocol, host, port, user }: Omit<ClearLogin, 'ways' | 'server'>): AppError =>
  new AppError(codes[protocol], { stage: 'Login', at: place({ host, port }), facts: { user } });

function wordsFor({ protocol, host, port, user, ways, server }: ClearLogin): Question {
  return {
    message: message('box.clearText.question', { host: hostName(host) }),
    lines: [
      message('box.purpose', { why: message(`box.clearText.why.${protocol}`) }),
      ...(server ? [serverLine(server)] : []),
      ...userLines(user),
      ...hostLines('to', host, [port]),
      ...ways.flatMap(beginningOf),
      'gap',
      message('box.clearText.note'),
    ],
    yes: message('box.clearText.yes'),
  };
}

/** Where the connection begins that is not encrypted. */
const beginningOf = (way: readonly SshHop[]): BoxLine[] =>
  way.length === 0
    ? [message('box.clearText.from.here')]
    : [message('box.clearText.from.ssh'), ...way.flatMap(({ host, port }) => hostLines('through', host, [port]))];
