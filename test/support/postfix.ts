import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signed, type TestCertificate } from './certificates';
import { freePorts } from './free-port';
import {
  type Mailbox,
  maildirOf,
  type PostfixPort,
  type PostfixSettings,
  writePostfixConfig,
  writeServices,
} from './postfix/postfix-config';
import { comesTrue, logIn, type PostfixProcess, startProcess } from './postfix/postfix-process';
import { requirePostfix } from './postfix/require-postfix';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

export type { PostfixPort } from './postfix/postfix-config';

export interface PostfixOptions {
  ports: readonly PostfixPort[];
}

export interface Postfix {
  /** In the order of `PostfixOptions.ports`; all on 127.0.0.1. */
  ports: number[];
  /** What all ports show that have none of their own. */
  certificate: TestCertificate;
  /** Their owners may log in with address and password, and mail to these addresses is delivered. */
  ada: Mailbox;
  grace: Mailbox;
  /** Resolves once that many messages have come to a mailbox, with them as they lie there, the oldest first. */
  messages(address: string, count: number, limitMs?: number): Promise<string[]>;
  /** What lies in a mailbox now. */
  inbox(address: string): string[];
  /** What Postfix has written to its log. */
  log(): string;
  /** Ends this Postfix with all its processes and removes its files; may be called twice. */
  stop(): Promise<void>;
}

const portAttempts = 5;
const DELIVERY_MS = 20_000;

/**
 * Starts a Postfix of its own on free ports of 127.0.0.1, and resolves once it listens. It delivers to its own mailboxes
 * only and never goes out to the network. Throws one line that names what is missing where Debian's packages postfix,
 * sasl2-bin and libsasl2-modules are not installed or we are not root, and with Postfix's own words if it does not come up.
 */
export async function startPostfix({ ports }: PostfixOptions): Promise<Postfix> {
  requirePostfix();
  const folder = makeTemporaryFolder('postfix');
  const certificate = await signed();
  const [ada, grace] = [mailbox('ada@example.org'), mailbox('grace@example.org')];
  const settings: PostfixSettings = { ports, mailboxes: [ada, grace], certificate };
  await writePostfixConfig(folder, settings);
  const { running, numbers } = await startOnFreePorts(folder, settings);
  const inbox = (address: string) => messagesIn(join(folder, 'mail', maildirOf(address), 'new'));
  return {
    ports: numbers,
    certificate,
    ada,
    grace,
    inbox,
    messages: async (address, count, limitMs = DELIVERY_MS) => {
      const there = () => inbox(address).length >= count;
      if (!(await comesTrue(there, limitMs))) {
        throw new Error(`${address} has ${inbox(address).length} messages, not ${count}:\n${logIn(folder)}`);
      }
      return inbox(address);
    },
    log: () => logIn(folder),
    stop: async () => {
      await running.stop();
      removeTemporaryFolder(folder);
    },
  };
}

const mailbox = (address: string): Mailbox => ({ address, password: randomBytes(18).toString('base64url') });

async function startOnFreePorts(
  folder: string,
  settings: PostfixSettings,
): Promise<{ running: PostfixProcess; numbers: number[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const numbers = await freePorts(settings.ports.length);
    writeServices(folder, settings, numbers);
    try {
      return { running: await startProcess(folder), numbers };
    } catch (error) {
      // Somebody was faster with one of the ports.
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || attempt === portAttempts) throw error;
    }
  }
}

function messagesIn(maildir: string): string[] {
  if (!existsSync(maildir)) return [];
  return readdirSync(maildir)
    .toSorted((one, other) => momentOf(one) - momentOf(other))
    .map((name) => readFileSync(join(maildir, name), 'utf8'));
}

/** When a message was delivered, in microseconds: virtual(8) names its file after second, device, inode and microsecond. */
function momentOf(name: string): number {
  const [, seconds, microseconds] = /^(\d+)\.V[0-9a-f]+I[0-9a-f]+M(\d+)\./.exec(name) ?? [];
  if (seconds === undefined) throw new Error(`${name} was not delivered by Postfix`);
  return Number(seconds) * 1_000_000 + Number(microseconds);
}
