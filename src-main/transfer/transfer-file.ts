import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { problemOf } from '../../src-shared/base/problem';
import * as z from '../../src-shared/base/zod';
import { ServerProfile } from '../../src-shared/model/server';
import { MAX_TRANSFERRED } from '../../src-shared/model/transfer';
import { type Message, mapFacts, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { asFileFailure } from '../files/atomic-write';
import { SealedSecrets } from './sealed-secrets';

export const TRANSFER_FORMAT = 'gluu-console-profiles';
export const TRANSFER_VERSION = 1;
export const MAX_TRANSFER_BYTES = 8 * 1024 * 1024;
/** The form of today is five deep. */
const MAX_DEPTH = 20;

/** What stands at the top of a file; it is sealed together with the secrets. */
export interface TransferHeader {
  format: typeof TRANSFER_FORMAT;
  schemaVersion: number;
  exportedAt: string;
  appVersion: string;
}
/** What a file does not say of a server is taken the careful way. */
const CarriedProfile = ServerProfile.extend({
  environment: ServerProfile.shape.environment.default('production'),
  readOnly: ServerProfile.shape.readOnly.default(true),
});
const Content = z.object({
  exportedAt: z.iso.datetime(),
  appVersion: z.string().max(50),
  profiles: z.array(CarriedProfile).max(MAX_TRANSFERRED),
  sealed: SealedSecrets.exactOptional(),
});
export interface TransferFile {
  header: TransferHeader;
  profiles: ServerProfile[];
  sealed?: SealedSecrets;
}

/** The text of a file; `parseTransferFile` reads it back to the same. */
export const writeTransferFile = ({ header, profiles, sealed }: TransferFile): string =>
  `${JSON.stringify({ ...header, profiles, ...(sealed ? { sealed } : {}) }, null, 2)}\n`;

/** Reads a file the user chose. Throws AppError `profiles.unreadable` or `profiles.tooLarge`. */
export async function readTransferBytes(file: string): Promise<Buffer> {
  const name = path.basename(file);
  try {
    // Or a FIFO would wait for its other end.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      if (!stats.isFile())
        throw new AppError('profiles.unreadable', {
          facts: { file: name, why: message('transfer.invalid.notRegular') },
        });
      if (stats.size > MAX_TRANSFER_BYTES) throw tooLarge(name);
      const bytes = await handle.readFile();
      if (bytes.length > MAX_TRANSFER_BYTES) throw tooLarge(name); // it grew meanwhile
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const failure = asFileFailure(error, file);
    if (!(failure instanceof AppError) || failure.code !== 'file.unwritable') throw failure;
    throw new AppError('profiles.unreadable', { ...failure.about, facts: { file: name } }, { cause: error });
  }
}

/**
 * Takes a file as anybody may have made it. Throws AppError `profiles.tooLarge`, `profiles.newer` or `profiles.notOurs`,
 * which says why. What this version does not know in it is left out.
 */
export function parseTransferFile(bytes: Uint8Array, file: string): TransferFile {
  if (bytes.length > MAX_TRANSFER_BYTES) throw tooLarge(file);
  const refuse = (why: Message) => new AppError('profiles.notOurs', { facts: { file, why } });
  const { format, schemaVersion, ...rest } = parseObject(bytes, refuse);
  if (format !== TRANSFER_FORMAT) throw refuse(message('transfer.invalid.format', { format: TRANSFER_FORMAT }));
  if (typeof schemaVersion !== 'number' || !Number.isSafeInteger(schemaVersion) || schemaVersion < 1)
    throw refuse(message('transfer.invalid.schemaVersion'));
  if (schemaVersion > TRANSFER_VERSION)
    throw new AppError('profiles.newer', { facts: { file, found: schemaVersion, known: TRANSFER_VERSION } });
  const content = Content.safeParse(rest);
  if (!content.success) {
    const [issue] = content.error.issues;
    const path = safeText(issue?.path.join('.') ?? '');
    throw refuse(
      message('problem.at', {
        path,
        problem: issue ? mapFacts(problemOf(issue), safeText) : message('problem.invalid'),
      }),
    );
  }
  const { exportedAt, appVersion, profiles, sealed } = content.data;
  if (new Set(profiles.map(({ id }) => id)).size < profiles.length) throw refuse(message('transfer.invalid.sameId'));
  const header = { format: TRANSFER_FORMAT, schemaVersion, exportedAt, appVersion } as const;
  return { header, profiles, ...(sealed ? { sealed } : {}) };
}

function parseObject(bytes: Uint8Array, refuse: (why: Message) => AppError): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse(message('transfer.invalid.json'));
    if (error instanceof TypeError) throw refuse(message('transfer.invalid.utf8'));
    if (error instanceof RangeError) throw refuse(message('transfer.invalid.deep'));
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw refuse(message('transfer.invalid.object'));
  const trouble = troubleIn(parsed, 0);
  if (trouble) throw refuse(trouble);
  return { ...parsed };
}

/** No export of ours has such a thing anywhere, so a file that has was made to do harm. */
function troubleIn(value: unknown, depth: number): Message | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MAX_DEPTH) return message('transfer.invalid.deep');
  if (Object.hasOwn(value, '__proto__')) return message('transfer.invalid.proto');
  for (const inner of Object.values(value)) {
    const trouble = troubleIn(inner, depth + 1);
    if (trouble) return trouble;
  }
  return undefined;
}

const tooLarge = (file: string) =>
  new AppError('profiles.tooLarge', { facts: { file, limit: MAX_TRANSFER_BYTES / 2 ** 20 } });
