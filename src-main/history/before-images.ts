import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import * as z from '../../src-shared/base/zod';
import { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { type FileState, versionedFileWhenAsked } from '../files/versioned-file';
import type { Keychain } from '../secrets/keychain';

/** Where a secret lies: in an attribute, or under a key of its JSON. */
export interface SecretPlace {
  dn: string;
  attribute: string;
  key?: string;
}

/**
 * What secrets were before a write, as they lay in LDAP, i.e. encrypted by Gluu. The history never holds them; this keeps
 * them sealed (AES-256-GCM, NIST SP 800-38D), with a key that only the keychain has, so that a write can be rolled back.
 */
export interface BeforeImages {
  /** How the file was found. */
  readonly state: FileState;
  /** Keeps what one write is about to replace. Throws AppError `file.unwritable` or `file.newer`; then nothing is kept. */
  seal(serverId: ServerId, historyId: string, secrets: readonly Secret[]): Promise<void>;
  /**
   * What was sealed: of a key its exact JSON text; null if the secret was absent. Throws AppError `history.imageGone` if it is
   * not kept, was sealed with a key that is gone, or was altered; and what Keychain's calls throw.
   */
  open(historyId: string, place: SecretPlace): Promise<string | null>;
  /** Removes all of a server. Throws as `seal`. */
  forget(serverId: ServerId): Promise<void>;
}

interface Secret {
  place: SecretPlace;
  before: string | null;
}

const Sealed = z.object({
  serverId: ServerId,
  historyId: z.uuid(),
  dn: z.string(),
  attribute: z.string(),
  key: z.string().exactOptional(),
  /** Which key: the beginning of its SHA-256, which tells nothing of it. */
  sealedWith: z.string(),
  nonce: z.string(),
  tag: z.string(),
  text: z.string(),
});
type Sealed = z.output<typeof Sealed>;
const Content = z.object({ images: z.array(Sealed) });

const ACCOUNT = 'history/before-images';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
/** As many as writes are kept in memory; each is about 500 bytes. The oldest go. */
const MAX_KEPT = 5000;

/**
 * The sealed before-images in the file at `path`, which is opened when one is first sealed or asked for; `found` hears how it was
 * found then. Never throws for what is or is not there.
 */
export function openBeforeImages(
  path: string,
  keychain: Pick<Keychain, 'get' | 'set'>,
  found: (state: FileState) => void = () => {},
): BeforeImages {
  const form = { path, version: 1, schema: Content, initial: { images: [] }, upgrades: {} };
  const file = versionedFileWhenAsked(form, found);
  /** For as long as the keychain does not open; what it sealed can be opened by this run of the app alone. */
  const sessionKey = randomBytes(KEY_BYTES);
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = turn.then(run, run);
    turn = next.catch(() => undefined);
    return next;
  };

  async function storedKey(): Promise<Buffer | undefined> {
    const text = await keychain.get(ACCOUNT);
    const key = text === null ? undefined : Buffer.from(text, 'base64');
    return key?.length === KEY_BYTES ? key : undefined;
  }

  async function keyToSeal(): Promise<Buffer> {
    try {
      const stored = await storedKey();
      if (stored) return stored;
      const made = randomBytes(KEY_BYTES);
      await keychain.set(ACCOUNT, made.toString('base64'));
      return made;
    } catch (error) {
      if (error instanceof AppError) return sessionKey;
      throw error;
    }
  }

  return {
    get state() {
      return file.state;
    },
    seal: (serverId, historyId, secrets) =>
      inTurn(async () => {
        if (secrets.length === 0) return;
        const key = await keyToSeal();
        const made = secrets.map(({ place, before }) => sealOne(key, serverId, historyId, place, before));
        await file.write({ images: [...file.read().images, ...made].slice(-MAX_KEPT) });
      }),
    async open(historyId, { dn, attribute, key: member }) {
      const found = file
        .read()
        .images.find(
          (each) =>
            each.historyId === historyId && each.dn === dn && each.attribute === attribute && each.key === member,
        );
      if (!found) throw gone('notKept');
      const key = found.sealedWith === nameOf(sessionKey) ? sessionKey : await storedKey();
      if (!key || nameOf(key) !== found.sealedWith) {
        throw gone('keyGone');
      }
      return unseal(key, found);
    },
    forget: (serverId) =>
      inTurn(async () => {
        const { images } = file.read();
        const kept = images.filter((image) => image.serverId !== serverId);
        if (kept.length < images.length) await file.write({ images: kept });
      }),
  };
}

const gone = (reason: 'notKept' | 'keyGone' | 'altered') => new AppError('history.imageGone', { facts: { reason } });

const nameOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

/** A sealed text opens only for the write and the place it was sealed for. */
const boundTo = (historyId: string, { dn, attribute, key }: SecretPlace): Buffer =>
  Buffer.from(JSON.stringify([historyId, dn, attribute, key]));

function sealOne(
  key: Buffer,
  serverId: ServerId,
  historyId: string,
  place: SecretPlace,
  before: string | null,
): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(historyId, place));
  const text = Buffer.concat([cipher.update(JSON.stringify({ before }), 'utf8'), cipher.final()]);
  return {
    serverId,
    historyId,
    dn: place.dn,
    attribute: place.attribute,
    ...(place.key === undefined ? {} : { key: place.key }),
    sealedWith: nameOf(key),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: text.toString('base64'),
  };
}

const Opened = z.object({ before: z.string().nullable() });

function unseal(key: Buffer, sealed: Sealed): string | null {
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: 16 })
      .setAAD(boundTo(sealed.historyId, sealed))
      .setAuthTag(Buffer.from(sealed.tag, 'base64'));
    const text = Buffer.concat([decipher.update(Buffer.from(sealed.text, 'base64')), decipher.final()]);
    return Opened.parse(JSON.parse(text.toString('utf8'))).before;
  } catch {
    // No cause is passed on: V8 quotes a text that is no JSON, and this one may be a secret.
    throw gone('altered');
  }
}
