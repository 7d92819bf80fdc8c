import { AppError } from '../../../src-main/base/app-error';
import type { MailLimits, MailSettings } from '../../../src-main/mail-test/mail-settings';
import { mailTestRun } from '../../../src-main/mail-test/send-test-mail';
import { createWork } from '../../../src-main/work/work';
import type { Failure } from '../../../src-shared/model/failure';
import type { MailDelivery } from '../../../src-shared/model/smtp-test';
import type { Step } from '../../../src-shared/model/work';

/** Short enough for a test to wait for, long enough for a busy machine. */
export const shortLimits: MailLimits = { totalMs: 20_000, connectMs: 10_000, silenceMs: 1000 };

export const login = { userName: 'ada@example.org', password: 'correct horse 7' };

/** What all tests send unless they say otherwise: no encryption, no login. */
export const plain = (port: number): MailSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  fromName: 'Gluu Meadow',
  from: 'gluu@example.org',
  to: 'grace@example.org',
  clearTextConsent: false,
});

export interface Ran {
  delivery?: MailDelivery;
  failure?: Failure;
  steps: Step[];
  transcript: { side: string; encrypted: boolean; text: string }[];
  /** Everything that would reach the window. */
  shown: string;
  ms: number;
}

interface Watching {
  limits?: MailLimits;
  /** Cancels when it resolves. */
  cancelWhen?: Promise<void>;
}

/** Runs one mail test as the call does, and gives what the window would get. Rejects for what would be a bug. */
export async function runMailTest(
  settings: MailSettings,
  { limits = shortLimits, cancelWhen }: Watching = {},
): Promise<Ran> {
  const cancel = new AbortController();
  void cancelWhen?.then(() => cancel.abort());
  let steps: Step[] = [];
  const work = createWork(cancel.signal, (now) => {
    steps = now;
  });
  const run = mailTestRun(settings, limits);
  const began = performance.now();
  const outcome = await run.send(work).then(
    (delivery) => ({ delivery }),
    (error: unknown) => {
      if (error instanceof AppError) return { failure: { code: error.code, ...error.about } };
      throw error;
    },
  );
  const transcript = run.transcript.lines;
  const ms = performance.now() - began;
  return { ...outcome, steps, transcript, ms, shown: JSON.stringify({ ...outcome, steps, transcript }) };
}

/** The stage that ended the test, and how. */
export const failedStep = (ran: Ran): string | undefined => ran.steps.find(({ state }) => state === 'failed')?.name;
