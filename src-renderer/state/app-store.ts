import { create } from 'zustand';
import type { AppState } from '../../src-shared/contract/app-calls';
import type { AutoLock, ServerTab, TextsState, Theme } from '../../src-shared/model/app';
import type { Failure, Result } from '../../src-shared/model/failure';
import type { TabId } from '../../src-shared/model/organization';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { TextsChoice } from '../../src-shared/texts/speech';
import { invoke } from './ipc';
import { laidOver } from './laid-over';
import { speakAs } from './language';

/** What the work area shows. */
export type View =
  | { kind: 'start' }
  | { kind: 'server'; serverId: ServerId; tab: ServerTab; organizationTab: TabId }
  | { kind: 'history' }
  | { kind: 'inbox' };

/** The dialog in front, one at a time. */
export type Front =
  | { kind: 'none' }
  | { kind: 'palette' }
  | { kind: 'settings' }
  | { kind: 'shortcuts' }
  | { kind: 'about' }
  | { kind: 'exportProfiles' }
  | { kind: 'importProfiles' }
  | { kind: 'serverForm'; serverId?: ServerId; copyOf?: ServerId; at?: 'salt' }
  | { kind: 'discovery' }
  | { kind: 'removeServer'; serverId: ServerId };

interface AppStore {
  app: AppState | undefined;
  view: View;
  front: Front;
  /** In a narrow window: whether the server list lies over the work area. */
  drawer: boolean;
  /** What was just chosen of language and times, until main has it. */
  choosing: TextsChoice | undefined;
  /** Why a choice in Settings could not be kept. */
  settingFailure: Failure | undefined;
}

export const useApp = create<AppStore>(() => ({
  app: undefined,
  view: { kind: 'start' },
  front: { kind: 'none' },
  drawer: false,
  choosing: undefined,
  settingFailure: undefined,
}));

const early = laidOver<AppState>();

/** Lays what main tells, or the user chooses, over what `app.state` told, now or once that is taken. */
export function changeApp(change: (app: AppState) => AppState): void {
  early.note(change);
  const { app } = useApp.getState();
  if (app) useApp.setState({ app: change(app) });
}

/** Takes what `app.state` told, at once: what main tells later is laid over it. Gives why there is nothing. */
export async function takeApp(told: Result<AppState>): Promise<Failure | undefined> {
  if (!told.ok) return told.failure;
  await showApp(early.overAnswer(told.value));
  return undefined;
}

/** Shows what is known before `app.state` is answered. */
export const showKnownApp = (app: AppState): Promise<void> => showApp(early.over(app));

async function showApp(app: AppState): Promise<void> {
  useApp.setState({ app });
  await speakAs(app.texts.speech);
}

export const loadApp = async (): Promise<Failure | undefined> => takeApp(await invoke('app.state', undefined));

export const openFront = (front: Front): void => useApp.setState({ front, drawer: false });
export const closeFront = (): void => useApp.setState({ front: { kind: 'none' } });
export const show = (view: View): void => useApp.setState({ view, front: { kind: 'none' }, drawer: false });
export const setDrawer = (drawer: boolean): void => useApp.setState({ drawer });

/** The server that is shown, if there is one. */
export const serverInHand = (view: View, servers: readonly ServerSummary[]): ServerSummary | undefined =>
  view.kind === 'server' ? servers.find(({ id }) => id === view.serverId) : undefined;

/** Shows a server; the tabs stay as they are if it is shown already. */
export function showServer(serverId: ServerId, tab?: ServerTab, organizationTab?: TabId): void {
  const { view } = useApp.getState();
  const before = view.kind === 'server' ? view : undefined;
  show({
    kind: 'server',
    serverId,
    tab: tab ?? before?.tab ?? 'overview',
    organizationTab: organizationTab ?? before?.organizationTab ?? 'system',
  });
}

export async function setTheme(theme: Theme): Promise<void> {
  changeApp((app) => ({ ...app, theme }));
  await invoke('app.setTheme', { theme });
}

/** Main tells which language is spoken from now on, and how times are written. */
export function takeTexts(texts: TextsState): void {
  changeApp((app) => ({ ...app, texts }));
  void speakAs(texts.speech);
}

/** Sent one after another, so that the last one is what main keeps. */
let textsChoices: Promise<unknown> = Promise.resolve();

/** Shows the choice at once; what it makes of the language, main tells (`takeTexts`). What main could not keep is said. */
export async function setTexts(chosen: TextsChoice): Promise<void> {
  useApp.setState({ choosing: chosen, settingFailure: undefined });
  const sent = textsChoices.then(() => invoke('app.setTexts', chosen));
  textsChoices = sent;
  const result = await sent;
  if (!result.ok) useApp.setState({ settingFailure: result.failure });
  if (textsChoices === sent) useApp.setState({ choosing: undefined });
}

/** Main refuses a choice made on what another one is just changing, so they are sent one after another. */
let lockChoices: Promise<unknown> = Promise.resolve();

/** What main could not keep is put back, and said. */
export async function setAutoLock(autoLock: AutoLock): Promise<void> {
  const before = useApp.getState().app?.autoLock;
  changeApp((app) => ({ ...app, autoLock }));
  useApp.setState({ settingFailure: undefined });
  const sent = lockChoices.then(() => invoke('app.setAutoLock', autoLock));
  lockChoices = sent;
  const result = await sent;
  if (result.ok || !before) return;
  changeApp((app) => ({ ...app, autoLock: before }));
  useApp.setState({ settingFailure: result.failure });
}

export async function dismissNotice(noticeId: string): Promise<void> {
  changeApp((app) => ({ ...app, notices: app.notices.filter(({ id }) => id !== noticeId) }));
  await invoke('app.dismiss', { noticeId });
}
