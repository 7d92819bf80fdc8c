import type { HostKeyFacts } from '../../src-shared/model/ssh';
import { AppError } from '../app-error';
import { fingerprint, type HostKeyVerdict, judgeHostKey, keyType, knownTypes } from './known-hosts';
import { appendKnownHost, readKnownHosts } from './known-hosts-file';
import type { HopPlan } from './route-plan';

interface Seen {
  key: Buffer;
  name: string;
  file: string;
}

/** The host key check of one SSH connection. */
export interface HostKeyCheck {
  /** Algorithms to ask for first: those of the keys the host is known by. */
  preferred: string[];
  /** Whether the key will do; if not, `refusal` says why. The same key is shown again whenever keys are exchanged anew. */
  accepts(key: Buffer): boolean;
  refusal(): AppError | undefined;
  /** Type and fingerprint of the key that was accepted. */
  described(): string;
}

export interface HostKeys {
  /** Reads known_hosts for a connection. Throws AppError `ssh.noConfig` if it cannot be read. */
  check(plan: HopPlan, at: string): Promise<HostKeyCheck>;
  /** Adds the key that was shown last for that host, and only that one. Throws AppError `ssh.hostKeyUnknown`, `file.unwritable`. */
  accept(facts: HostKeyFacts): Promise<void>;
}

/** An RSA key signs in three ways; the last is for servers before OpenSSH 7.2 (RFC 8332). */
const RSA_ALGORITHMS = ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'];
const USABLE = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'];

/** Judges host keys by known_hosts, and remembers the unknown ones so that the user can accept exactly what was shown. */
export function createHostKeys(): HostKeys {
  const seen = new Map<string, Seen>();
  const slot = ({ host, port }: { host: string; port: number }) => `${host}\n${port}`;

  return {
    async check(plan, at) {
      const lines = await readKnownHosts(plan.knownHosts);
      const types = knownTypes(lines, plan.knownAs, plan.host);
      let accepted: Buffer | undefined;
      let refusal: AppError | undefined;
      return {
        preferred: types.flatMap((type) =>
          type === 'ssh-rsa' ? RSA_ALGORITHMS : USABLE.filter((each) => each === type),
        ),
        accepts(key) {
          if (accepted) return accepted.equals(key);
          const verdict = judgeHostKey(lines, plan.knownAs, plan.host, key);
          refusal = refusalOf(verdict, plan, key, at);
          if (!refusal) accepted = key;
          if (verdict.kind === 'unknown') seen.set(slot(plan), { key, name: plan.knownAs, file: plan.knownHosts[0] });
          return !refusal;
        },
        refusal: () => refusal,
        described: () => (accepted ? `${keyType(accepted)} ${fingerprint(accepted)}` : ''),
      };
    },

    async accept(facts) {
      const shown = seen.get(slot(facts));
      if (!shown || fingerprint(shown.key) !== facts.sha256) {
        throw new AppError('ssh.hostKeyUnknown', { facts: { host: facts.host } });
      }
      seen.delete(slot(facts));
      await appendKnownHost(shown.file, shown.name, shown.key);
    },
  };
}

function refusalOf(verdict: HostKeyVerdict, plan: HopPlan, key: Buffer, at: string): AppError | undefined {
  const { host, port } = plan;
  const hostKey: HostKeyFacts = { host, port, type: keyType(key), sha256: fingerprint(key) };
  if (verdict.kind === 'known') return undefined;
  if (verdict.kind === 'unknown') {
    const detail = 'known_hosts names a certificate authority for this host; it is not used here.';
    return new AppError('ssh.hostKeyUnknown', {
      at,
      facts: { host },
      hostKey,
      ...(verdict.authority ? { detail } : {}),
    });
  }
  const { file, line, key: knownKey } = verdict.known;
  const known = { sha256: fingerprint(knownKey), file, line };
  const code = verdict.kind === 'changed' ? 'ssh.hostKeyChanged' : 'ssh.hostKeyRevoked';
  return new AppError(code, { at, facts: { host, file, line }, hostKey: { ...hostKey, known } });
}
