import type { AppEvent } from '../../src-shared/contract/events';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import type { MailTested } from '../../src-shared/readiness/readiness-facts';
import type { Guards } from '../calls/guards';
import { createProfileGuard, guardSave, type ProfileGuard } from '../calls/profile-guard';
import { type Demo, demoService } from '../demo/demo-service';
import { discoveryService } from '../discovery/discovery-service';
import { openText } from '../discovery/open-text';
import { saveText } from '../files/save-text';
import type { BackgroundChecks } from '../health/background-checks';
import { watched } from '../health/watched';
import { unrecordedNotice } from '../history/history-notice';
import { historyService } from '../history/history-service';
import { tellingEnds } from '../history/telling-ends';
import { smtpService } from '../mail-test/smtp-service';
import { mailboxService } from '../mailbox/mailbox-service';
import { createHoldWatch, type HoldWatch } from '../organization/hold-watch';
import { organizationService } from '../organization/organization-service';
import { organizationSettler } from '../organization/organization-settler';
import type { UpdatePlans } from '../organization/plans';
import { rollbackService } from '../organization/rollback-service';
import { IdStore, type Snapshots } from '../organization/snapshots';
import { readinessService } from '../readiness/readiness-service';
import type { AllowedWriting } from '../registry/allowed-writing';
import type { KnownServers } from '../registry/known-servers';
import { openResetLink } from '../reset/open-reset-link';
import { createRequestSettler } from '../reset/request-settler';
import { type ResetService, resetService } from '../reset/reset-service';
import { mailboxSecrets } from '../secrets/mailbox-secrets';
import type { ServerSecrets } from '../secrets/server-secrets';
import { createKeyFiles } from '../servers/key-files';
import { createSaveServer } from '../servers/save-server';
import { serverOrderService } from '../servers/server-order';
import { serverService } from '../servers/server-service';
import type { SshQuestions } from '../servers/ssh-questions';
import { sshService } from '../servers/ssh-service';
import type { SshRoutes } from '../ssh/ssh-routes';
import { profileService } from '../transfer/profile-service';
import { openTransferFile, saveTransferFile } from '../transfer/transfer-dialogs';
import { testUserSettler } from '../users/test-user-settler';
import { userService } from '../users/user-service';
import type { CoreHandlers } from '../work/work';
import { createSettle, type Settle } from '../write/settle';
import type { Settlers } from '../write/settler';
import type { FirstServices } from './first-services';
import type { Host } from './host';
import type { Stores } from './stores';
import type { Tuning } from './tuning';
import type { Ways } from './ways';

interface Needs {
  host: Host;
  stores: Stores;
  guards: Guards;
  servers: KnownServers;
  secrets: ServerSecrets;
  writing: AllowedWriting;
  questions: SshQuestions;
  routes: SshRoutes;
  ways: Ways;
  checks: BackgroundChecks;
  first: FirstServices;
  /** Where the demo fleet listens while it runs. */
  demoPlaces: Set<string>;
  /** The ids of the demo fleet's servers before a lock. */
  demoIds: readonly ServerId[] | undefined;
  onChange(): void;
  send(event: AppEvent): void;
  addNotice(notice: Notice): void;
  tuning: Tuning;
}

/** Every call with what answers it, and the services that do more than answer calls. */
export interface Services {
  handlers: CoreHandlers;
  profileGuard: ProfileGuard;
  plans: UpdatePlans;
  demo: Demo;
  reset: ResetService;
  settle: Settle;
  holdWatch: HoldWatch;
}

/** Builds every service once. The calls are not guarded yet. */
export function joinServices(needs: Needs): Services {
  const { host, stores, servers, send } = needs;
  const demo = demoService({
    servers,
    startFleet: host.startDemo,
    tell: send,
    places: needs.demoPlaces,
    ids: needs.demoIds,
  });
  const profileGuard = createProfileGuard({
    registry: stores.registry,
    consent: needs.guards.consent,
    wayOf: needs.routes.way,
  });
  const gluu = gluuServices(needs, demo);
  const handlers: CoreHandlers = {
    ...needs.first,
    ...profileCalls(needs, profileGuard),
    ...gluu.calls,
    ...mailCalls(needs, gluu.snapshots),
    ...demo.calls,
  };
  return { handlers, profileGuard, demo, ...gluu };
}

