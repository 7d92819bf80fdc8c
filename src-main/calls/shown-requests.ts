import type { PendingRequest, PendingView } from '../../src-shared/model/reset';
import type { ServerId } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { BoxLine } from '../guard/confirm';

/** The reset requests of each server that the window was shown last: the box names the one to remove, not the window. */
export interface ShownRequests {
  note(serverId: ServerId, view: Pick<PendingView, 'requests'>): void;
  /** Throws AppError `gluu.snapshotGone` for one that was not shown. */
  linesOf(serverId: ServerId, requestId: string): BoxLine[];
}

export function shownRequests(): ShownRequests {
  const shown = new Map<ServerId, ReadonlyMap<string, PendingRequest>>();
  return {
    note: (serverId, { requests }) =>
      void shown.set(serverId, new Map(requests.map((request) => [request.requestId, request]))),
    linesOf(serverId, requestId) {
      const request = shown.get(serverId)?.get(requestId);
      if (!request) throw new AppError('gluu.snapshotGone');
      const { person, createdAt, expiresAt } = request;
      return [
        message('box.write.one'),
        person.name === undefined
          ? message('box.write.noName')
          : { row: message('box.write.person', { text: person.name }) },
        { row: message('box.write.inum', { text: person.inum }) },
        ...(createdAt ? [message('box.write.made', { moment: { at: createdAt, as: 'moment' } })] : []),
        ...(expiresAt ? [message('box.write.expires', { moment: { at: expiresAt, as: 'moment' } })] : []),
      ];
    },
  };
}
