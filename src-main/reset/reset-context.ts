import type { LinkAnswer } from '../../src-shared/model/reset';
import type { ClearText } from '../guard/clear-text';
import type { MailGuard } from '../guard/mail-guard';
import type { Places } from '../guard/places';
import type { History } from '../history/history-log';
import type { ProbeLimits } from '../probe/probe-run';
import type { Reach } from '../reach/reach';
import type { KnownServers } from '../registry/known-servers';
import type { Settle } from '../write/settle';
import type { RunLog } from './run-log';

/** What the calls about password resets stand on. */
export interface ResetContext {
  servers: KnownServers;
  reach: Reach;
  history: History;
  settle: Pick<Settle, 'open' | 'verify'>;
  runs: RunLog;
  /** Asked before a relay or the page of a link is connected to. */
  places: Pick<Places, 'allow'>;
  /** Asked before a password goes readable, and before a mail goes out. */
  clearText: Pick<ClearText, 'allow'>;
  mails: Pick<MailGuard, 'allow'>;
  /** Opens a reset link by GET, which does not use it up, and says what answered. Throws AppError where nobody did. */
  checkLink(url: string, signal: AbortSignal): Promise<LinkAnswer>;
  /** Shorter ones for tests. */
  limits?: ProbeLimits | undefined;
  now(): Date;
}
