import type { AutoLock, CoreDumps, Theme } from '../../src-shared/model/app';
import type { Speech, SystemLanguage } from '../../src-shared/texts/speech';
import type { Remains } from '../console/remains';
import type { FilePurpose, FileTarget } from '../files/file-dialogs';
import type { Answered, Question } from '../guard/confirm';
import type { CallContext } from '../ipc/remote';

export interface CoreStart {
  folder: string;
  appVersion: string;
  runtime: string;
  language: SystemLanguage;
  keychainService: string;
  stallThreadFile: string;
  keyThreadFile: string;
  /** What the build wrote about the licences of what the app contains. */
  licencesFile: string;
  coreDumps?: CoreDumps;
  /** Whether the console was locked: the keychain has to open first. */
  unlocks: boolean;
  kept: Remains;
}

/** What main asks of the core. */
export type CoreCalls = {
  /**
   * Opens everything and begins. Throws AppError `folder.*` where another process has the folder, or none can, and `keychain.*`
   * where it unlocks and the keychain does not open.
   */
  start(start: CoreStart): Promise<void>;
  /** Answers the page at the other end of the port, and no other one from then on. */
  connect(nothing: undefined, context: CallContext): void;
  /** Takes no more calls, and resolves once the last write and every file are finished, or after a while. */
  settle(nothing: undefined): Promise<Remains>;
  /** The window's process was gone, and its page is told so. */
  reportCrash(nothing: undefined): void;
  startDemo(nothing: undefined): Promise<void>;
  /** The computer is about to sleep. */
  sleeps(nothing: undefined): void;
  /** Has the threads beside it do something. Rejects where one does not. */
  ownThreads(nothing: undefined): Promise<void>;
  /** The way to a helper process that it asked for. */
  helper(id: number, context: CallContext): void;
  helperGone(id: number): void;
};

/** What the core asks of main, which alone has Electron. */
export type HostCalls = {
  confirm(question: Question, context: CallContext): Promise<Answered>;
  chooseFile(purpose: FilePurpose): Promise<string | undefined>;
  chooseTarget(target: FileTarget): Promise<string | undefined>;
  applyTheme(theme: Theme): void;
  applySpeech(speech: Speech): void;
  applyAutoLock(autoLock: AutoLock): void;
  /** Brings the window to the front. */
  show(nothing: undefined): void;
  /** Starts a process for the keychain. */
  fork(id: number): void;
  kill(id: number): void;
  log(line: { level: 'info' | 'warn' | 'error'; text: string }): void;
  /** A call begins or has ceased to write to a server. */
  writing(write: { callId: string; ended: boolean }): void;
  /** A bug that nothing can go on with: tells the user, and resolves once it was read. */
  hasToClose(nothing: undefined): Promise<void>;
  exit(code: number): void;
};
