import { namedHops, type Route, type SshHop, wayText } from '../../src-shared/model/route';
import {
  isProduction,
  isSameMailPlace,
  type MailPin,
  type SecretState,
  type ServerId,
  type ServerProfile,
  type ServerSummary,
} from '../../src-shared/model/server';
import type { Message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { type SecretKind, type SecretTarget, type ServerSecrets, secretKinds } from '../secrets/server-secrets';
import type { AllowedWriting } from './allowed-writing';
import type { ServerRegistry } from './server-registry';
import { summaryMaker } from './summaries';
import { targetOf } from './targets';

/** A server that exists only while the app runs, with its secrets: one of the demo fleet. */
export interface TemporaryServer {
  profile: ServerProfile;
  /** What the console says of it, in place of notes. */
  hints: readonly Message[];
  secrets: Partial<Record<SecretKind, string>>;
}

export type TemporaryServers = Map<ServerId, TemporaryServer>;

/** All servers the app can reach: the administrator's own and, while it runs, the demo fleet. */
export interface KnownServers {
  /** Throws AppError `server.unknown`. */
  get(id: ServerId): ServerProfile;
  isDemo(id: ServerId): boolean;
  /** Throws AppError `secret.missing`, `secret.bound`, `secret.unusable`, `keychain.*`. */
  secret(id: ServerId, kind: SecretKind): Promise<string>;
  /**
   * The secret for a place as it is being reached: by the profile as it was read and over the SSH hosts that were connected
   * to, whatever both say by now. Throws as `secret` does.
   */
  secretFor(profile: ServerProfile, kind: SecretKind, way: readonly SshHop[]): Promise<string>;
  /**
   * What a secret of that profile is bound to as its route leads now; undefined if the route has no use for it. Throws
   * AppError `ssh.noConfig`.
   */
  secretTarget(profile: ServerProfile, kind: SecretKind): Promise<SecretTarget | undefined>;
  /** Answers at once: what the keychain has not told yet is `unknown`, and `onChange` is called when it has. */
  summaries(): ServerSummary[];
  /** Throws AppError `server.unknown`. */
  summary(id: ServerId): ServerSummary;
  /** The same of a server that may be gone: undefined then. */
  find(id: ServerId): ServerSummary | undefined;
  /** Asks the keychain again what is stored for each server, or for one. Never throws for what the keychain does. */
  lookAtSecrets(only?: ServerId): Promise<void>;
  /** Servers that end with the app, as those of the demo fleet, in place of the former ones. */
  setTemporary(servers: readonly TemporaryServer[]): void;
  pinMail(id: ServerId, pin: MailPin): Promise<void>;
}

/**
 * What a secret of a server is bound to, where its route leads over `way`; undefined if the route has no use for it. Without
 * `way` it is the route by the names in the profile, which `~/.ssh/config` may give another meaning any day. The salt stays
 * with those: it is never sent anywhere.
 */
export function secretTargetOf(
  profile: ServerProfile,
  kind: SecretKind,
  way: readonly SshHop[] = namedHops(profile.route),
): SecretTarget | undefined {
  if (kind === 'salt') return targetOf(profile);
  const last = way.at(-1);
  if (kind === 'bindPassword') return { ...targetOf(profile), ...(last ? { via: wayText(way) } : {}) };
  if (!last) return undefined;
  const via = way.length > 1 ? { via: wayText(way) } : {};
  return { host: last.host, port: last.port, mode: 'ssh', bindDn: last.user, ...via };
}

/**
 * Joins both kinds of servers. `wayOf` tells over which SSH hosts a route leads, by default those it names; `writing`, which
 * production servers may be written to, by default none. `temporary` is where `setTemporary` keeps its servers.
 */
export function knownServers(
  registry: ServerRegistry,
  secrets: ServerSecrets,
  onChange: () => void,
  wayOf: (route: Route) => Promise<readonly SshHop[]> = async (route) => namedHops(route),
  writing: Pick<AllowedWriting, 'until'> = { until: () => undefined },
  temporary: TemporaryServers = new Map(),
): KnownServers {
  const states = new Map<string, SecretState>();
  /** How many times another state was found of a server's secrets. */
  const found = new Map<ServerId, number>();

  const asAllowed = (profile: ServerProfile): ServerProfile =>
    isProduction(profile) ? { ...profile, readOnly: writing.until(profile) === undefined } : profile;
  const get = (id: ServerId) => temporary.get(id)?.profile ?? asAllowed(registry.get(id));
  /** A changed target is another question, so it has another key. */
  const keyOf = (profile: ServerProfile, kind: SecretKind) =>
    JSON.stringify([profile.id, kind, secretTargetOf(profile, kind)]);

  const storedOf = (id: ServerId) => temporary.get(id)?.profile ?? registry.get(id);

  const summarize = summaryMaker((profile) => {
    const passing = temporary.get(profile.id);
    return {
      passing,
      until: passing ? undefined : writing.until(profile),
      secretsFound: found.get(profile.id) ?? 0,
      asAllowed: () => (passing ? profile : asAllowed(profile)),
      stateOf: (kind) => (passing ? 'stored' : (states.get(keyOf(profile, kind)) ?? 'unknown')),
    };
  });

  async function ask(profile: ServerProfile, kind: SecretKind): Promise<SecretState> {
    try {
      const target = await secretTarget(profile, kind);
      if (!target) return 'none';
      const state = await secrets.state(profile.id, kind, target);
      return state === 'bound-elsewhere' ? 'boundElsewhere' : state;
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('keychain.')) return 'locked';
      // Where the route leads cannot be told, so neither can what is stored for it.
      if (error instanceof AppError && error.code === 'ssh.noConfig') return 'unknown';
      throw error;
    }
  }

  const secretTarget = async (profile: ServerProfile, kind: SecretKind) =>
    secretTargetOf(profile, kind, kind === 'salt' ? [] : await wayOf(profile.route));

  async function read({ id }: ServerProfile, kind: SecretKind, target: SecretTarget | undefined): Promise<string> {
    const passed = temporary.get(id)?.secrets[kind];
    const value = passed ?? (target && (await secrets.read(id, kind, target)));
    if (value === undefined) throw new AppError('secret.missing');
    hideFromLog(value);
    return value;
  }

  return {
    get,
    isDemo: (id) => temporary.has(id),
    secretTarget,
    async secret(id, kind) {
      const profile = get(id);
      return read(profile, kind, await secretTarget(profile, kind));
    },
    secretFor: async (profile, kind, way) => read(profile, kind, secretTargetOf(profile, kind, way)),
    summaries: () => [...registry.list(), ...[...temporary.values()].map(({ profile }) => profile)].map(summarize),
    summary: (id) => summarize(storedOf(id)),
    find(id) {
      const profile = temporary.get(id)?.profile ?? registry.find(id);
      return profile && summarize(profile);
    },
    async lookAtSecrets(only) {
      let changed = false;
      for (const profile of only ? [registry.get(only)] : registry.list()) {
        for (const kind of secretKinds) {
          const state = await ask(profile, kind);
          const key = keyOf(profile, kind);
          if (states.get(key) === state) continue;
          states.set(key, state);
          found.set(profile.id, (found.get(profile.id) ?? 0) + 1);
          changed = true;
        }
      }
      if (changed) onChange();
    },
    setTemporary(servers) {
      temporary.clear();
      for (const server of servers) temporary.set(server.profile.id, server);
      onChange();
    },
    async pinMail(id, pin) {
      const others = (get(id).mailPins ?? []).filter((known) => !isSameMailPlace(known, pin));
      const mailPins = [...others, pin].slice(-50);
      const demo = temporary.get(id);
      if (demo) temporary.set(id, { ...demo, profile: { ...demo.profile, mailPins } });
      else await registry.setMailPins(id, mailPins);
    },
  };
}
