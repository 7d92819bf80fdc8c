import path from 'node:path';
import { app, clipboard, nativeTheme, shell, type WebContents } from 'electron';
import type { AppEvent } from '../src-shared/contract';
import type { Notice } from '../src-shared/model/app';
import type { MailServerSeen } from '../src-shared/model/probe';
import type { ServerId } from '../src-shared/model/server';
import { appService } from './app/app-service';
import { recycleRenderer, watchIdleness } from './app/auto-lock';
import { chooseKeyFile } from './app/choose-key-file';
import { spawnDecoderProcess, spawnKeychainProcess, stallThreadFile } from './app/helper-processes';
import { setMenu } from './app/menu';
import { nativeConfirm } from './app/native-confirm';
import { afterCrash } from './app/notices';
import { openText } from './app/open-text';
import { openProfileFile, saveProfileFile } from './app/profile-dialogs';
import { saveText } from './app/save-text';
import { openStores } from './app/stores';
import { type Demo, demoService } from './demo/demo-service';
import { startDemoFleet } from './demo/fleet';
import { createAppLock } from './guard/app-lock';
import { oneAtATime } from './guard/confirm';
import { guardCalls } from './guard/guarded-calls';
import { guardRoutes } from './guard/guarded-reach';
import { createPlaces } from './guard/places';
import { createWriteConsent } from './guard/write-consent';
import { historyService } from './history/history-service';
import { serve, tell } from './ipc/serve';
import type { Handlers } from './ipc/work';
import { type WritesUnderWay, writesUnderWay } from './ipc/writes-under-way';
import { log } from './log';
import { mailboxService } from './mailbox/mailbox-service';
import { onboardingService } from './onboarding/onboarding-service';
import { createHoldWatch } from './organization/hold-watch';
import { organizationService } from './organization/organization-service';
import type { UpdatePlans } from './organization/plans';
import { rollbackService } from './organization/rollback-service';
import { createSettle } from './organization/settle';
import { openWrites, settleAtStart } from './organization/settle-at-start';
import { Kept, type Snapshots } from './organization/snapshots';
import { profileService } from './profiles/profile-service';
import { readinessService } from './readiness/readiness-service';
import { forgetHidden } from './redact';
import { openResetLink } from './reset/open-reset-link';
import { resetService } from './reset/reset-service';
import { keychainServiceFor } from './secrets/keychain-service';
import { mailboxSecrets } from './secrets/mailbox-secrets';
import { serverSecrets } from './secrets/server-secrets';
import { backgroundChecks } from './servers/background-checks';
import { reasonToSkip } from './servers/background-rules';
import { checkThrough, fleetService, watched } from './servers/background-service';
import { createKeyFiles } from './servers/key-files';
import { knownServers } from './servers/known-servers';
import { createSaveServer } from './servers/save-server';
import { serverOrderService } from './servers/server-order';
import { serverService } from './servers/server-service';
import { sshQuestions } from './servers/ssh-questions';
import { sshService } from './servers/ssh-service';
import { smtpService } from './smtp/smtp-service';
import { createSshRoutes } from './ssh/ssh-routes';
import { settleTestUsers } from './users/settle-test-users';
import { userService } from './users/user-service';
import { createWays } from './ways';

/** All servers behind one SSH host share its connection. sshd limits sessions in one, not forwardings (sshd_config(5), MaxSessions). */
const SSH_CHANNELS = 100;

/** How long a write to a server may still take when the app is locked. */
const LAST_WRITE_MS = 10_000;

export interface Composed {
  demo: Demo;
  writes: WritesUnderWay;
  isLocked(): boolean;
  /** Has the page say, once it is there again, that its process was gone. */
  tellCrash(): void;
  /** Has the processes and threads beside main do something. Rejects where one does not. */
  ownProcesses(): Promise<void>;
  dispose(): void;
}

