import type { HostKeyFacts } from '../../src-shared/model/ssh';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { fingerprint, type HostKeyVerdict, judgeHostKey, keyType, knownTypes } from './known-hosts';
import { appendKnownHost, readKnownHosts } from './known-hosts-file';
import type { HopPlan } from './route-plan';

interface Seen {
  key: Buffer;
  plan: HopPlan;
  at: string;
  /** Whether the user accepted it: taken out of known_hosts since, it has to be shown again. */
  isAccepted?: true;
}

/** The host key check of one SSH connection. */
interface HostKeyCheck {
  /** Algorithms to ask for first: those of the keys the host is known by. */
  preferred: string[];
  /** Whether the key will do; if not, `refusal` says why. The same key is shown again whenever keys are exchanged again. */
  accepts(key: Buffer): boolean;
  refusal(): AppError | undefined;
  /** Type and fingerprint of the key that was accepted, and where it is known only without the port, that. */
  described(place: string): Message | undefined;
}

export interface HostKeys {
  /** Reads known_hosts for a connection. Throws AppError `ssh.knownHostsUnreadable`. */
  check(plan: HopPlan, at: string): Promise<HostKeyCheck>;
  /**
   * Adds the key that was shown last for that host, and only that one, unless it was added meanwhile. Throws AppError
   * `ssh.hostKeyUnknown` for any other and for one that was accepted and is known no longer, `ssh.hostKeyChanged` and
   * `ssh.hostKeyRevoked` if known_hosts says so by now, `ssh.knownHostsUnreadable`, `file.unwritable`.
   */
  accept(facts: HostKeyFacts): Promise<void>;
}

/**
 * The algorithms of each type of key, in the order in which OpenSSH asks for them. An RSA key signs in three ways; the last
 * is for servers before OpenSSH 7.2 (RFC 8332).
 */
const ALGORITHMS: Record<string, string[]> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
};

/** Those of the known types come first, but where the usual first one is known, the usual order stands (order_hostkeyalgs of OpenSSH). */
function preferredFor(known: ReadonlySet<string>): string[] {
  const [[first] = ['']] = Object.entries(ALGORITHMS);
  const types = known.has(first) ? [first] : Object.keys(ALGORITHMS).filter((type) => known.has(type));
  return types.flatMap((type) => ALGORITHMS[type] ?? []);
}

/** Judges host keys by known_hosts, and remembers the unknown ones so that the user can accept exactly what was shown. */
export function createHostKeys(): HostKeys {
  const seen = new Map<string, Seen>();
  /** Accepted keys of servers whose configuration names no file for them, by name. */
  const kept = new Map<string, Buffer>();
  let turn: Promise<unknown> = Promise.resolve();
  const slot = ({ host, port }: { host: string; port: number }) => `${host}\n${port}`;
  const isKept = ({ knownHosts, knownAs }: HopPlan, key: Buffer) =>
    knownHosts.user.length === 0 && kept.get(knownAs.name)?.equals(key);

  return {
    async check(plan, at) {
      const lines = await readKnownHosts(plan.knownHosts, plan.knownAs);
      let accepted: Buffer | undefined;
      let withoutPort: string | undefined;
      let refusal: AppError | undefined;
      return {
        preferred: preferredFor(knownTypes(lines, plan.knownAs)),
        accepts(key) {
          if (accepted) return accepted.equals(key);
          const verdict = judgeHostKey(lines, plan.knownAs, key);
          if (verdict.kind === 'known' || (verdict.kind === 'unknown' && isKept(plan, key))) {
            accepted = key;
            if (verdict.kind === 'known') withoutPort = verdict.withoutPort;
            return true;
          }
          if (verdict.kind === 'unknown') seen.set(slot(plan), { key, plan, at });
          refusal = refusalOf(verdict, plan, key, at);
          return false;
        },
        refusal: () => refusal,
        described(place) {
          if (!accepted) return undefined;
          const facts = { place, type: keyType(accepted), sha256: fingerprint(accepted) };
          return withoutPort === undefined
            ? message('note.hostKey', facts)
            : message('note.hostKeyWithoutPort', { ...facts, name: withoutPort });
        },
      };
    },

    async accept(facts) {
      const shown = seen.get(slot(facts));
      if (!shown || fingerprint(shown.key) !== facts.sha256) {
        throw new AppError('ssh.hostKeyUnknown', { facts: { host: facts.host } });
      }
      // Two servers behind one host show its key twice, and the user accepts it at both.
      const added = turn.then(() => add(shown));
      turn = added.catch(() => {}); // the caller sees the error
      await added;
    },
  };

  async function add(shown: Seen): Promise<void> {
    const { key, plan, at, isAccepted } = shown;
    // Another program may have written there since.
    const verdict = judgeHostKey(await readKnownHosts(plan.knownHosts, plan.knownAs), plan.knownAs, key);
    if (verdict.kind === 'known' || (verdict.kind === 'unknown' && isKept(plan, key))) return;
    if (verdict.kind !== 'unknown' || isAccepted) throw refusalOf(verdict, plan, key, at);
    const [file] = plan.knownHosts.user;
    if (file === undefined) kept.set(plan.knownAs.name, key);
    else await appendKnownHost(file, plan.knownAs.name, key);
    shown.isAccepted = true;
  }
}

type Refused = Exclude<HostKeyVerdict, { kind: 'known' }>;

function refusalOf(verdict: Refused, plan: HopPlan, key: Buffer, at: string): AppError {
  const { host, port } = plan;
  const [addedTo] = plan.knownHosts.user;
  const hostKey: HostKeyFacts = { host, port, type: keyType(key), sha256: fingerprint(key) };
  if (verdict.kind === 'unknown') {
    const said = remarks(verdict, plan);
    return new AppError('ssh.hostKeyUnknown', {
      at,
      facts: { host },
      hostKey: {
        ...hostKey,
        ...(addedTo === undefined ? {} : { addedTo }),
        ...(said.length === 0 ? {} : { remarks: said }),
      },
    });
  }
  const { file, line, key: knownKey } = verdict.known;
  const facts = { host, file, line };
  if (verdict.kind === 'revoked') return new AppError('ssh.hostKeyRevoked', { at, facts, hostKey });
  const known = { sha256: fingerprint(knownKey), file, line };
  return new AppError('ssh.hostKeyChanged', { at, facts, hostKey: { ...hostKey, known } });
}

function remarks(
  { authority, withoutPort }: Extract<HostKeyVerdict, { kind: 'unknown' }>,
  { host }: HopPlan,
): Message[] {
  const found = authority ? [message('ssh.hostKey.authority')] : [];
  if (!withoutPort) return found;
  const { key, file, line } = withoutPort;
  return [...found, message('ssh.hostKey.withoutPort', { host, sha256: fingerprint(key), file, line })];
}
