import type { ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';

/**
 * What has to hold before anybody is asked about a write. Throws AppError `server.readOnly`, and `gluu.nameNotTyped` where a
 * production server's name was not typed.
 */
export function requireWriting({ readOnly, environment, name }: ServerProfile, typedName: string | undefined): void {
  if (readOnly) throw new AppError('server.readOnly');
  if (environment === 'production' && typedName !== name) throw new AppError('gluu.nameNotTyped', { facts: { name } });
}
