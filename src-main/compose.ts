import type { AppEvent } from '../src-shared/contract';
import type { Notice } from '../src-shared/model/app';
import type { MailServerSeen } from '../src-shared/model/probe';
import type { ServerId } from '../src-shared/model/server';
import { writeTimesAs } from '../src-shared/moment';
import { appService } from './app/app-service';
import { afterCore, afterCrash } from './app/notices';
import { saveText } from './app/save-text';
import { openStores } from './app/stores';
import type { Remains } from './core/core-protocol';
import { type Demo, demoService } from './demo/demo-service';
import { startDemoFleet } from './demo/fleet';
import { createAskOnce } from './guard/ask-once';
import { createClearText } from './guard/clear-text';
import { guardCalls } from './guard/guarded-calls';
import { guardRoutes } from './guard/guarded-reach';
import { createMailGuard } from './guard/mail-guard';
import type { Place } from './guard/place-name';
import { createPlaces } from './guard/places';
import { createProfileGuard, guardSave } from './guard/profile-guard';
import { createWriteConsent } from './guard/write-consent';
import { historyService } from './history/history-service';
import type { Host } from './host';
import type { CoreHandlers } from './ipc/work';
import { log } from './log';
import { mailboxService } from './mailbox/mailbox-service';
import { onboardingService } from './onboarding/onboarding-service';
import { openText } from './onboarding/open-text';
import { createHoldWatch } from './organization/hold-watch';
import { organizationService } from './organization/organization-service';
import type { UpdatePlans } from './organization/plans';
import { rollbackService } from './organization/rollback-service';
import { createSettle } from './organization/settle';
import { openWrites, settleAtStart } from './organization/settle-at-start';
import { Kept, type Snapshots } from './organization/snapshots';
import { profileService } from './profiles/profile-service';
import { openTransferFile, saveTransferFile } from './profiles/transfer-dialogs';
import { readinessService } from './readiness/readiness-service';
import { openResetLink } from './reset/open-reset-link';
import { resetService } from './reset/reset-service';
import { mailboxSecrets } from './secrets/mailbox-secrets';
import { serverSecrets } from './secrets/server-secrets';
import { createAllowedWriting } from './servers/allowed-writing';
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
import { keyOpener } from './ssh/key-opener';
import { createSshRoutes } from './ssh/ssh-routes';
import { settleTestUsers } from './users/settle-test-users';
import { userService } from './users/user-service';
import { createWays } from './ways';

/** All servers behind one SSH host share its connection. sshd limits sessions in one, not forwardings (sshd_config(5), MaxSessions). */
const SSH_CHANNELS = 100;

/** Everything the console can do, behind its guards. */
export interface Console {
  calls: CoreHandlers;
  demo: Demo;
  /** Begins what it does by itself. With `unlocks` the keychain has to open first; throws AppError `keychain.*` otherwise. */
  start(unlocks: boolean): Promise<void>;
  /** Has the page say, once it is there again, that its process was gone. */
  tellCrash(): void;
  /** Has the processes and threads beside main do something. Rejects where one does not. */
  ownProcesses(): Promise<void>;
  /** Begins nothing more by itself, and lets nobody hear of anything: it is about to end. */
  close(): void;
  /** Ends what is left once the last write has ended. */
  dispose(): Promise<void>;
  /** What the next console goes on with. */
  kept(): Remains;
}

