import { createPrivateKey, sign } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { type AuthContext, type Connection, type ParsedKey, Server, type Session, type SFTPWrapper, utils } from 'ssh2';
import { memoryConnection } from './memory-connection';
import { mutate, type Sends } from './mutators';
import type { Random } from './random';

const { STATUS_CODE } = utils.sftp;
/** Longer than any step of a conversation inside one process: then one side waits for what will not come. */
const QUIET_MS = 10;
/** Before it says anything the client reads files. */
const FIRST_QUIET_MS = 500;

/** What an SSH server is asked for. */
export interface SshScript {
  /** Files by path; each of their folders is there, too. */
  files: ReadonlyMap<string, Buffer>;
  /** What a command writes, and its status. */
  run(command: string): { output: string; errors: string; status: number };
  /** Whole payloads of messages that a server may send at any time. */
  messages: Sends;
}

// Not ed25519: one in 256 that ssh2 makes cannot be read by it.
const key = utils.generateKeyPairSync('ecdsa', { bits: 256 });
/** The host's key as known_hosts has it. */
export const hostKeyLine = key.public.split(' ').slice(0, 2).join(' ');
const hostKey = readOnce(key.private);

/** ssh2 reads the text of a key once for each server, and its PEM form once for each signature. */
function readOnce(text: string): ParsedKey {
  const parsed = utils.parseKey(text);
  if (parsed instanceof Error) throw parsed;
  const privateKey = createPrivateKey(parsed.getPrivatePEM());
  return Object.assign(parsed, { sign: (data: Buffer) => sign('sha256', data, privateKey) });
}

/** How the cipher of ssh2 that a connection writes with takes a packet: length, padding length, payload, padding. */
interface Cipher {
  allocPacket(length: number): Buffer;
  encrypt(packet: Buffer): void;
}

/**
 * Serves one connection as an SSH server does, but for what the seed changes: the bytes of the clear beginning, or the
 * payloads of messages before they are encrypted, where no proxy could reach them; and messages nobody asked for.
 */
export function serveMutatedSsh(socket: Duplex, script: SshScript, random: Random): void {
  const { client: near, server: far } = memoryConnection();
  const way = random.pick(['start', 'inside', 'inside', 'inside', 'extra', 'extra'] as const);
  const server = new Server({ hostKeys: [{ key: hostKey as never }] }, (client) => {
    client.on('error', () => {}); // what is sent is nonsense, and so may be the answer
    if (way !== 'start') changeMessages(client, way, script, random);
    serve(client, script, random);
  });
  server.on('error', () => {});
  server.injectSocket(far as never);

  const changed = way === 'start' ? random.below(4) : -1;
  let pieces = 0;
  let quiet = setTimeout(() => socket.destroy(), FIRST_QUIET_MS);
  socket.once('data', () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => socket.destroy(), QUIET_MS);
  });
  near.on('data', (piece: Buffer) => {
    quiet.refresh();
    const out = pieces === changed ? mutate([piece], random, [script.messages]) : [piece];
    pieces += 1;
    for (const bytes of out) if (socket.writable) socket.write(bytes);
  });
  socket.on('data', (piece) => {
    quiet.refresh();
    if (near.writable) near.write(piece);
  });
  near.on('error', () => {}).once('close', () => socket.end());
  socket
    .on('error', () => {})
    .once('close', () => {
      clearTimeout(quiet);
      near.destroy();
    });
}

