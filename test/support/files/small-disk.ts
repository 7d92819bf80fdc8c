import { spawnSync } from 'node:child_process';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder';

/** Mounts an empty file system of so many bytes, and gives its folder; `release` takes it away again. */
export function mountSmallDisk(bytes: number): { folder: string; release(): void } {
  const folder = makeTemporaryFolder('small-disk');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    removeTemporaryFolder(folder);
    throw new Error(mounted.error?.message ?? mounted.stderr.split('\n')[0]?.replace(`${folder}: `, ''));
  }
  return {
    folder,
    release() {
      const { status, stderr } = spawnSync('umount', [folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr.trim());
      removeTemporaryFolder(folder);
    },
  };
}

/** Why tests with a full disk cannot run here, or an empty text. */
export function whyNoSmallDisk(): string {
  try {
    mountSmallDisk(4096).release();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
