import type { Notice } from '../../src-shared/model/app';
import { say } from './english';

/** A notice as the user reads it. */
export interface NoticeRead extends Pick<Notice, 'id' | 'tone'> {
  title: string;
  text: string;
}

/** What the user reads of a notice; undefined where there is none. */
export function noticeRead(notice: Notice): NoticeRead;
export function noticeRead(notice: Notice | undefined): NoticeRead | undefined;
export function noticeRead(notice: Notice | undefined): NoticeRead | undefined {
  return notice && { ...notice, title: say(notice.title), text: notice.text.map((one) => say(one)).join(' ') };
}
