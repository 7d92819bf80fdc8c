import { app, nativeTheme } from 'electron';
import type { HostCalls } from '../core/core-protocol';
import type { FileDialogs } from '../files/file-dialogs';
import { log } from '../files/log';
import type { Confirm } from '../guard/confirm';
import type { WritesUnderWay } from '../work/writes-under-way';
import type { IdlenessWatch } from './auto-lock';
import { hasToClose } from './has-to-close';
import { speakAs } from './language';

interface Needs {
  confirm: Confirm;
  files: FileDialogs;
  idleness: IdlenessWatch;
  writes: WritesUnderWay;
  /** Brings the window to the front. */
  show(): void;
}

/** What main does for the core, which has no Electron: boxes and dialogs that no script of the page can answer, and the like. */
export function coreServices({ confirm, files, idleness, writes, show }: Needs): Omit<HostCalls, 'fork' | 'kill'> {
  return {
    confirm: (question, { signal }) => confirm(question, signal),
    chooseFile: files.choose,
    chooseTarget: files.chooseTarget,
    applyTheme(theme) {
      nativeTheme.themeSource = theme;
    },
    applySpeech: speakAs,
    applyAutoLock: idleness.apply,
    show,
    log: ({ level, text }) => log.line(level, text),
    writing: ({ callId, ended }) => (ended ? writes.ended(callId) : writes.begun(callId)),
    hasToClose,
    exit: (code) => app.exit(code),
  };
}
