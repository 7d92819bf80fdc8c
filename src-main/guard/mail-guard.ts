import type { SshHop } from '../../src-shared/model/route';
import type { ServerProfile } from '../../src-shared/model/server';
import { message, type Words } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hostKey } from '../net/host-name';
import { type Place, placeAfter } from '../net/place-name';
import { writeTarget } from '../registry/targets';
import type { Work } from '../work/work';
import type { AskOnce } from './ask-once';
import { addressLines, addressText, hostLines, serverLine } from './box-lines';
import type { Question } from './confirm';
import { perMinute } from './per-minute';

/** A mail that is about to go out. */
export interface IntendedMail {
  /** The server it is sent for. */
  profile: ServerProfile;
  /** What it is, behind a colon. */
  why: Words;
  to: string;
  from: string;
  fromName: string;
  /** The mail server, and the SSH hosts on the way there; absent: from this computer. */
  host: string;
  port: number;
  way?: readonly SshHop[];
}

/** What every mail of this console has to pass. Whoever asked for the mail counts as a script. */
export interface MailGuard {
  /**
   * Resolves once the user has agreed to mail this recipient for this server, now or earlier in this session, and counts the
   * mail. Throws AppError `mail.notAllowed`, `confirm.tooMany`, and `mail.tooMany` where too many went out within a minute.
   */
  allow(mail: IntendedMail, work: Pick<Work, 'signal'>): Promise<void>;
  /** The user said yes to a box of another kind that showed this address in full. */
  shown(profile: ServerProfile, address: string): void;
  /**
   * Counts a test without a message that logs in or names a recipient, once for each way. Throws AppError
   * `mail.tooManyProbes` where too many were made within a minute: a script could find out addresses and passwords by them.
   */
  probe(probed: { host: string; port: number; ways: readonly (readonly SshHop[])[] }): void;
}

interface Needs {
  ask: AskOnce;
  /** Whether a place is the core's own: the demo fleet's mail server delivers to nobody. */
  isOwn(place: Place): boolean;
  now?(): number;
}

/** More than a person sends, or looks at, by hand. */
export const MAILS_A_MINUTE = 10;
export const PROBES_A_MINUTE = 10;

export function createMailGuard({ ask, isOwn, now = Date.now }: Needs): MailGuard {
  const agreed = new Set<string>();
  const mails = perMinute(MAILS_A_MINUTE, 'mail.tooMany', now);
  const probes = perMinute(PROBES_A_MINUTE, 'mail.tooManyProbes', now);

  return {
    async allow(mail, work) {
      const { profile, to, host, port, way = [] } = mail;
      if (isOwn(placeAfter(way, host, port))) return;
      let isTaken = false;
      const take = () => {
        mails.take();
        isTaken = true;
      };
      mails.requireRoom(); // nobody is asked for what is refused anyway
      const key = keyOf(profile, to);
      await ask(
        {
          missing: () => (agreed.has(key) ? [] : [key]),
          words() {
            mails.requireRoom(); // others may have been sent while this one waited for its box
            return wordsFor(mail);
          },
          keep() {
            agreed.add(key);
            take(); // before the next one gets its box
          },
          refusal: (why) =>
            why === 'no' ? new AppError('mail.notAllowed', { facts: { to } }) : new AppError('confirm.tooMany'),
        },
        work,
      );
      if (!isTaken) take();
    },
    shown: (profile, address) => void agreed.add(keyOf(profile, address)),
    probe({ host, port, ways }) {
      for (const way of ways) if (!isOwn(placeAfter(way, host, port))) probes.take();
    },
  };
}

/** Only the domain has no case (RFC 5321 section 2.4). */
const keyOf = (profile: ServerProfile, address: string): string => {
  const { local, domain } = partsOf(address);
  return JSON.stringify([writeTarget(profile), local, hostKey(domain)]);
};

function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
}

function wordsFor({ profile, why, to, from, fromName, host, port }: IntendedMail): Question {
  return {
    message: message('box.mail.question', { address: addressText(to) }),
    lines: [
      ...addressLines('box.mail.to', to),
      ...addressLines('box.mail.from', from),
      ...(fromName ? [{ row: message('box.mail.fromName', { text: fromName }) }] : []),
      message('box.purpose', { why }),
      serverLine(profile.name),
      ...hostLines('mail', host, [port]),
      'gap',
      message('box.mail.note'),
    ],
    yes: message('box.mail.yes'),
  };
}