/** The list of servers: how profiles are entered, found, kept, moved and taken elsewhere. */
function profileCalls(needs: Needs, profileGuard: ProfileGuard) {
  const { host, stores, guards, servers, secrets, writing, questions, routes, ways, checks, onChange } = needs;
  const { registry } = stores;
  const { consent } = guards;
  const { reach, reachThrough, refused } = ways;
  const keyFiles = createKeyFiles(() => host.files.choose('privateKey'), routes.configHosts);
  const save = guardSave(
    createSaveServer({ registry, secrets, servers, keyFiles, onChange, reachThrough }),
    profileGuard,
  );
  const forget = async (id: ServerId) => {
    await stores.tests.forget(id);
    await stores.runs.forget(id);
    await stores.beforeImages.forget(id);
  };
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
  const discovery = discoveryService({
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
  return {
    ...watched(serverService({ registry, secrets, servers, reach, refused, save, writing, onChange, forget }), checks),
    ...serverOrderService(registry, servers, onChange),
    ...profiles.calls,
    ...sshService({ routes, questions, keyFiles }),
    ...discovery.calls,
  };
}

/** What is read from a Gluu Server and written to it, with its history. */
function gluuServices(needs: Needs, demo: Demo) {
  const { host, stores, guards, servers, ways, send, addNotice, tuning } = needs;
  const { beforeImages, runs } = stores;
  const { holdWaits, mailLimits: limits, settlePauses: pauses, now = () => new Date() } = tuning;
  const history = tellingEnds(stores.history, {
    changed: (serverId, historyId) => send({ kind: 'changed', serverId, historyId }),
    unrecorded: (entry) => addNotice(unrecordedNotice(entry)),
  });
  const { reach } = ways;
  const snapshots: Snapshots = new IdStore();
  const plans: UpdatePlans = new IdStore();
  const settlers: Required<Settlers> = {
    organization: organizationSettler,
    testUser: testUserSettler,
    resetRequest: createRequestSettler({ runs, now, history }),
  };
  const settle = createSettle({ reach, history, pauses }, settlers);
  const holdWatch = createHoldWatch({
    reach,
    history,
    tell: (serverId, historyId, held) => send({ kind: 'held', serverId, historyId, held }),
    alarm: addNotice,
    waits: holdWaits,
  });
  const reset = resetService({
    servers,
    reach,
    history,
    settle,
    runs,
    now,
    places: guards.places,
    clearText: guards.clearText,
    mails: guards.mails,
    checkLink: tuning.checkLink ?? ((url, signal) => openResetLink(url, signal, { trusts: demo.trusts })),
    limits,
  });
  const calls = {
    ...organizationService({ servers, reach, history, beforeImages, snapshots, plans, settle, holdWatch }),
    ...rollbackService({ servers, reach, history, beforeImages, plans, settle }),
    ...reset.calls,
    ...userService({ servers, reach, history, settle }),
    ...historyService({ history, settle, saveText: (name, text) => saveText(host.files, name, text) }),
  };
  return { calls, snapshots, plans, settle, holdWatch, reset };
}

/** Whether mail can be sent, and whether it arrives. */
function mailCalls({ stores, guards, servers, ways, send, tuning }: Needs, snapshots: Snapshots) {
  const { tests, mailbox, keychain } = stores;
  const { places, clearText } = guards;
  const lastTests = new Map<ServerId, MailTested>();
  return {
    ...smtpService({
      servers,
      snapshots,
      tests,
      networkOf: ways.networkOf,
      clearText,
      remember(id, tested) {
        lastTests.set(id, tested);
        send({ kind: 'changed', serverId: id });
      },
    }),
    ...readinessService({
      servers,
      reach: ways.reach,
      places,
      lastTest: (id) => lastTests.get(id),
      limits: tuning.readinessLimits,
    }),
    ...mailboxService({ store: mailbox, secrets: mailboxSecrets(keychain), clearText }),
  };
}
