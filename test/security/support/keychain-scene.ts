import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type LdapTarget, ServerId } from '../../../src-shared/model/server';
import type { Keyring } from '../../support/keyring';

/** The server whose secrets the tests keep, and what they are bound to. */
export const serverId = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a01');
export const otherId = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a02');
export const target: LdapTarget = {
  host: 'gluu.example.org',
  port: 1636,
  mode: 'ldaps',
  bindDn: 'cn=directory manager',
};

/** The files below `folder` that hold the secret as text (UTF-8 or UTF-16) or as Base64. */
export function filesHolding(folder: string, secret: string): string[] {
  const forms = [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    // Base64 in each of the three places where the secret may begin, without what its neighbours decide.
    ...[0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]).toString('base64');
      return Buffer.from(text.slice(before === 0 ? 0 : 4, -4));
    }),
  ];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => forms.some((form) => readFileSync(file).includes(form)));
}

/** Kills every prompt that opens, as somebody who closes them all, until `stop`, which gives how many there were. */
export function dismissPrompts(keyring: Keyring): { stop(): Promise<number> } {
  const seen = new Set<number>();
  let ended = false;
  const look = async () => {
    while (!ended) {
      const pid = await keyring.promptPid();
      if (pid !== undefined && !seen.has(pid)) {
        seen.add(pid);
        // Long enough for the prompt to be on the screen: that is what tells it from a keyring without one.
        await wait(1000);
        process.kill(pid, 'SIGKILL');
      }
      await wait(50);
    }
  };
  const looking = look();
  return {
    async stop() {
      // One that is asked for on the way out would open by now.
      await wait(1500);
      ended = true;
      await looking;
      return seen.size;
    },
  };
}
