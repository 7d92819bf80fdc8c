import { fromFile } from '../state/own-file';
import { part } from '../state/part';

/** So long the screen may take to show the first frame. */
const AFTER_FIRST_FRAME_MS = 200;

let isListening = false;

/** The stores of the pages hold nothing before they are there, so nothing that they hear of is missed until then. */
function listening<P extends { listenForPages(): void }>(pages: P): P {
  if (!isListening) pages.listenForPages();
  isListening = true;
  return pages;
}
const pages = async () => listening(await fromFile('pages', () => import('./pages')));
const fronts = () => fromFile('fronts', () => import('./fronts'));

/** What is not needed for the first frame: the pages of a server, and what stands in front of the window. */
export const pageParts = {
  Server: part(async () => (await pages()).ServerPage),
  History: part(async () => (await pages()).HistoryPage),
  Inbox: part(async () => (await pages()).InboxPage),
};
export const frontParts = {
  Palette: part(async () => (await fronts()).Palette),
  About: part(async () => (await fronts()).AboutDialog),
  Discovery: part(async () => (await fronts()).DiscoveryDialog),
  Export: part(async () => (await fronts()).ExportDialog),
  Import: part(async () => (await fronts()).ImportDialog),
  RemoveServer: part(async () => (await fronts()).RemoveServerDialog),
  ServerForm: part(async () => (await fronts()).ServerForm),
  Settings: part(async () => (await fronts()).SettingsDialog),
  Shortcuts: part(async () => (await fronts()).ShortcutsDialog),
  SshQuestion: part(async () => (await fronts()).SshQuestionDialog),
};

/** Fetches all of it while the window has nothing else to do, a file at a time, so that no click waits for it. */
export function fetchPartsSoon(): void {
  const fetch = (parts: typeof pageParts | typeof frontParts) =>
    Promise.all(Object.values(parts).map((one) => one.fetch()));
  const soon = () =>
    requestIdleCallback(() => void fetch(pageParts).then(() => requestIdleCallback(() => void fetch(frontParts))));
  // After the first frame is on the screen: what is fetched has to be compiled, and would hold it up.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(soon, AFTER_FIRST_FRAME_MS)));
}
