import { fieldOf, type KnownField } from '../gluu/pages/pages';
import { type Message, message } from '../texts/message';
import type { EncryptionForm } from './mail-code';
import type { Outcome } from './outcome';
import { outcomeOf } from './runs';
import { factsOf, type VerdictInput, type VerdictSettings } from './verdict-input';
import type { VerdictRule } from './verdict-rule';

/** A value to put into a field of Organization Configuration. */
interface FieldChange {
  field: KnownField;
  value: true;
}

/** What to do. `changes` does it in one click; empty where no switch of the form helps. */
export interface Remedy {
  text: Message;
  changes: FieldChange[];
  /** What the one click says, e.g. "Switch Requires SSL on"; absent without changes. */
  label?: Message;
  /** Fields the change makes necessary and that are empty now. */
  alsoNeeded: KnownField[];
}

interface Switch {
  key: 'requiresSsl' | 'authentication';
  field: KnownField;
}
type Candidate = readonly Switch[];

const encryption: Switch = { key: 'requiresSsl', field: 'smtpRequiresSsl' };
const login: Switch = { key: 'authentication', field: 'smtpAuthentication' };

/** Changes worth trying, the smallest first. None takes encryption away: that would trade a refusal for a readable password. */
const switches: readonly Candidate[] = [[encryption], [login], [login, encryption]];
const candidates: Record<EncryptionForm, readonly Candidate[]> = {
  startTlsOnly: switches,
  requiresSsl: switches,
  // SMTP Connect Protection is a choice of three, and which one the port expects is not for a click to guess.
  connectProtection: [[login]],
};

/** A change is offered if the outcome climbs. */
const rank: Record<Outcome, number> = {
  sends: 3,
  sendsInClear: 2,
  cannotKnow: 1,
  fails: 0,
  hangs: 0,
  ignoresHost: 0,
};

/** What a login would need and the form does not hold. */
function emptyLoginFields({ userName, password }: VerdictSettings): KnownField[] {
  const needed: { field: KnownField; empty: boolean }[] = [
    { field: 'smtpUserName', empty: userName === null || userName === '' },
    { field: 'smtpPassword', empty: password === 'none' || password === 'unreadable' },
  ];
  return needed.filter(({ empty }) => empty).map(({ field }) => field);
}

const labelOf = (changes: readonly FieldChange[]): Message =>
  message('verdict.remedy.switchOn', {
    fields: { list: changes.map(({ field }) => fieldOf(field).label), as: 'and' },
  });

/** The settings after a change, as if a login it switches on had been filled in. */
function changed(settings: VerdictSettings, candidate: Candidate): VerdictSettings {
  const loginFilledIn = { userName: settings.userName || 'filled in', password: 'readable' } as const;
  const change = Object.fromEntries(candidate.map(({ key }) => [key, true]));
  return { ...settings, ...(candidate.includes(login) ? loginFilledIn : {}), ...change };
}

/** The remedy a rule names, with the switches that bring a better outcome, found by trying them. */
export function remedyOf(input: VerdictInput, rule: VerdictRule, form: EncryptionForm): Remedy | undefined {
  if (rule.remedy === undefined) return undefined;
  const id = typeof rule.remedy === 'string' ? rule.remedy : rule.remedy[form];
  const text: Message = { id, params: factsOf(input) };
  const tried = candidates[form]
    // What is on already is not switched on: only the smaller change is left of such a one.
    .filter((candidate) => candidate.every(({ key }) => input.settings[key] !== true))
    .map((candidate) => ({
      candidate,
      reached: rank[outcomeOf({ ...input, settings: changed(input.settings, candidate) })],
    }));
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (one, other) => (one && one.reached >= other.reached ? one : other),
    undefined,
  );
  if (!best || best.reached <= rank[rule.outcome]) return { text, changes: [], alsoNeeded: [] };
  const changes = best.candidate.map(({ field }): FieldChange => ({ field, value: true }));
  return {
    text,
    changes,
    label: labelOf(changes),
    alsoNeeded: best.candidate.includes(login) ? emptyLoginFields(input.settings) : [],
  };
}
