import { momentText } from '../../src-shared/base/moment';
import type { PendingRequest, PendingView } from '../../src-shared/model/reset';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { textLine } from '../guard/box-text';

/** The reset requests of each server that the window was shown last: the box names the one to remove, not the window. */
export interface ShownRequests {
  note(serverId: ServerId, view: Pick<PendingView, 'requests'>): void;
  /** Throws AppError `gluu.snapshotGone` for one that was not shown. */
  linesOf(serverId: ServerId, requestId: string): string[];
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
        'One request',
        textLine('Person', person.name ?? 'no name'),
        textLine('inum', person.inum),
        ...(createdAt ? [`Made: ${momentText(createdAt)}`] : []),
        ...(expiresAt ? [`Expires: ${momentText(expiresAt)}`] : []),
      ];
    },
  };
}
