import type { Message } from '../../src-shared/texts/message';
/** What a file is chosen for; the dialog's words and the folder it begins in follow from it. */
export type FilePurpose = 'privateKey' | 'gluuText' | 'transferFile';
export type SavePurpose = 'text' | 'transferFile';

export interface FileTarget {
  purpose: SavePurpose;
  /** The proposed name, never a folder. */
  name: string;
  title?: Message;
}

/** The system's own file dialogs. They give a path, or undefined if the user said no, and read and write nothing. */
export interface FileDialogs {
  choose(purpose: FilePurpose): Promise<string | undefined>;
  chooseTarget(target: FileTarget): Promise<string | undefined>;
}
