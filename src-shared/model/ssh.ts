import * as z from '../base/zod';
import type { Message } from '../texts/message';

/** A host key as an SSH server showed it. */
export interface HostKeyFacts {
  /** The name or address and port it was shown for. */
  host: string;
  port: number;
  /** `ssh-ed25519`, `ecdsa-sha2-nistp256`, … */
  type: string;
  /** As OpenSSH prints it: `SHA256:` and base64 without padding. */
  sha256: string;
  /** Of a changed key: the fingerprint known_hosts has, and where. */
  known?: { sha256: string; file: string; line: number };
  /** Of an unknown key: what else known_hosts says of the host, a sentence each. */
  remarks?: Message[];
  /** Of an unknown key: the file it goes into if it is accepted. Absent: the user's configuration names none. */
  addedTo?: string;
}

/** A host of the user's own SSH configuration, as the form offers it. */
export interface SshConfigHost {
  alias: string;
  host: string;
  port: number;
  user?: string;
  keyFile?: string;
  /** `user@host:port` of each (without port 22), from this computer on. */
  jumps: string[];
  /** What is not followed of what the configuration says for it, a sentence each. */
  notFollowed?: Message[];
  /** Why it cannot be used here, e.g. that it wants a ProxyCommand. */
  unusable?: Message;
}

/**
 * What the user is asked while a login goes on. `questions` are an SSH server's own (RFC 4256 section 3.2): hostile input made
 * safe to show, whatever host it names. `password` and `passphrase` are asked by this app, in words of the window.
 */
export interface SshQuestion {
  questionId: string;
  asks: 'questions' | 'password' | 'passphrase';
  /** `user@host:port` of the SSH server that is being logged in to, under its real name. */
  from: string;
  /** Of a jump host: the same of the host that the route leads to. */
  wayTo?: string;
  /** The file that a passphrase is for. */
  keyFile?: string;
  /** Whether the answer before this one was wrong. */
  again?: boolean;
  name: string;
  instruction: string;
  prompts: { text: string; echo: boolean }[];
}

/** What the user says to a question: one answer for each prompt, or nothing at all. */
export const SshReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), answers: z.array(z.string().max(4096)).max(20) }),
  z.object({ kind: z.literal('refused') }),
]);
export type SshReply = z.output<typeof SshReply>;