/** Builds every service once, joins them and serves their calls. `contents` is the window, once there is one. */
export async function composeApp(contents: () => WebContents | undefined): Promise<Composed> {
  const tellWindow = (event: AppEvent) => {
    const window = contents();
    if (window) tell(window, event);
  };
  /** A locked window hears nothing; it reads everything anew when it is unlocked. */
  const send = (event: AppEvent) => {
    if (!lock.isLocked()) tellWindow(event);
  };

  const folder = app.getPath('userData');
  const stores = await openStores({
    folder,
    keychain: {
      spawn: spawnKeychainProcess,
      service: keychainServiceFor(folder, path.join(app.getPath('appData'), app.getName())),
    },
    isDemo: (id) => servers.isDemo(id),
  });
  const { settings, keychain, registry, history, beforeImages, tests, runs, mailbox, confirmed, seen, notices } =
    stores;
  nativeTheme.themeSource = settings.read().theme;
  const leftOpen = openWrites(history);
  const confirm = oneAtATime(nativeConfirm(contents));
  const places = createPlaces({ confirmed, confirm, isOwn: (place) => demo.isOwn(place) });
  const questions = sshQuestions(
    (question) => send({ kind: 'sshQuestion', question }),
    (questionId) => send({ kind: 'sshQuestionGone', questionId }),
  );
  const guard = guardRoutes(places);
  const routes = createSshRoutes({ ask: questions.ask, guard, limits: { channels: SSH_CHANNELS } });

  const secrets = serverSecrets(keychain);
  const servers = knownServers(registry, secrets, () => onChange(), routes.way);
  const onChange = () => {
    send({ kind: 'servers', servers: servers.summaries() });
    checks.look();
  };
  keychain.onStatus((status) => {
    send({ kind: 'keychain', status });
    checks.look();
  });

  const consent = createWriteConsent({ confirm, isDemo: servers.isDemo });
  const keyFiles = createKeyFiles(() => chooseKeyFile(contents()), routes.configHosts);

  const testPasswords = new Map<string, string>();
  const writes = writesUnderWay();
  const lock = createAppLock({
    keychain,
    tell: () => tellWindow({ kind: 'locked' }),
    pageProcess: () => contents()?.getOSProcessId(),
    recycle: () => recycleRenderer(contents()),
  });
  lock.onLock(() => {
    consent.drop();
    // A write that runs ends in order: cut off, it would only be known after the next reading.
    writes.settled(LAST_WRITE_MS).then(routes.closeAll).catch(log.bug);
    testPasswords.clear();
    forgetHidden();
  });
  const autoLock = watchIdleness(() => lock.lock());
  autoLock.apply(settings.read().autoLock);

  const ways = createWays({
    servers,
    routes,
    guard,
    places,
    file: seen,
    spawnDecoder: spawnDecoderProcess,
    stall: { threadFile: stallThreadFile(), recordFile: stores.stallRecord },
    onHeld: () => checks.look(),
  });
  const { reach, reachThrough, networkOf, refused, held } = ways;
  const save = createSaveServer({ registry, secrets, servers, keyFiles, onChange, reachThrough });
  const checks = backgroundChecks({
    summaries: servers.summaries,
    keychain: () => (lock.isLocked() ? 'locked' : keychain.status().kind),
    check: checkThrough(reach),
    file: seen,
    paused: settings.read().checksPaused ?? false,
    tell: (health) => send({ kind: 'health', health }),
  });
  const profiles = profileService({
    registry,
    secrets,
    servers,
    consent,
    onChange,
    appVersion: app.getVersion(),
    openFile: () => openProfileFile(contents()),
    saveFile: (name, text, title) => saveProfileFile(contents(), name, text, title),
  });
  lock.onLock(() => {
    profiles.forget();
    checks.look();
  });
  const snapshots: Snapshots = new Kept();
  const plans: UpdatePlans = new Kept();
  const lastProbes = new Map<ServerId, MailServerSeen>();
  const onHistory = (serverId: ServerId) => send({ kind: 'history', serverId });
  const settle = createSettle(reach, history, onHistory, (reached, serverId) =>
    settleTestUsers(reached, serverId, history),
  );
  const addNotice = (notice: Notice) => {
    notices.push(notice);
    send({ kind: 'notices', notices });
  };
  const holdWatch = createHoldWatch({
    reach,
    history,
    tell: (serverId, historyId, held) => send({ kind: 'held', serverId, historyId, held }),
    alarm: addNotice,
  });
  const forget = async (id: ServerId) => {
    await tests.forget(id);
    await runs.forget(id);
    await beforeImages.forget(id);
  };
  const demo = demoService({ servers, startFleet: startDemoFleet, tell: send });

  const reset = resetService({
    servers,
    reach,
    history,
    runs,
    places,
    checkLink: (url, signal) => openResetLink(url, signal, { trusts: demo.trusts }),
  });

  const onboarding = onboardingService({
    async openFiles(key, route, secrets, work) {
      await keyFiles.check(route);
      return routes.files(key, route, secrets, work);
    },
    wayOf: routes.way,
    closeFiles: routes.close,
    openText: () => openText(contents()),
    save,
    pin: registry.pin,
    summary: servers.summary,
    onChange,
    consent,
  });
  lock.onLock(onboarding.forgetAll);

  const handlers: Handlers = {
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
      lock,
      applyAutoLock: autoLock.apply,
    }),
    ...watched(serverService({ registry, secrets, servers, reach, refused, save, onChange, forget }), checks),
    ...serverOrderService(registry, servers, onChange),
    ...fleetService(checks, seen, settings),
    ...profiles.calls,
    ...sshService({ routes, questions, keyFiles }),
    ...onboarding.calls,
    ...organizationService({ servers, reach, history, beforeImages, snapshots, plans, settle, holdWatch }),
    ...rollbackService({ servers, reach, history, beforeImages, plans, settle }),
    ...smtpService({ servers, snapshots, tests, networkOf, remember: (id, seen) => lastProbes.set(id, seen) }),
    ...readinessService({ servers, reach, places, lastProbe: (id) => lastProbes.get(id) }),
    ...reset.calls,
    ...userService({ servers, reach, history, onHistory, passwords: testPasswords }),
    ...mailboxService({ store: mailbox, secrets: mailboxSecrets(keychain) }),
    ...historyService({ history, settle, saveText: (name, text) => saveText(contents(), name, text) }),
    ...demo.calls,
  };
  serve(guardCalls(held.noted(handlers), { servers, runs, mailbox, places, consent, wayOf: routes.way }), lock, writes);
  setMenu((command) => send({ kind: 'command', command }));

  held.add(stores.stalled);

  /** In the background: a locked keychain may take half a minute to say so. */
  async function lookAtKeychain(): Promise<void> {
    await keychain.retry();
    await servers.lookAtSecrets();
    if (registry.state.kind === 'loaded') await secrets.reconcile(registry.list().map(({ id }) => id));
  }
  const isKnown = (id: ServerId) => servers.summaries().some((server) => server.id === id);
  const mayRead = (id: ServerId) =>
    !lock.isLocked() &&
    !reasonToSkip(servers.summary(id), keychain.status().kind, { wasConnected: true, isHeld: held.has(id) });
  const settleOpenWrites = () =>
    settleAtStart({
      open: leftOpen,
      history,
      settle,
      isKnown,
      mayRead,
      tell: addNotice,
    });
  lookAtKeychain()
    .catch((error: unknown) => log.warn(String(error)))
    .then(() => {
      holdWatch.resume((id) => isKnown(id) && mayRead(id));
      return settleOpenWrites();
    })
    .catch(log.bug);
  reset.recover().catch(log.bug);

  const dispose = () => {
    checks.dispose();
    seen.flush().catch((error: unknown) => log.warn(String(error)));
    autoLock.stop();
    routes.closeAll();
    ways.dispose();
    keychain.dispose();
  };
  const tellCrash = () => {
    if (!notices.includes(afterCrash)) notices.push(afterCrash);
  };
  return { demo, writes, isLocked: lock.isLocked, tellCrash, ownProcesses: ways.ownProcesses, dispose };
}
