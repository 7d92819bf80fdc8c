import type { TestStop } from '../../src-shared/model/mail-server';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import { probe } from '../probe/probe';
import type { ProbeLimits } from '../probe/probe-run';
import type { Work } from '../work/work';
import { enquiry, type MailSettings, mailRequest, refuseClearText } from './mail-settings';

/**
 * Tests a mail server as far as `until`: stage by stage, and for `send`, if nothing stood in the way, up to its answer to oxTrust's
 * message. What a server does is part of the outcome; throws AppError `work.cancelled`, and `smtp.clearText` before anything is sent.
 */
export async function testMailServer(
  settings: MailSettings,
  until: TestStop,
  work: Work,
  limits?: ProbeLimits,
): Promise<MailTestOutcome> {
  if (until !== 'connect') refuseClearText(settings);
  const mail = until === 'send' ? await mailRequest(settings) : undefined;
  const request = mail?.request ?? enquiry(settings, until);
  const result = await probe({ ...request, tlsVersions: true }, work, limits);
  const delivery = mail?.deliveryIn(result.seen);
  return { until, ...result, ...(delivery ? { delivery } : {}), vantage: 'here' };
}
