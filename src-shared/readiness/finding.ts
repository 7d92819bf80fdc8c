import { fieldOf, type KnownField } from '../gluu/pages/pages';
import type { LinkState, ReadinessAction, ReadinessLink, ReadinessRemedy } from '../model/readiness';
import type { Message } from '../texts/message';

/** What was found about one link, before it is put into the chain. */
export type Finding = Omit<ReadinessLink, 'id'> & {
  /** The reason as a short sentence that stands by itself, for the list on top. Absent where the link is green. */
  because?: Message;
  /** Nothing is known against it: a test was not made yet. */
  isUntested?: boolean;
};
type Trouble = Omit<Finding, 'state' | 'because'> & { because: Message };
type Maker = (found: Trouble) => Finding;

const trouble =
  (state: Exclude<LinkState, 'green'>): Maker =>
  (found) => ({ ...found, state });
/** A link that holds, by `source`. */
export const green = (reason: readonly Message[], source: string): Finding => ({ state: 'green', reason, source });
export const amber = trouble('amber');
export const red = trouble('red');
export const notKnown = trouble('notKnown');

/** A click that opens Organization Configuration at a field, with values put into the form. */
export const toField = (label: Message, field: KnownField, set?: SetOfField): ReadinessRemedy => ({
  label,
  target: { kind: 'field', tab: fieldOf(field).tab, field, ...(set ? { set } : {}) },
});
type SetOfField = Extract<ReadinessRemedy['target'], { kind: 'field' }>['set'];

/** A click that begins an action. */
export const toAction = (label: Message, action: ReadinessAction): ReadinessRemedy => ({
  label,
  target: { kind: 'action', action },
});

/** Has the whole chain judged again. */
export const checkAgain = toAction({ id: 'readiness.do.checkAgain' }, 'checkAgain');
