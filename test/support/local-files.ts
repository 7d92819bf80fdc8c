import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../src-main/base/app-error';
import type { RemoteEntry, RemoteFiles } from '../../src-main/ssh/remote-files';
import type { FailureCode } from '../../src-shared/model/failure';

interface Rules {
  /** Paths of the far end that only root may read or list, with all below them. */
  closed?: string[];
  /** What sudo does: takes this password, asks for none, or refuses with these words. */
  sudo?: { password: string } | 'free' | { refuses: string };
}

/** The files of a far end whose root is a folder of this computer. It remembers which paths were asked for, and how. */
export function localFiles(host: string, rules: Rules = {}): RemoteFiles & { asked: string[] } {
  const asked: string[] = [];
  const fails = (code: FailureCode, file: string, why?: string) =>
    new AppError(code, { facts: { file, user: 'admin', ...(why ? { why } : {}) } });
  const isClosed = (file: string) => (rules.closed ?? []).some((top) => file === top || file.startsWith(`${top}/`));
  const existing = (file: string) => {
    const at = path.join(host, file);
    try {
      return { at, size: statSync(at).size };
    } catch {
      throw fails('ssh.fileMissing', file);
    }
  };
  const content = (file: string, maxBytes: number) => {
    const { at, size } = existing(file);
    if (size > maxBytes) throw fails('ssh.fileTooLarge', file);
    return readFileSync(at);
  };
  const letThrough = (file: string, password: string | undefined) => {
    if (rules.sudo === 'free') return;
    if (rules.sudo && 'password' in rules.sudo && rules.sudo.password === password) return;
    const words = rules.sudo && 'refuses' in rules.sudo ? rules.sudo.refuses : 'Sorry, try again.';
    throw fails('ssh.sudo', file, words);
  };
  return {
    via: 'admin@gluu.example.org',
    asked,
    async list(folder) {
      asked.push(`list ${folder}`);
      if (isClosed(folder)) throw fails('ssh.fileDenied', folder);
      const { at } = existing(folder);
      return readdirSync(at, { withFileTypes: true }).map((entry): RemoteEntry => {
        const { mtime } = statSync(path.join(at, entry.name));
        const kind = entry.isDirectory()
          ? 'folder'
          : entry.isFile()
            ? 'file'
            : entry.isSymbolicLink()
              ? 'link'
              : 'other';
        return { name: entry.name, kind, modified: mtime.toISOString() };
      });
    },
    async read(file, maxBytes) {
      asked.push(`read ${file}`);
      if (isClosed(file)) throw fails('ssh.fileDenied', file);
      return content(file, maxBytes);
    },
    async readAsRoot(file, maxBytes, _signal, password) {
      asked.push(`sudo ${file}`);
      letThrough(file, password);
      return content(file, maxBytes);
    },
    close: () => {
      asked.push('close');
    },
  };
}
