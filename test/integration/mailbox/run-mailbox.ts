import { AppError } from '../../../src-main/base/app-error';
import type { MailboxLimits } from '../../../src-main/mailbox/mailbox-session';
import { createWork, type Work } from '../../../src-main/work/work';
import type { Failure } from '../../../src-shared/model/failure';
import type { MailboxAccount } from '../../../src-shared/model/mailbox';
import { TOKEN_HEADER } from '../../../src-shared/model/mailbox';
import type { Step } from '../../../src-shared/model/work';
import { type InEnglish, inEnglish } from '../../support/english';

/** Short enough for a test to wait for, long enough for a busy machine. */
export const shortLimits: MailboxLimits = {
  connectMs: 5000,
  loginMs: 6000,
  lookMs: 6000,
  silenceMs: 5000,
  pollMs: 1000,
};

export interface Ran<T> {
  value?: T;
  failure?: Failure;
  steps: InEnglish<Step[]>;
  /** Everything that would reach the window. */
  shown: string;
  ms: number;
}

/** Runs a piece of work on a mailbox as a call does, and gives what the window would get. Rejects for what would be a bug. */
export async function run<T>(work: (work: Work) => Promise<T>, cancelWhen?: Promise<void>): Promise<Ran<T>> {
  const cancel = new AbortController();
  void cancelWhen?.then(() => cancel.abort());
  let steps: Step[] = [];
  const began = performance.now();
  const outcome = await work(
    createWork(cancel.signal, (now) => {
      steps = now;
    }),
  ).then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof AppError) return { failure: { code: error.code, ...error.about } };
      throw error;
    },
  );
  return {
    ...outcome,
    steps: inEnglish(steps),
    shown: JSON.stringify({ ...outcome, steps }),
    ms: performance.now() - began,
  };
}

export const failedStep = ({ steps }: Ran<unknown>): string | undefined =>
  steps.find(({ state }) => state === 'failed')?.name;

/** Unencrypted: how most tests talk to a scripted server. */
export const plain = (port: number, more: Partial<MailboxAccount> = {}): MailboxAccount => ({
  host: '127.0.0.1',
  port,
  mode: 'none',
  user: 'grace@example.net',
  ...more,
});

/** A message as a mailbox server keeps it. */
export const letter = (token: string, more: string[] = []): string =>
  [
    'Received: from relay.example.org (relay.example.org [192.0.2.7]) by mx.example.net with ESMTPS id 4711;',
    ' Mon, 23 Nov 2026 13:00:05 +0000',
    'Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=gluu@example.org; dkim=none; dmarc=none',
    'From: Gluu Meadow <gluu@example.org>',
    'To: grace@example.net',
    'Subject: Password reset (test)',
    `${TOKEN_HEADER}: ${token}`,
    ...more,
    '',
    'Inert.',
    '',
  ].join('\n');
