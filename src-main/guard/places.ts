import { message, type Words } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { log } from '../files/log';
import { hostName } from '../net/host-name';
import { type Place, placeAfter, placeKey, placesOf } from '../net/place-name';
import { place as placeText } from '../net/tcp';
import type { RealHop } from '../ssh/route-plan';
import type { Work } from '../work/work';
import { createAskOnce } from './ask-once';
import { hostLines, serverLine } from './box-lines';
import type { Confirm, Question } from './confirm';
import type { ConfirmedPlaces } from './confirmed-places';

/** Where main is about to connect to, and what for. */
export interface PlaceQuestion {
  host: string;
  /** All of them are tried. */
  ports: readonly number[];
  /** What the connection is for, behind a colon. */
  why: Words;
  /** The name of the server profile it is for. */
  server?: string;
  /** Over which SSH hosts, as they are really reached; absent: from this computer. */
  way?: readonly RealHop[];
  /** What `~/.ssh/config` has to do with the host, in words. */
  origin?: Words | undefined;
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
  /** Whether a place is the core's own, as the demo fleet's while it runs. */
  isOwn(place: Place): boolean;
  now?(): number;
}

export function createPlaces({ confirmed, confirm, isOwn, now }: Needs): Places {
  const ask = createAskOnce({ confirm, ...(now ? { now } : {}) });
  const isNew = (place: Place) => !isOwn(place) && !confirmed.has(placeKey(place));
  const newHops = ({ way = [] }: Pick<Target, 'way'>) => placesOf(way).filter(({ place }) => isNew(place));
  const missing = ({ host, ports, way = [] }: Target): string[] =>
    [
      ...newHops({ way }).map(({ place }) => place),
      ...ports.map((port) => placeAfter(way, host, port)).filter(isNew),
    ].map(placeKey);

  return {
    isAllowed: (question) => missing(question).length === 0,
    async allow(question, work) {
      const { host, ports } = question;
      const facts = { place: placeText({ host, port: ports[0] ?? 0 }) };
      const asked = {
        missing: () => missing(question),
        words: () => wordsFor(question, newHops(question)),
        keep: (keys: readonly string[]) => confirmed.add(keys).catch(reportUnsaved),
        refusal: (why: 'no' | 'tooMany') =>
          new AppError(why === 'no' ? 'place.notAllowed' : 'place.tooMany', { facts }),
      };
      await ask(asked, work);
    },
  };
}

function reportUnsaved(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
  log.warn(`A confirmed place could not be kept: ${briefly(error)}`);
}

function wordsFor(
  { why, server, host, ports, way = [], origin }: PlaceQuestion,
  newHops: ReturnType<typeof placesOf<RealHop>>,
): Question {
  const through = newHops.flatMap(({ hop }) => hostLines('ssh', hop.host, [hop.port], hop.origin));
  return {
    message: message('box.place.question', { host: hostName(newHops[0]?.hop.host ?? host) }),
    lines: [
      message('box.purpose', { why }),
      ...(server ? [serverLine(server)] : []),
      ...through,
      ...hostLines('to', host, ports, origin),
      ...(way.length === 0 ? [] : [message('box.place.farEnd')]),
      'gap',
      message('box.place.note'),
    ],
    yes: message('box.place.yes'),
  };
}
