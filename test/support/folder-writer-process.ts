// A second process that wants a folder: takes it when told to, and says what came of it.

import { AppError } from '../../src-main/base/app-error';
import { type FolderLock, takeFolder, writerOf } from '../../src-main/files/folder-lock';

export type FolderRequest =
  | { ask: 'take'; folder: string; at?: number; limitMs?: number }
  | { ask: 'release' }
  | { ask: 'writer'; folder: string };

let lock: FolderLock | undefined;

async function answer(request: FolderRequest): Promise<unknown> {
  if (request.ask === 'release') return lock?.release().then(() => 'released');
  if (request.ask === 'writer') return writerOf(request.folder);
  const { folder, at = 0, limitMs } = request;
  while (Date.now() < at); // all of them at the same moment, as nearly as processes can
  lock = await takeFolder({
    folder,
    kind: 'commandLine',
    onShow: () => process.send?.('show'),
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  return 'taken';
}

process.on('message', (request: FolderRequest) => {
  answer(request)
    .catch((error: unknown) => (error instanceof AppError ? error.toFailure() : String(error)))
    .then((said) => process.send?.({ said }));
});
