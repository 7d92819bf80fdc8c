import { KeptMessage } from '../base/kept-message';
import * as z from '../base/zod';
import { mapFacts } from '../texts/message';
import { KeptCode } from './kept-code';
import { mailSecurities, testStops } from './mail-server';
import type { Step } from './work';

/** Tests kept of one server. */
export const TESTS_KEPT = 50;

/** Longest texts kept, in UTF-16 units: names as on the wire, and what another machine said (safe-text.ts cuts at 1000). */
const NAME = 320;
const WORDS = 1000;
const MAX_STAGES = 60;
const MAX_RULES = 60;
const MAX_ID = 40;

const text = (max: number) => z.string().max(max);

/** The values a test was made with. A password has no place in it. */
export const TestedSettings = z.strictObject({
  host: text(NAME),
  port: z.int().min(0).max(65535),
  encryption: z.enum(mailSecurities),
  /** The switches of the form, as Gluu would read them. */
  requiresSsl: z.boolean(),
  requiresAuthentication: z.boolean(),
  userName: text(NAME),
  from: text(NAME),
  recipient: text(NAME),
});
export type TestedSettings = z.output<typeof TestedSettings>;

const stepStates = ['waiting', 'running', 'done', 'warned', 'failed', 'skipped'] as const satisfies Step['state'][];

const TestedStage = z.strictObject({
  name: text(NAME),
  state: z.enum(stepStates),
  text: KeptMessage.exactOptional(),
  ms: z.number().min(0).exactOptional(),
}) satisfies z.ZodType<Step>;

export const TestOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ok'), reply: text(WORDS).exactOptional() }),
  z.strictObject({
    kind: z.literal('failed'),
    /** Absent where a probe's diagnosis says it all. */
    code: KeptCode.exactOptional(),
    stage: text(NAME).exactOptional(),
    detail: text(WORDS).exactOptional(),
    /** The entry of the SMTP table that explains it, e.g. `S09`. */
    diagnosis: text(MAX_ID).exactOptional(),
  }),
]);
export type TestOutcome = z.output<typeof TestOutcome>;

/** One mail test or probe as it is kept. Strict: whatever is not named here, such as a password, is refused. */
export const TestRecord = z.strictObject({
  id: z.uuid(),
  /** When it began. */
  when: z.iso.datetime(),
  settings: TestedSettings,
  stopPoint: z.enum(testStops),
  stages: z.array(TestedStage).max(MAX_STAGES),
  outcome: TestOutcome,
  /** Rules of the verdict on what Gluu itself would do, e.g. `V42`. */
  verdictRules: z.array(text(MAX_ID)).max(MAX_RULES),
  totalMs: z.number().min(0),
});
export type TestRecord = z.output<typeof TestRecord>;
export type NewTestRecord = Omit<TestRecord, 'id'>;

/** Cuts a text to `max` UTF-16 units, an ellipsis included, and never through the middle of a character. */
export function shortened(long: string, max: number): string {
  if (long.length <= max) return long;
  const cut = long.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** The record as it may be kept: no text and no list is longer than the file takes. `clean` is applied to what others said. */
export function keepable(record: NewTestRecord, clean: (words: string) => string = (words) => words): NewTestRecord {
  const name = (long: string) => shortened(long, NAME);
  const words = (long: string) => shortened(clean(long), WORDS);
  const { settings, outcome } = record;
  return {
    ...record,
    settings: {
      ...settings,
      host: name(settings.host),
      userName: name(settings.userName),
      from: name(settings.from),
      recipient: name(settings.recipient),
    },
    stages: record.stages.slice(0, MAX_STAGES).map((stage) => ({
      ...stage,
      name: name(stage.name),
      ...(stage.text === undefined ? {} : { text: mapFacts(stage.text, words) }),
    })),
    outcome: keepableOutcome(outcome, name, words),
    verdictRules: record.verdictRules.slice(0, MAX_RULES).map((id) => shortened(id, MAX_ID)),
  };
}

function keepableOutcome(
  outcome: TestOutcome,
  name: (long: string) => string,
  words: (long: string) => string,
): TestOutcome {
  if (outcome.kind === 'ok') return outcome.reply === undefined ? outcome : { ...outcome, reply: words(outcome.reply) };
  const { stage, detail, diagnosis } = outcome;
  return {
    ...outcome,
    ...(stage === undefined ? {} : { stage: name(stage) }),
    ...(detail === undefined ? {} : { detail: words(detail) }),
    ...(diagnosis === undefined ? {} : { diagnosis: shortened(diagnosis, MAX_ID) }),
  };
}
