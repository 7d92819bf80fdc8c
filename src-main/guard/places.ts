import { AppError } from '../app-error';
import { isUnwatched, type Work } from '../ipc/work';
import { log } from '../log';
import { hostName } from '../net/host-name';
import { place as placeText } from '../net/tcp';
import type { RealHop } from '../ssh/route-plan';
import { hostLines } from './box-text';
import type { Confirm } from './confirm';
import type { ConfirmedPlaces } from './confirmed-places';
import { type Place, placeAfter, placeKey, placesOf } from './place-name';

/** Where main is about to connect to, and what for. */
export interface PlaceQuestion {
  host: string;
  /** All of them are tried. */
  ports: readonly number[];
  /** What the connection is for, as a noun: `LDAP`, `A test mail`. */
  why: string;
  /** The name of the server profile it is for. */
  server?: string;
  /** Over which SSH hosts, as they are really reached; absent: from this computer. */
  way?: readonly RealHop[];
  /** What `~/.ssh/config` has to do with the host, in words. */
  origin?: string | undefined;
}
type Target = Pick<PlaceQuestion, 'host' | 'ports' | 'way'>;

/** The places main may open a connection to. The window can ask for any; only the user allows one, outside the window. */
export interface Places {
  /**
   * Resolves once the user has confirmed every place of the question, now or earlier. Work that nobody watches is never
   * asked for. Throws AppError `place.notAllowed`, and `place.tooMany` where too much was refused within a minute.
   */
  allow(question: PlaceQuestion, work: Pick<Work, 'signal'>): Promise<void>;
  isAllowed(question: Target): boolean;
}

interface Needs {
  confirmed: ConfirmedPlaces;
  confirm: Confirm;
  /** Whether a place is one of main's own, as the demo fleet's while it runs. */
  isOwn(place: Place): boolean;
  now?(): number;
}

/** After this many refusals within a minute nobody is asked any more: a script may be asking. */
const MAX_REFUSALS = 5;
const REFUSALS_WITHIN_MS = 60_000;

export function createPlaces({ confirmed, confirm, isOwn, now = Date.now }: Needs): Places {
  const refusals: number[] = [];
  /** When each place was refused last, counted in questions: what was asked for before that is refused with it. */
  const refusedAt = new Map<string, number>();
  let questions = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const isNew = (place: Place) => !isOwn(place) && !confirmed.has(placeKey(place));
  const newHops = ({ way = [] }: Pick<Target, 'way'>) => placesOf(way).filter(({ place }) => isNew(place));
  const missing = ({ host, ports, way = [] }: Target): Place[] => [
    ...newHops({ way }).map(({ place }) => place),
    ...ports.map((port) => placeAfter(way, host, port)).filter(isNew),
  ];
  const refusedLately = () => refusals.filter((at) => now() - at < REFUSALS_WITHIN_MS).length;

  async function ask(question: PlaceQuestion, number: number, signal: AbortSignal): Promise<void> {
    const open = missing(question); // the question before this one may have been the same
    if (open.length === 0) return;
    const facts = { place: placeText({ host: question.host, port: question.ports[0] ?? 0 }) };
    if (signal.aborted) throw new AppError('work.cancelled');
    if (open.some((place) => (refusedAt.get(placeKey(place)) ?? -1) >= number)) {
      throw new AppError('place.notAllowed', { facts });
    }
    if (refusedLately() >= MAX_REFUSALS) throw new AppError('place.tooMany', { facts });
    const hops = newHops(question).map(({ hop }) => hop);
    const { yes } = await confirm(wordsFor(question, hops), signal);
    if (!yes) {
      if (signal.aborted) throw new AppError('work.cancelled');
      refusals.push(now());
      for (const place of open) refusedAt.set(placeKey(place), questions);
      refusals.splice(0, refusals.length - MAX_REFUSALS);
      throw new AppError('place.notAllowed', { facts });
    }
    await confirmed.add(open.map(placeKey)).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      log.warn(`A confirmed place could not be kept: ${error.about.detail ?? error.code}`);
    });
  }

  return {
    isAllowed: (question) => missing(question).length === 0,
    async allow(question, work) {
      if (missing(question).length === 0) return;
      if (isUnwatched(work)) {
        const place = placeText({ host: question.host, port: question.ports[0] ?? 0 });
        throw new AppError('place.notAllowed', { facts: { place } });
      }
      questions += 1;
      const number = questions;
      const asked = turn.then(() => ask(question, number, work.signal));
      turn = asked.catch(() => {}); // whoever asked hears of it
      await asked;
    },
  };
}

/**
 * As `allow`, for a question that may change while the user is asked: a script could move a profile to another host behind an
 * open dialog. What changes after this resolved is refused where the connection is opened.
 */
export async function allowCurrent(
  places: Places,
  question: () => PlaceQuestion | Promise<PlaceQuestion>,
  work: Pick<Work, 'signal'>,
): Promise<void> {
  do await places.allow(await question(), work);
  while (!places.isAllowed(await question()));
}

function wordsFor({ why, server, host, ports, way = [], origin }: PlaceQuestion, newHops: readonly RealHop[]) {
  const through = newHops.flatMap((hop) => hostLines('By SSH through', hop.host, [hop.port], hop.origin));
  return {
    message: `Connect to ${hostName(newHops[0]?.host ?? host)}?`,
    lines: [
      `Purpose: ${why}`,
      ...(server ? [`Server: ${server}`] : []),
      ...through,
      ...hostLines('To', host, ports, origin),
      ...(way.length === 0 ? [] : ['As seen from the far end of the SSH route.']),
      '',
      'This console has not connected there before. You are asked once for each place.',
    ],
    yes: 'Connect',
  };
}
