import { sentencesOf } from '../../src-shared/messages/failure-texts';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import type { LeftBehind } from '../../src-shared/model/transfer';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { type KnownServers, secretTargetOf } from '../registry/known-servers';
import { isSameTarget, type SecretKind, type ServerSecrets, secretKinds } from '../secrets/server-secrets';
import { type CarriedSecret, seal } from './sealed-secrets';
import { TRANSFER_FORMAT, TRANSFER_VERSION, type TransferHeader, writeTransferFile } from './transfer-file';

export interface PreparedExport {
  text: string;
  servers: number;
  secrets: number;
  leftBehind: LeftBehind[];
}

interface ExportOptions {
  servers: Pick<KnownServers, 'get' | 'isDemo' | 'secretTarget'>;
  secrets: Pick<ServerSecrets, 'read'>;
  serverIds: readonly ServerId[];
  /** With it the secrets go along, sealed. */
  passphrase?: string;
  appVersion: string;
  now: Date;
}

/**
 * Makes the text of an export. A secret that cannot be read stays behind and is reported; nothing else is lost for it. A
 * server of the demo fleet is gone with the app, so it is refused. Throws AppError `server.unknown`, `input.invalid`.
 */
export async function exportProfiles(options: ExportOptions): Promise<PreparedExport> {
  const { servers, secrets, serverIds, passphrase, appVersion, now } = options;
  const profiles = [...new Set(serverIds)].map((id) => {
    if (servers.isDemo(id)) throw new AppError('input.invalid', { reason: message('failure.reason.demoServer') });
    return servers.get(id);
  });
  const header: TransferHeader = {
    format: TRANSFER_FORMAT,
    schemaVersion: TRANSFER_VERSION,
    exportedAt: now.toISOString(),
    appVersion,
  };
  const plain = { servers: profiles.length, secrets: 0, leftBehind: [] };
  if (passphrase === undefined) return { ...plain, text: writeTransferFile({ header, profiles }) };
  const { carried, leftBehind } = await collectSecrets(servers, secrets, profiles);
  const sealed = await seal(carried, passphrase, header);
  const text = writeTransferFile({ header, profiles, sealed });
  return { servers: profiles.length, secrets: carried.length, leftBehind, text };
}

async function collectSecrets(
  servers: Pick<KnownServers, 'secretTarget'>,
  secrets: Pick<ServerSecrets, 'read'>,
  profiles: readonly ServerProfile[],
) {
  const carried: CarriedSecret[] = [];
  const leftBehind: LeftBehind[] = [];
  for (const profile of profiles) {
    for (const kind of secretKinds) {
      const target = secretTargetOf(profile, kind);
      if (!target) continue;
      try {
        const boundTo = (await servers.secretTarget(profile, kind)) ?? target;
        // By the very place that is written beside it: profile and configuration may change meanwhile.
        const value = await secrets.read(profile.id, kind, boundTo);
        hideFromLog(value);
        const real = isSameTarget(boundTo, target) ? {} : { boundTo };
        carried.push({ serverId: profile.id, kind, target, ...real, value });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.code !== 'secret.missing' || isNeeded(profile, kind))
          leftBehind.push({ server: profile.name, secret: kind, why: sentencesOf(error.toFailure()).what });
      }
    }
  }
  return { carried, leftBehind };
}

/** A server may do without a salt, and a key without a passphrase. */
const isNeeded = ({ route }: ServerProfile, kind: SecretKind): boolean =>
  kind === 'bindPassword' || (kind === 'sshPassword' && route.kind === 'ssh' && route.login === 'password');
