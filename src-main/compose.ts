import path from 'node:path';
import { app, clipboard, nativeTheme, shell, type WebContents } from 'electron';
import type { AppEvent } from '../src-shared/contract';
import type { Notice } from '../src-shared/model/app';
import type { MailServerSeen } from '../src-shared/model/probe';
import type { ServerId } from '../src-shared/model/server';
import { appService } from './app/app-service';
import { spawnKeychainWorker } from './app/keychain-worker';
import { setMenu } from './app/menu';
import { noticeOf } from './app/notices';
import { saveText } from './app/save-text';
import { openSettings } from './app/settings';
import { type Demo, demoService } from './demo/demo-service';
import { startDemoFleet } from './demo/fleet';
import { openHistory } from './history/history-log';
import { historyService } from './history/history-service';
import { serve, tell } from './ipc/serve';
import { log } from './log';
import { mailboxService } from './mailbox/mailbox-service';
import { openMailboxStore } from './mailbox/mailbox-store';
import { createHoldWatch } from './organization/hold-watch';
import { organizationService } from './organization/organization-service';
import { createSettle } from './organization/settle';
import { Kept, type Snapshots } from './organization/snapshots';
import { readinessService } from './readiness/readiness-service';
import { openResetLink } from './reset/open-reset-link';
import { resetService } from './reset/reset-service';
import { openRunLog } from './reset/run-log';
import { keychainClient } from './secrets/keychain-client';
import { mailboxSecrets } from './secrets/mailbox-secrets';
import { serverSecrets } from './secrets/server-secrets';
import { knownServers } from './servers/known-servers';
import { createReach } from './servers/reach';
import { openServerRegistry } from './servers/server-registry';
import { serverService } from './servers/server-service';
import { smtpService } from './smtp/smtp-service';
import { openTestHistory } from './smtp/test-history';
import { settleTestUsers } from './users/settle-test-users';
import { userService } from './users/user-service';

export interface Composed {
  demo: Demo;
  dispose(): void;
}

/** Builds every service once, joins them and serves their calls. `contents` is the window, once there is one. */
export async function composeApp(contents: () => WebContents | undefined): Promise<Composed> {
  const folder = app.getPath('userData');
  const file = (name: string) => path.join(folder, name);
  log.keepIn(file('gluu-console.log'));

  const send = (event: AppEvent) => {
    const window = contents();
    if (window) tell(window, event);
  };

  const settings = openSettings(file('settings.json'));
  nativeTheme.themeSource = settings.read().theme;
  const registry = openServerRegistry(file('servers.json'));
  const history = await openHistory(file('history.jsonl'));
  const tests = openTestHistory(file('mail-tests.json'));
  const runs = openRunLog(file('reset-runs.json'), (id) => servers.isDemo(id));
  const mailbox = openMailboxStore(file('mailbox.json'));
  const notices = [
    noticeOf('settings', 'The settings file', settings.state),
    noticeOf('servers', 'The list of servers', registry.state),
    noticeOf('reset', 'The list of earlier reset tests', runs.state),
    noticeOf('mailbox', 'The mailbox of the reset test', mailbox.state),
    noticeOf('tests', 'The list of earlier mail tests', tests.state),
  ].filter((notice): notice is Notice => notice !== undefined);

  const keychain = keychainClient({
    spawn: spawnKeychainWorker,
    knownCanary: settings.read().canaryWritten,
    onCanaryWritten: () => {
      settings.write({ ...settings.read(), canaryWritten: true }).catch(log.bug);
    },
  });
  const secrets = serverSecrets(keychain);
  const servers = knownServers(registry, secrets, () => send({ kind: 'servers', servers: servers.summaries() }));
  const onChange = () => send({ kind: 'servers', servers: servers.summaries() });
  keychain.onStatus((status) => send({ kind: 'keychain', status }));

  const refused = new Map<ServerId, string>();
  const reach = createReach(servers, (id, sha256) => refused.set(id, sha256));
  const snapshots: Snapshots = new Kept();
  const lastProbes = new Map<ServerId, MailServerSeen>();
  const onHistory = (serverId: ServerId) => send({ kind: 'history', serverId });
  const settle = createSettle(reach, history, onHistory, (reached, serverId) =>
    settleTestUsers(reached, serverId, history),
  );
  const holdWatch = createHoldWatch({
    reach,
    history,
    tell: (serverId, historyId, held) => send({ kind: 'held', serverId, historyId, held }),
  });
  const forget = async (id: ServerId) => {
    await tests.forget(id);
    await runs.forget(id);
  };
  const demo = demoService({ servers, startFleet: startDemoFleet, tell: send });

  const reset = resetService({
    servers,
    reach,
    history,
    runs,
    checkLink: (url, signal) => openResetLink(url, signal, { trusts: demo.trusts }),
  });

  serve({
    ...appService({
      appVersion: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      settings,
      notices,
      keychain,
      demoRunning: demo.running,
      applyTheme: (theme) => {
        nativeTheme.themeSource = theme;
      },
      openLink: (address) => shell.openExternal(address),
      copy: (text) => clipboard.writeText(text),
      saveText: (name, text) => saveText(contents(), name, text),
      lookAtSecrets: servers.lookAtSecrets,
    }),
    ...serverService({ registry, secrets, servers, reach, refused, onChange, forget }),
    ...organizationService({ servers, reach, history, snapshots, settle, holdWatch }),
    ...smtpService({ servers, snapshots, tests, remember: (id, seen) => lastProbes.set(id, seen) }),
    ...readinessService({ servers, reach, lastProbe: (id) => lastProbes.get(id) }),
    ...reset.calls,
    ...userService({ servers, reach, history, onHistory }),
    ...mailboxService({ store: mailbox, secrets: mailboxSecrets(keychain) }),
    ...historyService(history, settle),
    ...demo.calls,
  });
  setMenu((command) => send({ kind: 'command', command }));

  /** In the background: a locked keychain may take half a minute to say so. */
  async function lookAtKeychain(): Promise<void> {
    await keychain.retry();
    await servers.lookAtSecrets();
    if (registry.state.kind === 'loaded') await secrets.reconcile(registry.list().map(({ id }) => id));
  }
  lookAtKeychain().catch((error: unknown) => log.warn(String(error)));
  reset.recover().catch(log.bug);

  return { demo, dispose: () => keychain.dispose() };
}
