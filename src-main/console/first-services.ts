import type { AppEvent } from '../../src-shared/contract/events';
import { saveText } from '../files/save-text';
import type { CheckMany } from '../health/check-many';
import { healthService } from '../health/health-service';
import type { CoreHandlers } from '../work/work';
import { appService } from './app-service';
import type { FirstStores } from './first-stores';
import type { Host } from './host';
import type { ServerList } from './list';

interface Needs {
  host: Host;
  stores: Pick<FirstStores, 'keychain' | 'notices' | 'seen' | 'settings'>;
  list: Pick<ServerList, 'checks' | 'servers'>;
  checkMany: CheckMany;
  demoRunning(): boolean;
  send(event: AppEvent): void;
}

export type FirstServices = ReturnType<typeof joinFirstServices>;

/** The services of what a page asks first. Their calls are not guarded yet. */
export function joinFirstServices({ host, stores, list, checkMany, demoRunning, send }: Needs) {
  const { settings, notices, keychain, seen: file } = stores;
  const { servers, checks } = list;
  return {
    ...appService({
      appVersion: host.appVersion,
      runtime: host.runtime,
      coreDumps: host.coreDumps,
      licencesFile: host.licencesFile,
      language: host.language,
      settings,
      notices,
      keychain,
      demoRunning,
      applyTheme: host.applyTheme,
      applySpeech: host.applySpeech,
      saveText: (name, text) => saveText(host.files, name, text),
      lookAtSecrets: servers.lookAtSecrets,
      applyAutoLock: host.applyAutoLock,
      tell: send,
    }),
    ...healthService({ checks, checkMany, file, settings }),
    'server.list': async () => servers.summaries(),
  } satisfies Partial<CoreHandlers>;
}
