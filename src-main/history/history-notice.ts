import type { Notice } from '../../src-shared/model/app';
import type { HistoryEntry } from '../../src-shared/model/history';
import { type Message, message } from '../../src-shared/texts/message';
import type { AppError } from '../base/app-error';
import type { HistoryCheck } from './history-chain';

/** What the user has to know of a history that cannot be used. */
export const unusableNotice = (why: AppError): Notice => ({
  id: 'history',
  tone: 'bad',
  title: message('history.unusable.title'),
  text: [reasonOf(why), message('history.unusable.text')],
});

const reasonOf = ({ about, code }: AppError): Message =>
  about.reason ?? message('history.unusable.why', { why: about.detail ?? code });

/** What the user has to know of a history that was changed outside the app; undefined if its chain holds. */
export const chainNotice = (chain: HistoryCheck): Notice | undefined =>
  chain.ok
    ? undefined
    : {
        id: 'history-chain',
        tone: 'bad',
        title: message('history.tampered.title'),
        text: [chain.why, message('history.tampered.text')],
      };

/** What the user has to know of a history of which nobody knows whether its chain holds. */
export const uncheckedNotice = (why: AppError): Notice => ({
  id: 'history-chain',
  tone: 'warn',
  title: message('history.unchecked.title'),
  text: [reasonOf(why)],
});

/** What the user has to know of a write whose end the history did not take. */
export const unrecordedNotice = ({ id, serverName }: HistoryEntry): Notice => ({
  id: `unrecorded-${id}`,
  tone: 'warn',
  title: message('history.unrecorded.title', { server: serverName }),
  text: [message('history.unrecorded.text')],
});
