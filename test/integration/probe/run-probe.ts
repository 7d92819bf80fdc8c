import { probe } from '../../../src-main/probe/probe';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import type { ProbeLimits } from '../../../src-main/probe/probe-run';
import { createWork } from '../../../src-main/work/work';
import { type Finding, findingsOf } from '../../../src-shared/diagnosis/classify';
import { replyText } from '../../../src-shared/diagnosis/smtp-reply';
import type { ProbeResult } from '../../../src-shared/model/probe';
import type { Step } from '../../../src-shared/model/work';
import { type InEnglish, inEnglish } from '../../support/english';

/** Short enough for a test to wait for, long enough for a busy machine. */
export const shortLimits: ProbeLimits = {
  totalMs: 20_000,
  connectMs: 3000,
  greetingMs: 1000,
  commandMs: 1500,
  textMs: 1500,
  trialMs: 1000,
};

export const login = { userName: 'ada@example.org', password: 'correct horse 7' };
/** What a probe logs in with, even unencrypted. */
export const withLogin = { login, clearTextConsent: true };

/** What all probes ask unless they say otherwise: no encryption, no login, up to the recipient. */
export const plain = (port: number): ProbeRequest => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  until: 'recipient',
  from: 'gluu@example.org',
  to: 'grace@example.org',
  clearTextConsent: false,
});

/** The same with a mail behind it. */
export const sending = (port: number): ProbeRequest => ({ ...plain(port), until: 'send', text: aMail });

/** Begins with a header, and its text with a dot. */
export const aMail = Buffer.from('From: gluu@example.org\r\nSubject: A mail\r\n\r\n.hidden, .shown\r\n');

export interface Probed extends ProbeResult {
  steps: InEnglish<Step[]>;
  findings: InEnglish<Finding>[];
  /** Ids of what went wrong, the worst first. */
  failures: string[];
  warnings: string[];
  /** The server's answer to the mail, where it accepted it. */
  accepted?: string;
  /** The stage that ended it. */
  failedStep?: string;
  ms: number;
  /** Everything that would reach the window. */
  shown: string;
}

interface Watching {
  limits?: Partial<ProbeLimits>;
  /** Cancels when it resolves. */
  cancelWhen?: Promise<void>;
}

/** Runs one probe, and what the table makes of it after it crossed the wire as JSON. */
export async function runProbe(request: ProbeRequest, { limits, cancelWhen }: Watching = {}): Promise<Probed> {
  const cancel = new AbortController();
  void cancelWhen?.then(() => cancel.abort());
  let steps: Step[] = [];
  const work = createWork(cancel.signal, (now) => {
    steps = now;
  });
  const began = performance.now();
  const result = await probe(request, work, { ...shortLimits, ...limits });
  const crossed = JSON.parse(JSON.stringify(result)) as ProbeResult;
  const found = findingsOf(crossed.seen);
  const findings = inEnglish(found);
  const ids = (severity: Finding['severity']) =>
    findings.filter((one) => one.severity === severity).map(({ id }) => id);
  const answer = crossed.seen.stages.find(({ step }) => step === 'Data')?.reply;
  const failed = steps.find(({ state }) => state === 'failed');
  return {
    ...(answer ? { accepted: replyText(answer) } : {}),
    ...(failed ? { failedStep: failed.name } : {}),
    ms: performance.now() - began,
    ...crossed,
    steps: inEnglish(steps),
    findings,
    failures: ids('failure'),
    warnings: ids('warning'),
    shown: JSON.stringify({ crossed, steps, found, findings }),
  };
}
