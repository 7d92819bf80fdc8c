import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the processes that want one folder find each other. */
export interface Meeting {
  /** Listens there; undefined where only one can, and another one does. */
  listen(server: Server): Promise<{ name: string; leave(): Promise<void> } | undefined>;
  /** The names of those that listen or have listened there. */
  names(): Promise<string[]>;
  pathOf(name: string): string;
  /** Removes what a process that is gone has left. */
  forget(name: string): Promise<void>;
  /** To be called once nobody is looked for any longer; who listens goes on listening. */
  close(): Promise<void>;
}

/** Opens the meeting place of a folder, which is made where it is not there. Rejects with the system's error. */
export async function openMeeting(folder: string): Promise<Meeting> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const real = await realpath(folder);
  return process.platform === 'win32' ? pipeFor(real) : socketsIn(real);
}

/** One named pipe for the folder: Windows lets one process make it, and it goes with that process. */
function pipeFor(folder: string): Meeting {
  const name = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 32);
  const pipe = `\\\\.\\pipe\\gluu-console-${name}`;
  return {
    async listen(server) {
      try {
        await listening(server, pipe);
        return { name, leave: async () => {} };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
        throw error;
      }
    },
    names: async () => [name],
    pathOf: () => pipe,
    forget: async () => {},
    close: async () => {},
  };
}

const NAME = /^writer-(\d+)-[0-9a-f]{12}\.sock$/;
const newName = () => `writer-${process.pid}-${randomBytes(6).toString('hex')}.sock`;
/** What a socket is called until it listens. */
const UNFINISHED = 'new-';
/** Beyond this age what is unfinished was left by a process that is gone. */
const UNFINISHED_MS = 60_000;
/** Room in a socket's address: 108 bytes on Linux, 104 on macOS (unix(7), unix(4)). */
const MOST_BYTES = 100;
const fits = (folder: string) => Buffer.byteLength(path.join(folder, `${UNFINISHED}${newName()}`)) <= MOST_BYTES;
/** A name by mkdtemp; short, since the user's own folder for temporary files has 48 bytes on macOS already. */
const ALIAS = 'gluu-XXXXXX';

/**
 * Sockets in the folder, each with a name of its own that is never used again. It gets that name once it listens: who refuses
 * a connection is gone for good, and may be removed by anybody at any time.
 */
async function socketsIn(folder: string): Promise<Meeting> {
  // Node cuts an address that is too long, and nobody listens at the rest: whoever has the folder would count as gone.
  const aliasIn = fits(folder) ? undefined : [tmpdir(), '/tmp'].find((place) => fits(path.join(place, ALIAS, 'f')));
  const alias = aliasIn === undefined ? undefined : await mkdtemp(path.join(aliasIn, ALIAS.slice(0, -6)));
  const short = alias ? path.join(alias, 'f') : folder;
  if (alias) await symlink(folder, short);
  return {
    async listen(server) {
      const name = newName();
      const unfinished = `${UNFINISHED}${name}`;
      await listening(server, path.join(short, unfinished));
      try {
        await chmod(path.join(folder, unfinished), 0o600); // a folder of the user's own may be open to others
        await rename(path.join(folder, unfinished), path.join(folder, name));
      } catch (error) {
        server.close();
        throw error;
      }
      return { name, leave: () => rm(path.join(folder, name), { force: true }) };
    },
    async names() {
      const sockets = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isSocket());
      for (const { name } of sockets) if (name.startsWith(UNFINISHED)) await removeOld(path.join(folder, name));
      return sockets.map(({ name }) => name).filter((name) => NAME.test(name));
    },
    pathOf: (name) => path.join(short, name),
    forget: (name) => rm(path.join(folder, name), { force: true }),
    async close() {
      if (alias) await rm(alias, { recursive: true, force: true });
    },
  };
}

async function removeOld(file: string): Promise<void> {
  const found = await lstat(file).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > UNFINISHED_MS) await rm(file, { force: true });
}

/** The number of a process, which the name of its socket tells where it answers nothing itself. */
export function pidIn(name: string): number | undefined {
  const pid = NAME.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

async function listening(server: Server, address: string): Promise<void> {
  server.listen(address);
  await once(server, 'listening');
}
