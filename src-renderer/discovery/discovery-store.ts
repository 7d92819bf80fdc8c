import { create } from 'zustand';
import { problemOf, problemsOf } from '../../src-shared/base/problem';
import { type DiscoveryFinding, DiscoveryKeep, MAX_GLUU_TEXT } from '../../src-shared/model/discovery';
import type { Environment } from '../../src-shared/model/environment';
import type { Failure } from '../../src-shared/model/failure';
import { DEFAULT_SSH_PORT, SshRoute } from '../../src-shared/model/route';
import type { ServerId } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { closeFront, openFront, showServer } from '../state/app-store';
import { checkSaved } from '../state/check-store';
import { invoke } from '../state/ipc';
import { loadServers } from '../state/servers-store';
import { forgetAsked, runLatest, type Task } from '../state/task';

/** What is typed about the server that is about to be added. */
export interface NewServer {
  name: string;
  group: string;
  environment: Environment;
  notes: string;
  readOnly: boolean;
  /** Only without a route: where LDAP answers. */
  host: string;
  bindPassword: string;
  keepSshSecrets: boolean;
}

interface DiscoveryStore {
  route: SshRoute;
  sshPassword: string;
  sshPassphrase: string;
  sudoPassword: string;
  pasted: string;
  server: NewServer;
  task: Task<DiscoveryFinding>;
  finding: DiscoveryFinding | undefined;
  /** Of what was pasted, opened or added last. */
  failure: Failure | undefined;
  /** Whether the form was sent once, so that what is wrong is said. */
  tried: 'nothing' | 'find' | 'keep';
  /** How often it was. */
  tries: number;
  saving: boolean;
  /** The server is in the list already, but its secrets are not kept. */
  savedId: ServerId | undefined;
}

const atFirst: DiscoveryStore = {
  route: { kind: 'ssh', host: '', port: DEFAULT_SSH_PORT, user: '', login: 'agent', jumps: [] },
  sshPassword: '',
  sshPassphrase: '',
  sudoPassword: '',
  pasted: '',
  server: {
    name: '',
    group: '',
    environment: 'production',
    notes: '',
    readOnly: true,
    host: '',
    bindPassword: '',
    keepSshSecrets: true,
  },
  task: { kind: 'idle' },
  finding: undefined,
  failure: undefined,
  tried: 'nothing',
  tries: 0,
  saving: false,
  savedId: undefined,
};

export const useDiscovery = create<DiscoveryStore>(() => atFirst);
const { setState: set, getState: get } = useDiscovery;

/** Opens the dialog, empty. */
export function openDiscovery(): void {
  set(atFirst, true);
  openFront({ kind: 'discovery' });
}

export const edit = (part: Partial<DiscoveryStore>): void => set(part);
export const editServer = (part: Partial<NewServer>): void => set(({ server }) => ({ server: { ...server, ...part } }));

/** What cannot be used in the SSH access, by path inside the route. */
export function routeErrors(route: SshRoute): Record<string, Message> {
  const checked = SshRoute.safeParse(route);
  if (checked.success) return {};
  return problemsOf(checked.error);
}

/** Where what was found is shown: the dialog, of which there is one. */
const PLACE = 'discovery';

/** Looks for the installation. With `sudo`, what the user may not read is read through it. */
export async function findInstallation({ sudo = false, root }: { sudo?: boolean; root?: string } = {}): Promise<void> {
  const { route, sshPassword, sshPassphrase, sudoPassword, finding } = get();
  set(({ tries }) => ({ tried: 'find', tries: tries + 1, failure: undefined }));
  if (Object.keys(routeErrors(route)).length > 0) return;
  const ended = await runLatest(
    PLACE,
    'discovery.find',
    {
      route,
      ...(route.login === 'password' && sshPassword ? { sshPassword } : {}),
      ...(route.login === 'key' && sshPassphrase ? { sshPassphrase } : {}),
      ...(sudo ? { sudo: { password: sudoPassword } } : {}),
      ...(root === undefined ? {} : { root }),
      ...(finding ? { findingId: finding.findingId } : {}),
    },
    {
      label: message('discovery.task'),
      serverName: route.host,
      endText,
    },
    (task) => set({ task }),
  );
  if (ended.kind === 'done') take(ended.value);
}

function endText(found: DiscoveryFinding | undefined): Message {
  if (!found) return message('discovery.task.notRead');
  if (found.target) return message('discovery.task.found');
  return message(found.installations.length > 0 ? 'discovery.task.missing' : 'discovery.task.noGluu');
}

function take(finding: DiscoveryFinding): void {
  set({ finding, failure: undefined, sudoPassword: '' });
  const { server } = get();
  if (server.name === '') editServer({ name: finding.suggested.name });
}

/**
 * Takes a text that was pasted, or that of a file that was dropped, for the finding in hand or a fresh one. Says false if
 * Gluu has no such file.
 */
export async function pasteText(text: string, fileName?: string): Promise<boolean> {
  if (text.length > MAX_GLUU_TEXT) {
    set({ failure: { code: 'input.invalid', fields: { text: message('discovery.paste.tooLarge') } } });
    return false;
  }
  const result = await invoke('discovery.paste', {
    text,
    findingId: get().finding?.findingId ?? 'new',
    ...(fileName ? { name: fileName } : {}),
  });
  if (result.ok) take(result.value);
  else set({ failure: result.failure });
  return result.ok;
}

/** Lets the user choose a file in the system's own dialog. */
export async function openFile(): Promise<void> {
  const result = await invoke('discovery.open', { findingId: get().finding?.findingId ?? 'new' });
  if (!result.ok) set({ failure: result.failure });
  else if (result.value) take(result.value);
}

/** The choice as it goes to main, and as the list of what will be stored is made from it. */
export function choiceOf(finding: DiscoveryFinding, server: NewServer): DiscoveryKeep {
  const { name, group, environment, notes, readOnly, host, bindPassword, keepSshSecrets } = server;
  return {
    findingId: finding.findingId,
    server: { name, group, environment, notes, readOnly },
    ...(finding.route || host === '' ? {} : { host }),
    ...(bindPassword === '' ? {} : { bindPassword }),
    keepSshSecrets,
  };
}

/** What cannot be used of the server, by field. */
export function serverErrors(finding: DiscoveryFinding, server: NewServer): Record<string, Message> {
  const checked = DiscoveryKeep.safeParse(choiceOf(finding, server));
  if (checked.success) return {};
  return Object.fromEntries(checked.error.issues.map((issue) => [String(issue.path.at(-1)), problemOf(issue)]));
}

/** Adds the server, shows it and checks it. */
export async function addServer(): Promise<void> {
  const { finding, server } = get();
  if (!finding) return;
  set(({ tries }) => ({ tried: 'keep', tries: tries + 1, failure: undefined }));
  if (Object.keys(serverErrors(finding, server)).length > 0) return;
  set({ saving: true });
  const result = await invoke('discovery.keep', choiceOf(finding, server));
  set({ saving: false });
  if (!result.ok) {
    set({ failure: result.failure });
    return;
  }
  await loadServers();
  if (result.value.secretFailure) {
    set({ failure: result.value.secretFailure, savedId: result.value.server.id });
    return;
  }
  set(atFirst, true);
  showServer(result.value.server.id, 'overview');
  void checkSaved(result.value);
}

/** Closes the dialog; main forgets what was found. */
export function leaveDiscovery(): void {
  const { finding } = get();
  forgetAsked(PLACE);
  if (finding) void invoke('discovery.forget', { findingId: finding.findingId });
  set(atFirst, true);
  closeFront();
}
