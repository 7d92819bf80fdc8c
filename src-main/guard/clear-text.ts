import type { FailureCode } from '../../src-shared/model/failure';
import type { SshHop } from '../../src-shared/model/route';
import { AppError } from '../base/app-error';
import { hostName } from '../net/host-name';
import { type Place, placeAfter, placeKey } from '../net/place-name';
import { place } from '../net/tcp';
import type { Work } from '../work/work';
import type { AskOnce } from './ask-once';
import { hostLines, textLine, userLines } from './box-text';
import type { Question } from './confirm';

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

const protocols = {
  smtp: { code: 'smtp.clearText', why: 'Login at the mail server (SMTP)' },
  imap: { code: 'imap.clearText', why: 'Login at the mailbox (IMAP)' },
  ldap: { code: 'ldap.clearText', why: 'Login at the directory (LDAP)' },
} as const satisfies Record<ClearLogin['protocol'], { code: FailureCode; why: string }>;

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
  new AppError(protocols[protocol].code, { stage: 'Login', at: place({ host, port }), facts: { user } });

function wordsFor({ protocol, host, port, user, ways, server }: ClearLogin): Question {
  return {
    message: `Send a password unencrypted to ${hostName(host)}?`,
    lines: [
      `Purpose: ${protocols[protocol].why}`,
      ...(server ? [textLine('Server', server)] : []),
      ...userLines(user),
      ...hostLines('To', host, [port]),
      ...ways.flatMap(beginningOf),
      '',
      'The connection is not encrypted: anyone on the way can read the password. You are asked once for each place and user, until the app is closed or locked.',
    ],
    yes: 'Send it unencrypted',
  };
}

/** Where the connection begins that is not encrypted. */
const beginningOf = (way: readonly SshHop[]): string[] =>
  way.length === 0
    ? ['From: this computer']
    : ['From: the far end of SSH', ...way.flatMap(({ host, port }) => hostLines('  through', host, [port]))];
