import { routeText } from '../../src-shared/model/route';
import { environmentLabels, isProduction, type ServerDraft, type ServerProfile } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { hostLines, labelled, throughLines } from '../guard/box-lines';
import { nameText } from '../guard/box-text';
import type { BoxLine, Question } from '../guard/confirm';

/** A guard that a profile would take away from a host. */
export interface Weakening extends Question {
  /** In a list of several. */
  short: Message;
}

/** The profile that is to be saved, and what stands in the list. */
export interface Intended {
  next: ServerDraft;
  /** The profile that becomes it. */
  before: ServerProfile | undefined;
  /** Whether that one is on the same host. */
  stays: boolean;
  /** The other profiles of the host it will be on. */
  beside: readonly ServerProfile[];
}

const isReadOnly = ({ readOnly }: ServerDraft): boolean => readOnly;
const whereOf = ({ name, environment }: ServerDraft): Message => labelled(name, environmentLabels[environment]);
const place = ({ host, port }: ServerDraft, is: Parameters<typeof hostLines>[0] = 'host'): BoxLine[] =>
  hostLines(is, host, [port]);

/** The profile whose guard would go: the one that changes, or, where it comes to another's host, that one. */
const loser = ({ before, stays, beside }: Intended, has: (profile: ServerProfile) => boolean) =>
  [before, ...(stays ? [] : beside)].find((profile) => profile !== undefined && has(profile));
const besideOf = (guarded: ServerProfile, { before }: Intended): BoxLine[] =>
  guarded === before
    ? []
    : [
        message('box.weaken.beside', { where: whereOf(guarded) }),
        ...place(guarded, 'its'),
        ...throughLines(routeText(guarded.route)),
      ];

const rules: readonly ((intended: Intended) => Weakening | undefined)[] = [
  (intended) => {
    const { next } = intended;
    const guarded = isProduction(next) ? undefined : loser(intended, isProduction);
    if (!guarded) return undefined;
    const environment = environmentLabels[next.environment];
    const lines = [...besideOf(guarded, intended), message('box.weaken.unnamed'), ...place(next)];
    const name = nameText(next.name);
    return guarded === intended.before
      ? {
          short: message('box.weaken.environment.short'),
          message: message('box.weaken.environment', { name: nameText(guarded.name), environment }),
          lines,
          yes: message('box.weaken.environment.yes'),
        }
      : {
          short: message('box.weaken.another.short', { environment }),
          message: message('box.weaken.another', { name, environment, guarded: nameText(guarded.name) }),
          lines,
          yes: message('box.weaken.another.yes', { environment }),
        };
  },
  (intended) => {
    const { next } = intended;
    const guarded = next.readOnly ? undefined : loser(intended, isReadOnly);
    return (
      guarded && {
        short: message('box.weaken.writing.short'),
        message: message('box.writing.question', { where: whereOf(next) }),
        lines: [...besideOf(guarded, intended), ...place(next), message('box.writing.each')],
        yes: message('box.writing.yes'),
      }
    );
  },
  ({ next, before, stays }) =>
    before && !stays && (isProduction(before) || isReadOnly(before))
      ? {
          short: message('box.weaken.host.short'),
          message: message('box.weaken.host', { where: whereOf(before) }),
          lines: [...place(before, 'from'), ...place(next, 'next'), message('box.weaken.host.note')],
          yes: message('box.weaken.host.yes'),
        }
      : undefined,
];

/** What a profile would take away from the guards of its host, and of the host it leaves; nothing for most. */
export const weakeningsOf = (intended: Intended): Weakening[] =>
  rules.map((rule) => rule(intended)).filter((found) => found !== undefined);
