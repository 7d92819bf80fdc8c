import { asText, fenced, table } from '../base/markdown';
import type { TranscriptLine } from '../model/mail-server';
import type { TestRecord } from '../model/test-history';
import { stepMessage } from '../model/work';
import { asMessage, mapFacts, message, type Words } from '../texts/message';
import type { Texts } from '../texts/texts';
import { shownSettings } from './compare-runs';
import { type KnownNames, type NameHider, nameHider, namesSaid } from './hide-names';

/** What Gluu itself will do, as the verdict says it: for its Test Configuration button, or for the mail of a password reset. */
interface ReportedVerdict {
  id: string;
  occasion: 'test' | 'reset';
  outcome: Words;
  sentence?: Words;
  remedy?: Words;
  source?: string;
}

/** A test as it is kept, with what only the window that ran it still has. */
export interface ReportedTest extends TestRecord {
  /** Masked already: passwords and login blobs are not in it. */
  transcript?: readonly TranscriptLine[];
  /** The sentences of the failure or of the diagnosis. */
  explanation?: readonly Words[];
  verdicts?: readonly ReportedVerdict[];
  /** E.g. `3.1.2`, or `3.1.6 to 3.1.9`. */
  gluuVersion?: Words;
}

export interface MailReport {
  markdown: string;
  json: string;
}

/** In whose words a report is made, and whether names are hidden in it. */
interface Wanted {
  texts: Texts;
  hideHosts: boolean;
}

/**
 * A test as a ticket takes it: as Markdown in the reader's language, and as JSON with codes, facts and the ids of sentences. Only
 * what is named here goes in, so no field of a later form of the record slips through. With `hideHosts`, host names, IP addresses,
 * mail addresses and user names are placeholders (`host-1`, `user-1@domain-1`) wherever they stand, the same in both forms.
 */
export function mailReport(test: ReportedTest, { texts, hideHosts }: Wanted): MailReport {
  const facts = factsOf(test, hideHosts);
  return { markdown: markdownOf(facts, texts), json: `${JSON.stringify(facts, null, 2)}\n` };
}

/** Every text in the facts of a sentence; its own words name nobody. */
function textsIn(words: Words): string[] {
  const all: string[] = [];
  mapFacts(words, (text) => {
    all.push(text);
    return text;
  });
  return all;
}

function knownNames({ settings, stages, transcript = [] }: ReportedTest): KnownNames {
  const said = [...stages, ...transcript].flatMap(({ text = '' }) => textsIn(text));
  return {
    hosts: [settings.host, ...namesSaid(said)],
    users: [settings.from, settings.recipient, settings.userName],
  };
}

const nothingHidden: NameHider = { hide: (text) => text, hideInOwn: (text) => text };

function factsOf(test: ReportedTest, hideHosts: boolean) {
  const { hide, hideInOwn } = hideHosts ? nameHider(knownNames(test)) : nothingHidden;
  const { outcome, settings } = test;
  const optional = (text: string | undefined) => (text === undefined ? null : hide(text));
  const own = (words: Words | undefined) => (words === undefined ? null : mapFacts(words, hideInOwn));
  return {
    report: 'gluu-console/mail-test',
    reportVersion: 2,
    namesHidden: hideHosts,
    when: test.when,
    gluuVersion: own(test.gluuVersion),
    stopPoint: test.stopPoint,
    totalMs: test.totalMs,
    settings: {
      host: hide(settings.host),
      port: settings.port,
      encryption: settings.encryption,
      requiresSsl: settings.requiresSsl,
      requiresAuthentication: settings.requiresAuthentication,
      userName: hide(settings.userName),
      from: hide(settings.from),
      recipient: hide(settings.recipient),
    },
    stages: test.stages.map(({ name, state, text, ms }) => ({
      name,
      state,
      text: text === undefined ? null : mapFacts(text, hide),
      ms: ms ?? null,
    })),
    outcome:
      outcome.kind === 'ok'
        ? { kind: outcome.kind, said: optional(outcome.reply) }
        : {
            kind: outcome.kind,
            code: outcome.code ?? null,
            stage: outcome.stage ?? null,
            said: optional(outcome.detail),
            diagnosis: outcome.diagnosis ?? null,
          },
    explanation: (test.explanation ?? []).map((words) => mapFacts(words, hideInOwn)),
    verdictRules: [...test.verdictRules],
    verdicts: (test.verdicts ?? []).map((verdict) => ({
      id: verdict.id,
      occasion: verdict.occasion,
      outcome: verdict.outcome,
      sentence: own(verdict.sentence),
      remedy: own(verdict.remedy),
      source: verdict.source ?? null,
    })),
    transcript: (test.transcript ?? []).map(({ at, side, encrypted, text }) => ({
      at,
      side,
      encrypted,
      text: mapFacts(text, hide),
    })),
  };
}
type Facts = ReturnType<typeof factsOf>;