/** Builds every service once and joins them. Knows nothing of Electron: what differs by where it runs is the `host`. */
export async function composeConsole(host: Host, before: Remains = { notices: [] }): Promise<Console> {
  writeTimesAs(host.locale);
  let closed = false;
  /** A locked window hears nothing; it reads everything anew when it is unlocked. */
  const send = (event: AppEvent) => {
    if (!closed) host.tell(event);
  };

  const stores = await openStores({
    folder: host.folder,
    keychain: { spawn: host.spawnKeychain, service: host.keychainService },
    isDemo: (id) => servers.isDemo(id),
  });
  const { settings, keychain, registry, history, beforeImages, tests, runs, mailbox, confirmed, seen, notices } =
    stores;
  const earlier = before.notices.filter(({ id }) => !notices.some((found) => found.id === id));
  // That it stood still says more than that it is gone.
  notices.unshift(...earlier.filter(({ id }) => id !== afterCore.id || stores.stalled.length === 0));
  host.applyTheme(settings.read().theme);
  const leftOpen = openWrites(history);
  const { confirm } = host;
  const isOwn = (place: Place) => demo.isOwn(place);
  const places = createPlaces({ confirmed, confirm, isOwn });
  const ask = createAskOnce({ confirm });
  const clearText = createClearText({ ask, isOwn });
  const mails = createMailGuard({ ask, isOwn });
  const questions = sshQuestions(
    (question) => send({ kind: 'sshQuestion', question }),
    (questionId) => send({ kind: 'sshQuestionGone', questionId }),
  );
  const guard = guardRoutes(places);
  const openKey = keyOpener(host.keyThreadFile);
  const routes = createSshRoutes({ ask: questions.ask, openKey, guard, limits: { channels: SSH_CHANNELS } });

  const secrets = serverSecrets(keychain);
  const writing = createAllowedWriting(() => onChange());
  const servers = knownServers(registry, secrets, () => onChange(), routes.way, writing);
  const onChange = () => {
    send({ kind: 'servers', servers: servers.summaries() });
    checks.look();
  };
  keychain.onStatus((status) => {
    send({ kind: 'keychain', status });
    checks.look();
  });

  const consent = createWriteConsent({ confirm, isDemo: servers.isDemo });
  const keyFiles = createKeyFiles(() => host.files.choose('privateKey'), routes.configHosts);

  const testPasswords = new Map<string, string>();
  host.applyAutoLock(settings.read().autoLock);

  const ways = createWays({
    servers,
    routes,
    guard,
    places,
    clearText,
    file: seen,
    spawnDecoder: host.spawnDecoder,
    openKey,
    stall: { threadFile: host.stallThreadFile, recordFile: stores.stallRecord },
    onHeld: () => checks.look(),
  });
  const { reach, reachThrough, networkOf, refused, held } = ways;
  const profileGuard = createProfileGuard({ registry, consent, wayOf: routes.way });
  const saveServer = createSaveServer({ registry, secrets, servers, keyFiles, onChange, reachThrough });
  const save = guardSave(saveServer, profileGuard);
  const checks = backgroundChecks({
    summaries: servers.summaries,
    keychain: () => (closed ? 'locked' : keychain.status().kind),
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
    profileGuard,
    onChange,
    appVersion: host.appVersion,
    openFile: () => openTransferFile(host.files),
    saveFile: (name, text, title) => saveTransferFile(host.files, name, text, title),
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
  const demo = demoService({ servers, startFleet: startDemoFleet, tell: send, ids: before.demo });

  const reset = resetService({
    servers,
    reach,
    history,
    runs,
    places,
    clearText,
    mails,
    checkLink: (url, signal) => openResetLink(url, signal, { trusts: demo.trusts }),
  });

  const onboarding = onboardingService({
    async openFiles(key, route, secrets, work) {
      await keyFiles.check(route);
      return routes.files(key, route, secrets, work);
    },
    wayOf: routes.way,
    closeFiles: routes.close,
    openText: () => openText(host.files),
    save,
    consent,
  });
  const handlers: CoreHandlers = {
    ...appService({
      appVersion: host.appVersion,
      runtime: host.runtime,
      coreDumps: host.coreDumps,
      licencesFile: host.licencesFile,
      locale: host.locale,
      settings,
      notices,
      keychain,
      demoRunning: demo.running,
      applyTheme: host.applyTheme,
      saveText: (name, text) => saveText(host.files, name, text),
      lookAtSecrets: servers.lookAtSecrets,
      applyAutoLock: host.applyAutoLock,
    }),
    ...watched(serverService({ registry, secrets, servers, reach, refused, save, writing, onChange, forget }), checks),
    ...serverOrderService(registry, servers, onChange),
    ...fleetService(checks, seen, settings),
    ...profiles.calls,
    ...sshService({ routes, questions, keyFiles }),
    ...onboarding.calls,
    ...organizationService({ servers, reach, history, beforeImages, snapshots, plans, settle, holdWatch }),
    ...rollbackService({ servers, reach, history, beforeImages, plans, settle }),
    ...smtpService({
      servers,
      snapshots,
      tests,
      networkOf,
      clearText,
      remember: (id, seen) => lastProbes.set(id, seen),
    }),
    ...readinessService({ servers, reach, places, lastProbe: (id) => lastProbes.get(id) }),
    ...reset.calls,
    ...userService({ servers, reach, history, onHistory, passwords: testPasswords }),
    ...mailboxService({ store: mailbox, secrets: mailboxSecrets(keychain), clearText }),
    ...historyService({ history, settle, saveText: (name, text) => saveText(host.files, name, text) }),
    ...demo.calls,
  };
  const needs = {
    servers,
    runs,
    mailbox,
    places,
    clearText,
    mails,
    consent,
    profileGuard,
    settings,
    wayOf: routes.way,
  };
  const calls = guardCalls(held.noted(handlers), needs);

  held.add(stores.stalled);

  /** In the background: a locked keychain may take half a minute to say so. */
  async function lookAtKeychain(): Promise<void> {
    await keychain.retry();
    await servers.lookAtSecrets();
    if (registry.state.kind === 'loaded') await secrets.reconcile(registry.list().map(({ id }) => id));
  }
  const isKnown = (id: ServerId) => servers.summaries().some((server) => server.id === id);
  const mayRead = (id: ServerId) =>
    !closed &&
    !reasonToSkip(servers.summary(id), keychain.status().kind, {
      ...{ wasConnected: true, reachedNow: checks.reachedNow(id), isHeld: held.has(id) },
    });
  const settleOpenWrites = () =>
    settleAtStart({
      open: leftOpen,
      history,
      settle,
      isKnown,
      mayRead,
      tell: addNotice,
    });
  async function start(unlocks: boolean): Promise<void> {
    if (unlocks) await keychain.unlock();
    if (before.demo) await demo.start();
    lookAtKeychain()
      .catch((error: unknown) => log.warn(String(error)))
      .then(() => {
        holdWatch.resume((id) => isKnown(id) && mayRead(id));
        return settleOpenWrites();
      })
      .catch(log.bug);
    reset.recover().catch(log.bug);
  }

  const close = () => {
    closed = true;
    checks.dispose();
    writing.dispose();
    keychain.lock();
  };
  const dispose = async () => {
    routes.closeAll();
    ways.dispose();
    keychain.dispose();
    await seen.flush().catch((error: unknown) => log.warn(String(error)));
  };
  const kept = (): Remains => {
    const ids = demo.ids();
    return { notices, ...(ids ? { demo: ids } : {}) };
  };
  const tellCrash = () => {
    if (!notices.includes(afterCrash)) notices.push(afterCrash);
  };
  return { calls, demo, start, tellCrash, ownProcesses: ways.ownProcesses, close, dispose, kept };
}
