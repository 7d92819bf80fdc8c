/** A mail test as a text to copy, and two tests side by side. Names of stages stand as they are. */
export const report = {
  'report.title': 'SMTP test',
  // {when} is an ISO 8601 time, {stop} how far the test was to go.
  'report.when': '{when}. Stop after: {stop}. Total time: {ms, number} ms.',
  'report.namesHidden': 'Names of hosts and people are replaced by placeholders.',
  'report.outcome': 'Outcome',
  'report.succeeded': 'Succeeded.',
  'report.failed': 'Failed',
  // {codes}: codes of the failure, e.g. S44.
  'report.failedHow':
    '{shape, select, atWithCodes {Failed at {stage} ({codes}).} at {Failed at {stage}.} withCodes {Failed ({codes}).} other {Failed.}}',
  'report.said': 'Details: {words}',
  'report.settings': 'Settings tested',
  'report.setting': 'Setting',
  'report.value': 'Value',
  'report.recipient': 'Recipient',
  'report.stages': 'Stages',
  'report.stage': 'Stage',
  'report.result': 'Result',
  'report.time': 'Time',
  'report.found': 'Found',
  'report.prediction': 'What Gluu {version} does with these settings',
  'report.predictionNoVersion': 'What Gluu does with these settings',
  'report.rule': 'Rule',
  'report.remedy': 'Remedy',
  'report.source': 'Source',
  'report.rules': 'Rules: {rules}',
  // Beside “TLS” in front of a line of a transcript, five letters at most.
  'report.unencrypted': 'clear',
  'report.occasion.test': 'Test button: {outcome}.',
  'report.occasion.reset': 'Reset mail: {outcome}.',
  'report.transcript': 'Transcript',
  'report.transcriptSides': 'C: this console, S: the mail server. Passwords are left out.',

  // Two tests side by side.
  'report.diagnosis': 'Diagnosis',
  'report.verdict': 'Prediction',
  'report.stageAgain': '{stage} ({n, number})',
  'report.stageFound': '{state}: {text}',
  'report.outcome.ok': 'ok',
  'report.outcome.okSaid': 'ok: {reply}',
  // {what}: the title of a finding, or a sentence. {said}: the other side's own words.
  'report.outcome.failedAt': '{stage}: {what}',
  'report.outcome.failedSaid': '{what} – {said}',
  'report.outcome.failedAtSaid': '{stage}: {what} – {said}',
} as const;
