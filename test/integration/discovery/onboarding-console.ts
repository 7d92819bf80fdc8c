import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../src-main/base/app-error';
import { type Onboarding, onboardingService } from '../../../src-main/discovery/discovery-service';
import { type NetworkOf, noRoutes } from '../../../src-main/reach/networks';
import { createReach } from '../../../src-main/reach/reach';
import { createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry, type ServerRegistry, trustPlace } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { createSaveServer, type Reachable } from '../../../src-main/servers/save-server';
import { type ServerCalls, serverService } from '../../../src-main/servers/server-service';
import type { RemoteFiles } from '../../../src-main/ssh/remote-files';
import type { SshSecrets } from '../../../src-main/ssh/ssh-options';
import type { Work } from '../../../src-main/work/work';
import { namedHops, type Route, type SshHop, type SshRoute } from '../../../src-shared/model/route';
import { memoryKeychain } from '../../support/fake-keychain';

interface Options {
  /** The folder the console keeps its files in; made if it is not there. */
  data: string;
  openFiles(key: string, route: SshRoute, secrets: SshSecrets, work: Work): Promise<RemoteFiles>;
  closeFiles(key: string): void;
  /** What ~/.ssh/config makes of routes; nothing by default. */
  wayOf?(route: Route): Promise<SshHop[]>;
  networkOf?(servers: Reachable): NetworkOf;
}

export interface OnboardingConsole extends Onboarding {
  registry: ServerRegistry;
  servers: ServerCalls;
  keychain: ReturnType<typeof memoryKeychain>;
  /** What the system's own dialogs answer: the file that is opened, and whether a certificate is trusted; `whenAsked` happens before. */
  says: { opened?: { name: string; text: string }; trusts: boolean; whenAsked?(): void };
  /** What was asked outside the window. */
  asked: string[];
}

/** The part of the console that adds servers, on a keychain in memory; only the system's dialogs are replaced. */
export function startOnboarding({ data, openFiles, closeFiles, networkOf, wayOf }: Options): OnboardingConsole {
  mkdirSync(data, { recursive: true });
  const keychain = memoryKeychain();
  const registry = openServerRegistry(path.join(data, 'servers.json'));
  const secrets = serverSecrets(keychain);
  const writing = createAllowedWriting(() => {});
  const known = knownServers(registry, secrets, () => {}, undefined, writing);
  const refused = new Map<string, string>();
  const reach = createReach(
    known,
    (profile, sha256) => refused.set(trustPlace(profile), sha256),
    networkOf?.(known) ?? noRoutes,
  );
  const save = createSaveServer({
    registry,
    secrets,
    servers: known,
    keyFiles: { choose: async () => undefined, check: async () => {} },
    onChange() {},
    reachThrough: (entered) => createReach(entered, () => {}, networkOf?.(entered) ?? noRoutes),
  });
  const servers = serverService({
    registry,
    secrets,
    servers: known,
    reach,
    refused,
    save,
    writing,
    onChange() {},
    forget: async () => {},
  });
  const says: OnboardingConsole['says'] = { trusts: true };
  const asked: string[] = [];
  const onboarding = onboardingService({
    openFiles,
    closeFiles,
    wayOf: wayOf ?? (async (route) => namedHops(route)),
    openText: async () => says.opened,
    save,
    consent: {
      async askWeakening(message) {
        asked.push(message);
        says.whenAsked?.();
        if (!says.trusts) throw new AppError('write.notConfirmed');
      },
    },
  });
  return { ...onboarding, registry, servers, keychain, says, asked };
}
