import { failureIn } from '../../src-shared/diagnosis/classify';
import { lettersTyped, mailVerdicts } from '../../src-shared/diagnosis/mail-verdict';
import { replyText } from '../../src-shared/diagnosis/smtp-reply';
import type { StageSeen } from '../../src-shared/model/probe';
import type { MailTest, MailTestOutcome } from '../../src-shared/model/smtp-test';
import type { NewTestRecord, TestOutcome } from '../../src-shared/model/test-history';
import type { VersionFacts } from '../../src-shared/model/version';
import type { Step } from '../../src-shared/model/work';
import { verbatim } from '../../src-shared/texts/message';

/** What the test history keeps of one test: what was tested, how it ended, and the verdict's rules; never a password. */
export function testRecord(test: MailTest, version: VersionFacts, outcome: MailTestOutcome): NewTestRecord {
  const { seen } = outcome;
  const form = {
    host: test.host,
    port: test.port,
    fromName: test.fromName,
    fromEmail: test.fromEmail,
    authentication: test.login !== undefined,
    userName: test.login?.userName ?? '',
    requiresSsl: test.requiresSsl,
    trustServer: test.trustServer,
    password: test.login ? ('readable' as const) : ('none' as const),
    passwordTyped: test.login?.password.kind === 'typed',
    passwordLetters: test.login?.password.kind === 'typed' ? lettersTyped(test.login.password.value) : undefined,
  };
  const verdicts = mailVerdicts(version, form, seen, {});
  return {
    when: seen.began,
    settings: {
      host: test.host,
      port: test.port,
      encryption: test.security,
      requiresSsl: test.requiresSsl,
      requiresAuthentication: form.authentication,
      userName: form.userName,
      from: test.fromEmail,
      recipient: test.recipient,
    },
    stopPoint: test.until,
    stages: seen.stages.map(stageStep),
    outcome: howItEnded(outcome),
    verdictRules: [...new Set([verdicts.test, verdicts.reset].map(({ ruleId }) => ruleId))],
    totalMs: outcome.totalMs,
  };
}

const stageStep = ({ step, ms, address, reply, ending }: StageSeen): Step => {
  const text = reply ? replyText(reply) : ending?.kind === 'refused' ? replyText(ending.reply) : address;
  return { name: step, state: ending ? 'failed' : 'done', ms, ...(text ? { text: verbatim(text) } : {}) };
};

function howItEnded({ seen, delivery }: MailTestOutcome): TestOutcome {
  const found = failureIn(seen);
  if (!found) return { kind: 'ok', ...(delivery ? { reply: delivery.reply } : {}) };
  const { id, stage, words, code } = found;
  const detail = words ?? code;
  return { kind: 'failed', diagnosis: id, stage, ...(detail ? { detail } : {}) };
}
