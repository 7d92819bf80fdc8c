/** What stands in front of the window: one file of the build, fetched once the window is drawn. */
export { DiscoveryDialog } from '../discovery/discovery-dialog';
export { RemoveServerDialog } from '../servers/remove-server-dialog';
export { ServerForm } from '../servers/server-form';
export { SshQuestionDialog } from '../ssh/ssh-question-dialog';
export { ExportDialog } from '../transfer/export-dialog';
export { ImportDialog } from '../transfer/import-dialog';
export { AboutDialog } from './dialogs/about-dialog';
export { SettingsDialog } from './dialogs/settings-dialog';
export { ShortcutsDialog } from './dialogs/shortcuts-dialog';
export { Palette } from './palette/palette';
