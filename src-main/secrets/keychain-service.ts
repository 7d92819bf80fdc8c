import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';

/**
 * The name under which the app that keeps its files in `folder` keeps its secrets; `usual` is the folder it has unless it
 * is told another. Each folder has a name of its own: an app removes the secrets of servers it does not know.
 */
export function keychainServiceFor(folder: string, usual: string): string {
  if (folder === usual) return 'Gluu Console';
  const mark = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  return `Gluu Console ${mark}`;
}