const sides: Record<TranscriptLine['side'], string> = { client: 'C:', server: 'S:', note: '--' };

function markdownOf(facts: Facts, texts: Texts): string {
  const { say, words } = texts;
  const { settings, stages, verdicts, verdictRules, transcript, gluuVersion: version } = facts;
  const inMs = (ms: number | null) => (ms === null ? '' : say('step.took', { ms: Math.round(ms) }));
  const stop = message(`mail.stop.${facts.stopPoint}`);
  const about = [
    message('report.when', { when: facts.when, stop, ms: Math.round(facts.totalMs) }),
    ...(facts.namesHidden ? [message('report.namesHidden')] : []),
  ];
  const sections = [
    `# ${say('report.title')}`,
    asText(say(about)),
    `## ${say('report.outcome')}`,
    ...outcomeOf(facts, texts).map(asText),
    `## ${say('report.settings')}`,
    table(
      [say('report.setting'), say('report.value')],
      shownSettings(settings).map(({ label, value }) => [say(label), say(value)]),
    ),
    `## ${say('report.stages')}`,
    table(
      [say('report.stage'), say('report.result'), say('report.time'), say('report.found')],
      stages.map(({ name, state, ms, text }) => [
        say(stepMessage(name)),
        say(`step.state.${state}`),
        inMs(ms),
        text === null ? '' : words(text),
      ]),
    ),
  ];
  if (verdicts.length > 0 || verdictRules.length > 0) {
    sections.push(
      `## ${asText(version === null ? say('report.predictionNoVersion') : say('report.prediction', { version }))}`,
      verdicts.length > 0
        ? table(
            [say('report.rule'), say('report.verdict'), say('report.remedy'), say('report.source')],
            verdicts.map(({ id, occasion, outcome, sentence, remedy, source }) => [
              id,
              say([message(`report.occasion.${occasion}`, { outcome }), ...(sentence ? [asMessage(sentence)] : [])]),
              words(remedy ?? ''),
              source ?? '',
            ]),
          )
        : asText(say('report.rules', { rules: { list: verdictRules, as: 'plain' } })),
    );
  }
  if (transcript.length > 0) {
    sections.push(
      `## ${say('report.transcript')}`,
      say('report.transcriptSides'),
      fenced(
        transcript.map(
          ({ at, side, encrypted, text }) =>
            `${String(Math.round(at)).padStart(6)} ms ${(encrypted ? 'TLS' : say('report.unencrypted')).padEnd(5)} ${sides[side]} ${words(text)}`,
        ),
      ),
    );
  }
  return `${sections.join('\n\n')}\n`;
}

function outcomeOf({ outcome, explanation }: Facts, { say, words }: Texts): string[] {
  const rest = [
    ...explanation.map(words),
    ...(outcome.said === null ? [] : [say('report.said', { words: outcome.said })]),
  ];
  if (outcome.kind === 'ok') return [say('report.succeeded'), ...rest];
  const { stage, code, diagnosis } = outcome;
  const codes = [code, diagnosis].filter((one) => one !== null);
  const shape = codes.length > 0 ? (stage === null ? 'withCodes' : 'atWithCodes') : stage === null ? 'bare' : 'at';
  return [
    say('report.failedHow', { shape, stage: stepMessage(stage ?? ''), codes: { list: codes, as: 'plain' } }),
    ...rest,
  ];
}
