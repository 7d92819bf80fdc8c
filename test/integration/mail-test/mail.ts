import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { plain as asked } from '../probe/run-probe';

export { login, shortLimits } from '../probe/run-probe';

/** What all tests send unless they say otherwise: no encryption, no login. */
export function plain(port: number): MailSettings {
  const { until: _, ...settings } = asked(port);
  return { ...settings, fromName: 'Gluu Meadow' };
}
