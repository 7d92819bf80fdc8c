import { asText, fenced, table } from '../base/markdown';
import type { TranscriptLine } from '../model/mail-server';
import { testStopLabels } from '../model/smtp-test';
import type { TestRecord } from '../model/test-history';
import type { Step } from '../model/work';
import { shownSettings } from './compare-runs';
import { type KnownNames, type NameHider, nameHider, namesSaid } from './hide-names';

/** What Gluu itself will do, as the verdict says it. */
interface ReportedVerdict {
  id: string;
  sentence: string;
  remedy?: string;
  source?: string;
}

/** A test as it is kept, with what only the window that ran it still has. */
export interface ReportedTest extends Omit<TestRecord, 'stages'> {
  /** In the words of the reader. */
  stages: readonly (Omit<Step, 'text'> & { text?: string })[];
  /** Masked already: passwords and login blobs are not in it. */
  transcript?: readonly TranscriptLine[];
  /** The sentences of the failure or of the diagnosis. */
  explanation?: { what: string; why?: string; todo?: string };
  verdicts?: readonly ReportedVerdict[];
  /** E.g. `3.1.2`, or `3.1.6 to 3.1.9`. */
  gluuVersion?: string;
}

export interface MailReport {
  markdown: string;
  json: string;
}

/**
 * A test as a ticket takes it. Only what is named here goes in, so no field of a later form of the record slips through.
 * With `hideHosts`, host names, IP addresses, mail addresses and user names are placeholders (`host-1`,
 * `user-1@domain-1`) wherever they stand, the same in both forms.
 */
export function mailReport(test: ReportedTest, { hideHosts }: { hideHosts: boolean }): MailReport {
  const facts = factsOf(test, hideHosts);
  return { markdown: markdownOf(facts), json: `${JSON.stringify(facts, null, 2)}\n` };
}

function knownNames({ settings, stages, transcript = [] }: ReportedTest): KnownNames {
  const said = [...stages.map(({ text }) => text ?? ''), ...transcript.map(({ text }) => text)];
  return {
    hosts: [settings.host, ...namesSaid(said)],
    users: [settings.from, settings.recipient, settings.userName],
  };
}

const nothingHidden: NameHider = { hide: (text) => text, hideInOwn: (text) => text };

function factsOf(test: ReportedTest, hideHosts: boolean) {
  const { hide, hideInOwn } = hideHosts ? nameHider(knownNames(test)) : nothingHidden;
  const { outcome, explanation, settings } = test;
  const optional = (text: string | undefined, how = hide) => (text === undefined ? null : how(text));
  return {
    report: 'gluu-console/mail-test',
    reportVersion: 1,
    namesHidden: hideHosts,
    when: test.when,
    gluuVersion: test.gluuVersion ?? null,
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
    stages: test.stages.map(({ name, state, text, ms }) => ({ name, state, text: optional(text), ms: ms ?? null })),
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
    explanation: explanation
      ? {
          what: hideInOwn(explanation.what),
          why: optional(explanation.why, hideInOwn),
          todo: optional(explanation.todo, hideInOwn),
        }
      : null,
    verdictRules: [...test.verdictRules],
    verdicts: (test.verdicts ?? []).map(({ id, sentence, remedy, source }) => ({
      id,
      sentence: hideInOwn(sentence),
      remedy: optional(remedy, hideInOwn),
      source: source ?? null,
    })),
    transcript: (test.transcript ?? []).map(({ at, side, encrypted, text }) => ({
      at,
      side,
      encrypted,
      text: hide(text),
    })),
  };
}
type Facts = ReturnType<typeof factsOf>;

const inMs = (ms: number | null): string => (ms === null ? '' : `${Math.round(ms)} ms`);
const sides: Record<TranscriptLine['side'], string> = { client: 'C:', server: 'S:', note: '--' };

function markdownOf(facts: Facts): string {
  const { settings, stages, verdicts, verdictRules, transcript } = facts;
  const sections = [
    '# SMTP test',
    `${asText(facts.when)}. ${testStopLabels[facts.stopPoint]}. ${inMs(facts.totalMs)} in all.${facts.namesHidden ? ' Names of hosts and people are replaced by placeholders.' : ''}`,
    '## Outcome',
    outcomeOf(facts),
    '## Settings tested',
    table(
      ['Setting', 'Value'],
      shownSettings(settings).map(({ label, value }) => [label, value]),
    ),
    '## Stages, from this workstation',
    table(
      ['Stage', 'Result', 'Time', 'Found'],
      stages.map(({ name, state, ms, text }) => [name, state, inMs(ms), text ?? '']),
    ),
  ];
  if (verdicts.length > 0 || verdictRules.length > 0) {
    sections.push(
      `## As Gluu${facts.gluuVersion === null ? '' : ` ${asText(facts.gluuVersion)}`} will send it`,
      verdicts.length > 0
        ? table(
            ['Rule', 'Verdict', 'Remedy', 'Source'],
            verdicts.map(({ id, sentence, remedy, source }) => [id, sentence, remedy ?? '', source ?? '']),
          )
        : `Rules: ${verdictRules.map(asText).join(', ')}`,
    );
  }
  if (transcript.length > 0) {
    sections.push(
      '## Transcript',
      'C: this console, S: the mail server. Passwords are not in it.',
      fenced(
        transcript.map(
          ({ at, side, encrypted, text }) =>
            `${String(Math.round(at)).padStart(6)} ms ${encrypted ? 'TLS  ' : 'clear'} ${sides[side]} ${text}`,
        ),
      ),
    );
  }
  return `${sections.join('\n\n')}\n`;
}

function outcomeOf({ outcome, explanation }: Facts): string {
  const said = outcome.said === null ? [] : [`Said: ${asText(outcome.said)}`];
  const sentences = explanation
    ? [explanation.what, explanation.why, explanation.todo].flatMap((text) => (text === null ? [] : [asText(text)]))
    : [];
  if (outcome.kind === 'ok') return ['Ended well.', ...sentences, ...said].join('\n\n');
  const where = outcome.stage === null ? '' : ` at ${asText(outcome.stage)}`;
  const names = [outcome.code, outcome.diagnosis].flatMap((name) => (name === null ? [] : [asText(name)])).join(', ');
  return [`Failed${where}${names === '' ? '' : ` (${names})`}.`, ...sentences, ...said].join('\n\n');
}
