import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type Message, message } from '../../src-shared/texts/message';
import { type KeyForm, keyForm } from './key-forms';
import { ed25519Text } from './openssh-key';
import { puttyText } from './putty-key';
import { parseKey } from './ssh2';

/** The key in a form that needs no passphrase, or why it cannot be had. */
export type OpenedKey = { text: string } | { wrongPassphrase: true } | { unreadable: Message };

/** Opens the first key in a text; it may take long. Throws AppError `work.cancelled` when the signal aborts. */
export type OpenKey = (text: string, passphrase: string, signal: AbortSignal) => Promise<OpenedKey>;

const DAMAGED = message('ssh.key.unreadable');
/** ssh2 takes these (its keyParser.js). */
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

/** Opens a key in this very thread, however long that takes: for one without a passphrase, and for a thread of its own. */
export function openNow(form: KeyForm, passphrase?: string): OpenedKey {
  if (form.kind === 'putty') return opened(() => puttyText(form.key, passphrase));
  if (form.kind === 'pem') return opened(() => textOf(privateKey(form.block, passphrase)));
  if (form.header.cipher === 'none') return { text: form.block };
  return opened(() => {
    const key = parseKey(form.block, passphrase);
    // The cipher is a known one: what is wrong then is the passphrase.
    return key instanceof Error ? undefined : textOf(createPrivateKey(key.getPrivatePEM()));
  });
}

/** The same of the first key in a text. */
export function openText(text: string, passphrase: string): OpenedKey {
  const form = keyForm(text);
  return form ? openNow(form, passphrase) : { unreadable: DAMAGED };
}

function opened(read: () => string | undefined): OpenedKey {
  try {
    const text = read();
    return text === undefined ? { wrongPassphrase: true } : { text };
  } catch (error) {
    if (error instanceof UnknownKey) return { unreadable: error.words };
    return { unreadable: DAMAGED };
  }
}

/** A kind of key that cannot be used here. */
class UnknownKey extends Error {
  constructor(readonly words: Message) {
    super(words.id);
  }
}

/** Undefined where it is not opened: OpenSSL's words for a wrong passphrase differ from release to release. */
function privateKey(pem: string, passphrase: string | undefined): KeyObject | undefined {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (error) {
    if (passphrase === undefined) throw error;
    return undefined;
  }
}

/** ssh2 knows no PKCS #8, and of Ed25519 nothing but OpenSSH's own format. */
function textOf(key: KeyObject | undefined): string | undefined {
  if (key === undefined) return undefined;
  if (key.asymmetricKeyType === 'rsa') return String(key.export({ type: 'pkcs1', format: 'pem' }));
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  if (key.asymmetricKeyType === 'ec' && CURVES.includes(curve)) {
    return String(key.export({ type: 'sec1', format: 'pem' }));
  }
  if (key.asymmetricKeyType === 'ed25519') {
    const seed = key.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
    const publicHalf = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
    return ed25519Text(seed, publicHalf);
  }
  const kind = [key.asymmetricKeyType, curve].filter(Boolean).join(', ').toUpperCase();
  throw new UnknownKey(message('ssh.key.kind', { kind, command: 'ssh-keygen -t ed25519' }));
}
