import { routeText } from '../../src-shared/model/route';
import { environmentLabels, isProduction, type ServerDraft, type ServerProfile } from '../../src-shared/model/server';
import { hostLines, nameText, throughLines } from '../guard/box-text';

/** A guard that a profile would take away from a host. */
export interface Weakening {
  /** In a list of several. */
  short: string;
  message: string;
  lines: readonly string[];
  /** On the button that agrees. */
  yes: string;
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
const labelled = ({ name, environment }: ServerDraft): string =>
  `${nameText(name)} (${environmentLabels[environment]})`;
const place = ({ host, port }: ServerDraft, label = 'Host'): string[] => hostLines(label, host, [port]);

/** The profile whose guard would go: the one that changes, or, where it comes to another's host, that one. */
const loser = ({ before, stays, beside }: Intended, has: (profile: ServerProfile) => boolean) =>
  [before, ...(stays ? [] : beside)].find((profile) => profile !== undefined && has(profile));
const besideOf = (guarded: ServerProfile, { before }: Intended): string[] =>
  guarded === before
    ? []
    : [
        `${labelled(guarded)} is on the same host.`,
        ...place(guarded, 'Its host'),
        ...throughLines(routeText(guarded.route)),
      ];

const rules: readonly ((intended: Intended) => Weakening | undefined)[] = [
  (intended) => {
    const { next } = intended;
    const guarded = isProduction(next) ? undefined : loser(intended, isProduction);
    if (!guarded) return undefined;
    const environment = environmentLabels[next.environment];
    const lines = [
      ...besideOf(guarded, intended),
      'It is then written to without its name being typed.',
      ...place(next),
    ];
    return guarded === intended.before
      ? {
          short: 'No longer Production',
          message: `Change ${nameText(guarded.name)} from Production to ${environment}?`,
          lines,
          yes: 'Change the environment',
        }
      : {
          short: `${environment}, on the host of a Production server`,
          message: `Save ${nameText(next.name)} as ${environment} on the host of ${nameText(guarded.name)}?`,
          lines,
          yes: `Save it as ${environment}`,
        };
  },
  (intended) => {
    const { next } = intended;
    const guarded = next.readOnly ? undefined : loser(intended, isReadOnly);
    return (
      guarded && {
        short: 'Can be written to, and was read-only',
        message: `Allow writing to ${labelled(next)}?`,
        lines: [...besideOf(guarded, intended), ...place(next), 'Writes are still confirmed one by one.'],
        yes: 'Allow writing',
      }
    );
  },
  ({ next, before, stays }) =>
    before && !stays && (isProduction(before) || isReadOnly(before))
      ? {
          short: 'Leads to another host',
          message: `Point ${labelled(before)} at another host?`,
          lines: [
            ...place(before, 'From host'),
            ...place(next, 'To host'),
            'The old host may be left without a guard.',
          ],
          yes: 'Change the host',
        }
      : undefined,
];

/** What a profile would take away from the guards of its host, and of the host it leaves; nothing for most. */
export const weakeningsOf = (intended: Intended): Weakening[] =>
  rules.map((rule) => rule(intended)).filter((found) => found !== undefined);
