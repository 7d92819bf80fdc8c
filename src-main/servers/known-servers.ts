import { routeText } from '../../src-shared/model/route';
import type {
  LdapTarget,
  MailPin,
  SecretState,
  ServerId,
  ServerProfile,
  ServerSummary,
} from '../../src-shared/model/server';
import { AppError } from '../app-error';
import { hideFromLog } from '../redact';
import { type SecretKind, type SecretTarget, type ServerSecrets, secretKinds } from '../secrets/server-secrets';
import type { ServerRegistry } from './server-registry';

/** A server that exists only while the app runs, with its secrets: one of the demo fleet. */
export interface PassingServer {
  profile: ServerProfile;
  secrets: Partial<Record<SecretKind, string>>;
}

/** All servers the app can reach: the administrator's own and, while it runs, the demo fleet. */
export interface KnownServers {
  /** Throws AppError `server.unknown`. */
  get(id: ServerId): ServerProfile;
  isDemo(id: ServerId): boolean;
  /** Throws AppError `secret.missing`, `secret.bound`, `secret.unusable`, `keychain.*`. */
  secret(id: ServerId, kind: SecretKind): Promise<string>;
  /** Answers at once: what the keychain has not told yet is `unknown`, and `onChange` is called when it has. */
  summaries(): ServerSummary[];
  summary(id: ServerId): ServerSummary;
  /** Asks the keychain anew what is stored for each server, or for one. Never throws for what the keychain does. */
  lookAtSecrets(only?: ServerId): Promise<void>;
  setPassing(servers: readonly PassingServer[]): void;
  pinMail(id: ServerId, pin: MailPin): Promise<void>;
}

export function targetOf({ host, port, mode, bindDn, route }: ServerProfile): LdapTarget {
  const via = routeText(route);
  return { host, port, mode, bindDn, ...(via ? { via } : {}) };
}

/** What a secret of a server is bound to; undefined if the server's route has no use for it. */
export function secretTargetOf(profile: ServerProfile, kind: SecretKind): SecretTarget | undefined {
  if (kind === 'bindPassword' || kind === 'salt') return targetOf(profile);
  const { route } = profile;
  if (route.kind === 'direct') return undefined;
  const via = route.jumps.length > 0 ? routeText(route) : undefined;
  return { host: route.host, port: route.port, mode: 'ssh', bindDn: route.user, ...(via ? { via } : {}) };
}

export function knownServers(registry: ServerRegistry, secrets: ServerSecrets, onChange: () => void): KnownServers {
  const passing = new Map<ServerId, PassingServer>();
  const states = new Map<string, SecretState>();

  const get = (id: ServerId) => passing.get(id)?.profile ?? registry.get(id);
  /** A changed target is another question, so it has another key. */
  const keyOf = (profile: ServerProfile, kind: SecretKind) =>
    JSON.stringify([profile.id, kind, secretTargetOf(profile, kind)]);

  function summarize(profile: ServerProfile): ServerSummary {
    const demo = passing.has(profile.id);
    const state = (kind: SecretKind) => (demo ? 'stored' : (states.get(keyOf(profile, kind)) ?? 'unknown'));
    const all = secretKinds.map((kind) => [kind, state(kind)] as const);
    return { ...profile, demo, secrets: Object.fromEntries(all) as ServerSummary['secrets'] };
  }

  async function ask(profile: ServerProfile, kind: SecretKind): Promise<SecretState> {
    const target = secretTargetOf(profile, kind);
    if (!target) return 'none';
    try {
      const state = await secrets.state(profile.id, kind, target);
      return state === 'bound-elsewhere' ? 'boundElsewhere' : state;
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('keychain.')) return 'locked';
      throw error;
    }
  }

  async function stored(id: ServerId, kind: SecretKind): Promise<string> {
    const target = secretTargetOf(get(id), kind);
    if (!target) throw new AppError('secret.missing');
    return secrets.read(id, kind, target);
  }

  return {
    get,
    isDemo: (id) => passing.has(id),
    async secret(id, kind) {
      const value = passing.get(id)?.secrets[kind] ?? (await stored(id, kind));
      hideFromLog(value);
      return value;
    },
    summaries: () => [...registry.list(), ...[...passing.values()].map(({ profile }) => profile)].map(summarize),
    summary: (id) => summarize(get(id)),
    async lookAtSecrets(only) {
      let changed = false;
      for (const profile of only ? [registry.get(only)] : registry.list()) {
        for (const kind of secretKinds) {
          const state = await ask(profile, kind);
          changed ||= states.get(keyOf(profile, kind)) !== state;
          states.set(keyOf(profile, kind), state);
        }
      }
      if (changed) onChange();
    },
    setPassing(servers) {
      passing.clear();
      for (const server of servers) passing.set(server.profile.id, server);
      onChange();
    },
    async pinMail(id, pin) {
      const others = (get(id).mailPins ?? []).filter(({ host, port }) => host !== pin.host || port !== pin.port);
      const mailPins = [...others, pin].slice(-50);
      const demo = passing.get(id);
      if (demo) passing.set(id, { ...demo, profile: { ...demo.profile, mailPins } });
      else await registry.setMailPins(id, mailPins);
    },
  };
}
