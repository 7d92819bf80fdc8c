import type { AppState } from '../../src-shared/contract/app-calls';
import type { Result } from '../../src-shared/model/failure';
import type { ServerSummary } from '../../src-shared/model/server';
import type { HealthView } from '../../src-shared/model/server-health';
import { invoke } from './ipc';

/** What a window begins with. */
export interface FirstAnswers {
  app: Promise<Result<AppState>>;
  health: Promise<Result<HealthView>>;
  servers: Promise<Result<ServerSummary[]>>;
}

let asked: FirstAnswers | undefined;

const ask = (): FirstAnswers => ({
  app: invoke('app.state', undefined),
  health: invoke('health.view', undefined),
  servers: invoke('server.list', undefined),
});

/** Asks before anything else is done: the answers are under way while the window's own code is still run. */
export function askFirst(): void {
  asked = ask();
}

/** What was asked first, once; asked now where it was not, or was taken before. */
export function firstAnswers(): FirstAnswers {
  const answers = asked ?? ask();
  asked = undefined;
  return answers;
}
