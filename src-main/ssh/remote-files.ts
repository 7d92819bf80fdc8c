/** What stands in a folder of the far end. */
export interface RemoteEntry {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
  /** ISO 8601; absent if the server does not tell. */
  modified?: string;
}

/** Reads files at the far end of an SSH route. Paths are absolute. Nothing is ever written there. */
export interface RemoteFiles {
  /** `user@host` of the far end. */
  readonly via: string;
  /** Throws AppError `ssh.fileMissing`, `ssh.fileDenied`, `ssh.dropped`, `net.timeout`, `work.cancelled`. */
  list(folder: string, signal: AbortSignal): Promise<RemoteEntry[]>;
  /** Throws as `list` does, and `ssh.fileTooLarge` for more than `maxBytes`. */
  read(path: string, maxBytes: number, signal: AbortSignal): Promise<Buffer>;
  /**
   * Reads a file through `sudo` with `cat` on the server. Without a password only where sudo asks for none. Throws as
   * `read` does, and `ssh.sudo`. The password goes to sudo's standard input, never into the command line.
   */
  readAsRoot(path: string, maxBytes: number, signal: AbortSignal, password?: string): Promise<Buffer>;
  close(): void;
}