/** ssh2 gives its protocol no public door; the cipher is replaced when keys are taken into use. */
function changeMessages(client: Connection, way: 'inside' | 'extra', { messages }: SshScript, random: Random): void {
  const protocol = (client as unknown as { _protocol: { _cipher: Cipher } })._protocol;
  /** The first four exchange the keys; most of what can go wrong comes later. */
  const place = () => (random.chance(0.15) ? random.below(4) : 4 + random.below(random.chance(0.5) ? 10 : 50));
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, place));
  let sent = 0;
  const changing = (cipher: Cipher): Cipher => {
    const encrypt = cipher.encrypt.bind(cipher);
    const send = (payload: Uint8Array) => {
      if (payload.length === 0 || payload.length > 30_000) return;
      const packet = cipher.allocPacket(payload.length);
      packet.set(payload, 5);
      encrypt(packet);
    };
    cipher.encrypt = (packet) => {
      const isChosen = chosen.has(sent);
      sent += 1;
      const payload = packet.subarray(5, packet.readUInt32BE(0) + 4 - (packet[4] ?? 0));
      if (isChosen && way === 'inside') {
        // Mutations that answer with nothing or too much for one packet are of no use here.
        for (const changed of mutate([Buffer.from(payload)], random, [messages])) send(changed);
        return;
      }
      encrypt(packet);
      if (!isChosen) return;
      const times = random.chance(0.2) ? random.below(300) : 1;
      const [extra = Buffer.alloc(0)] = mutate([random.pick(messages)], random, [messages]);
      for (let time = 0; time < times; time += 1) send(extra);
    };
    return cipher;
  };
  let cipher = changing(protocol._cipher);
  Object.defineProperty(protocol, '_cipher', {
    get: () => cipher,
    set: (next: Cipher) => {
      cipher = changing(next);
    },
  });
}

function serve(client: Connection, script: SshScript, random: Random): void {
  client.on('authentication', (context) => authenticate(context, random));
  client.on('tcpip', (accept, reject) => {
    if (random.chance(0.2)) return reject();
    const channel = accept();
    channel.on('error', () => {});
    channel.end('220 mail.example.org ESMTP\r\n');
  });
  client.on('session', (accept) => serveSession(accept(), script));
}

function authenticate(context: AuthContext, random: Random): void {
  if (context.method === 'password' && random.chance(0.9)) context.accept();
  else if (context.method === 'keyboard-interactive') {
    context.prompt([{ prompt: 'Password: ', echo: false }], 'Login', 'Say it', () => context.accept());
  } else context.reject(random.pick([['password'], ['keyboard-interactive'], ['password', 'keyboard-interactive']]));
}

function serveSession(session: Session, script: SshScript): void {
  session.on('exec', (accept, _reject, { command }) => {
    const channel = accept();
    channel.on('error', () => {});
    const { output, errors, status } = script.run(command);
    channel.write(output);
    channel.stderr.write(errors);
    channel.exit(status);
    channel.end();
  });
  session.on('sftp', (accept) => serveFiles(accept(), script));
}

function serveFiles(sftp: SFTPWrapper, { files }: SshScript): void {
  const paths = [...files.keys()];
  const opened: { path: string; listed: boolean }[] = [];
  const open = (path: string) => Buffer.from([opened.push({ path, listed: false }) - 1]);
  const at = (handle: Buffer) => opened[handle[0] ?? 0];
  const attributes = (path: string) => ({
    mode: files.has(path) ? 0o100644 : 0o040755,
    uid: 0,
    gid: 0,
    size: files.get(path)?.length ?? 0,
    atime: 1_764_000_000,
    mtime: 1_764_000_000,
  });
  sftp.on('error', () => {});
  sftp.on('OPENDIR', (id, path) => {
    if (paths.some((file) => file.startsWith(`${path}/`))) sftp.handle(id, open(path));
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  });
  sftp.on('READDIR', (id, handle) => {
    const folder = at(handle);
    if (!folder || folder.listed) return sftp.status(id, STATUS_CODE.EOF);
    folder.listed = true;
    const inside = paths.filter((file) => file.startsWith(`${folder.path}/`));
    const names = new Set(inside.map((file) => file.slice(folder.path.length + 1).split('/')[0] ?? ''));
    const entries = [...names].map((filename) => ({
      filename,
      longname: filename,
      attrs: attributes(`${folder.path}/${filename}`),
    }));
    sftp.name(id, entries);
  });
  sftp.on('OPEN', (id, path) => {
    if (files.has(path)) sftp.handle(id, open(path));
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  });
  sftp.on('FSTAT', (id, handle) => sftp.attrs(id, attributes(at(handle)?.path ?? '')));
  sftp.on('READ', (id, handle, offset, length) => {
    const data = files.get(at(handle)?.path ?? '')?.subarray(offset, offset + length);
    if (data && data.length > 0) sftp.data(id, data);
    else sftp.status(id, STATUS_CODE.EOF);
  });
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
}
