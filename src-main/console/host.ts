import type { AppEvent } from '../../src-shared/contract/events';
import type { AutoLock, CoreDumps, Theme } from '../../src-shared/model/app';
import type { Speech, SystemLanguage } from '../../src-shared/texts/speech';
import type { DemoFleet } from '../demo/fleet';
import type { FileDialogs } from '../files/file-dialogs';
import type { WriterKind } from '../files/folder-writer';
import type { Confirm } from '../guard/confirm';
import type { HelperProcess } from '../ipc/helper-process';
import type { KeychainRequest } from '../secrets/keychain-protocol';
import type { AskUser } from '../ssh/ssh-routes';

/**
 * What differs by where a console runs: in the app, in a test, on a command line. Of its dialogs one is open at a time
 * (guard/one-dialog.ts).
 */
export interface Host {
  /** What it is, for whoever else wants the folder. */
  kind: WriterKind;
  /** The app's own folder. */
  folder: string;
  appVersion: string;
  /** What it runs on, in words. */
  runtime: string;
  language: SystemLanguage;
  /** The name under which the keychain keeps its items. */
  keychainService: string;
  spawnKeychain(): HelperProcess<KeychainRequest>;
  /** The built stall-thread.ts. */
  stallThreadFile: string;
  /** The built key-thread.ts. */
  keyThreadFile: string;
  /** Licences, as JSON. */
  licencesFile: string;
  coreDumps?: CoreDumps;
  confirm: Confirm;
  /**
   * Asks what an SSH server wants to know; gives undefined where the user says no. Without it the window hears the question and
   * answers with `ssh.answer`.
   */
  askSsh?: AskUser;
  files: FileDialogs;
  applyTheme(theme: Theme): void;
  /** Speaks so from now on, outside the window. */
  applySpeech(speech: Speech): void;
  applyAutoLock(autoLock: AutoLock): void;
  /** Tells the window something it did not ask for. */
  tell(event: AppEvent): void;
  /** Comes to the front: somebody started the app again. */
  show(): void;
  startDemo(): Promise<DemoFleet>;
  /** Resolves once whoever looks at the console has what they begin with: what it does by itself waits for that. */
  whenQuiet?: Promise<void>;
}
