import type { ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';

type Target = Pick<ServerProfile, 'readOnly' | 'environment' | 'name'>;

/** Whether the server's name has to be typed before something is written there. */
export const wantsName = ({ environment }: Pick<Target, 'environment'>): boolean => environment === 'production';

/** Throws AppError `server.readOnly` where this console may not write to the server. */
export function requireWritable({ readOnly }: Pick<Target, 'readOnly'>): void {
  if (readOnly) throw new AppError('server.readOnly');
}

/** Throws AppError `gluu.nameNotTyped` where it is not the server's name that was typed. */
export function requireTypedName({ name }: Pick<Target, 'name'>, typedName: string | undefined): void {
  if (typedName !== name) throw new AppError('gluu.nameNotTyped', { facts: { name } });
}

/**
 * What has to hold before anybody is asked about a write. Throws AppError `server.readOnly`, and `gluu.nameNotTyped` where a
 * production server's name was not typed.
 */
export function requireWriting(profile: Target, typedName: string | undefined): void {
  requireWritable(profile);
  if (wantsName(profile)) requireTypedName(profile, typedName);
}
