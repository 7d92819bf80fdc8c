import { create } from 'zustand';
import type { SavedServer } from '../../src-shared/contract/server-calls';
import type { Failure, FailureCode } from '../../src-shared/model/failure';
import type { ServerFacts } from '../../src-shared/model/gluu';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { ManyChecked } from '../../src-shared/model/server-health';
import { message } from '../../src-shared/texts/message';
import { serverRemoved } from './servers-store';
import { isCancelled, runTask, type Task, tell } from './task';

interface ChecksStore {
  checks: Partial<Record<ServerId, Task<ServerFacts>>>;
  /** The last check of many at once. What it found of each is in its health. */
  many: Task<ManyChecked>;
}

/** The last check of each server that was shown or asked about by itself, and of many at once. */
export const useChecks = create<ChecksStore>(() => ({ checks: {}, many: { kind: 'idle' } }));
serverRemoved.on((serverId) => useChecks.setState(({ checks: { [serverId]: _, ...checks } }) => ({ checks })));

type Named = Pick<ServerSummary, 'id' | 'name'>;

const endWithout = (failure: Failure | undefined) =>
  failure?.code === 'gluu.notSupported' ? 'servers.said.reachedNotSupported' : 'servers.said.notReached';

/** Reaches a server stage by stage. A check that runs already is not doubled. `opened`: nobody asked for it. */
export async function checkServer({ id, name }: Named, opened = false): Promise<void> {
  if (useChecks.getState().checks[id]?.kind === 'running') return;
  await runTask(
    'server.check',
    { serverId: id, ...(opened ? { opened } : {}) },
    {
      label: message('servers.said.checking'),
      serverName: name,
      endText: (facts, failure) => message(facts ? 'servers.said.reached' : endWithout(failure)),
    },
    (task) => useChecks.setState(({ checks }) => ({ checks: { ...checks, [id]: task } })),
  );
}

/** What ended, or was never begun, for this reason. */
const notChecked = (id: ServerId, failure: Failure): void => {
  const task: Task<ServerFacts> = { kind: 'failed', failure, steps: [], endedAt: Date.now() };
  useChecks.setState(({ checks }) => ({ checks: { ...checks, [id]: task } }));
};

/** Drops what the checks found, but for those that run: it was found of other profiles or with other secrets. */
export const forgetChecks = (): void =>
  useChecks.setState(({ checks }) => ({
    checks: Object.fromEntries(Object.entries(checks).filter(([, task]) => task?.kind === 'running')),
  }));

/** What asking once more would only repeat: a question, a wait, or a wrong password of the few that an account allows. */
const notTwice: readonly FailureCode[] = [
  'place.notAllowed',
  'place.tooMany',
  'secret.missing',
  'ldap.credentials',
  'ldap.passwordMustChange',
  'ldap.accountLocked',
  'ldap.held',
  'ssh.login',
  'ssh.passwordMustChange',
  'ssh.tooManyTries',
  'ssh.certificateUnused',
  'ssh.passphrase',
  'ssh.answerMissing',
];

/** Checks a server that was just saved, unless saving it found out already why it is not reached. */
export async function checkSaved({ server, unreached }: SavedServer): Promise<void> {
  if (unreached && notTwice.includes(unreached.code)) notChecked(server.id, unreached);
  else await checkServer(server);
}

/** Main takes 200 calls at once; the rest is for whatever else the user does meanwhile. */
const AT_ONCE = 100;

/**
 * Reaches all these servers: each whose last check is kept here as `checkServer` does, so that what is shown of it is what was
 * found last, and the others in one call, which tells their health.
 */
export async function checkServers(servers: readonly Named[]): Promise<void> {
  const { checks } = useChecks.getState();
  const own = servers.filter(({ id }) => checks[id]);
  const left = [...own];
  const next = async (): Promise<void> => {
    for (let server = left.shift(); server; server = left.shift()) await checkServer(server);
  };
  const [sum] = await Promise.all([
    checkMany(servers.filter(({ id }) => !checks[id])),
    ...Array.from({ length: AT_ONCE }, next),
  ]);
  if (sum && own.length > 0) tellSum(sum, own);
}

/** Gives how many were reached; undefined where that is not known. */
async function checkMany(servers: readonly Named[]): Promise<ManyChecked | undefined> {
  if (servers.length === 0 || useChecks.getState().many.kind === 'running') return undefined;
  const ended = await runTask(
    'health.check',
    { serverIds: servers.map(({ id }) => id) },
    {
      label: message('servers.said.checking'),
      serverName: '',
      endText: (sum) => (sum ? sumText(sum) : message('servers.said.notReached')),
      endedBadly: ({ checked, reached }) => reached < checked,
    },
    (many) => useChecks.setState({ many }),
  );
  return ended.kind === 'done' ? ended.value : undefined;
}

const sumText = ({ checked, reached }: ManyChecked) => message('servers.said.checked', { reached, all: checked });

/** Says of all together what each part of them said of itself. Of one that still runs, or was cancelled, nothing is known. */
function tellSum({ checked, reached }: ManyChecked, own: readonly Named[]): void {
  const tasks = own.flatMap(({ id }) => useChecks.getState().checks[id] ?? []);
  const ended = tasks.filter((task) => task.kind !== 'running' && !isCancelled(task));
  const isReached = (task: Task<ServerFacts>) =>
    task.kind === 'done' || (task.kind === 'failed' && task.failure.code === 'gluu.notSupported');
  const all = { checked: checked + ended.length, reached: reached + ended.filter(isReached).length };
  tell(undefined, sumText(all), all.reached < all.checked);
}
