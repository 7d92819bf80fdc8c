import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shellService } from '../../../src-main/app/shell-service';
import { type Console, composeConsole } from '../../../src-main/console/compose-console';
import { startDemoFleet } from '../../../src-main/demo/fleet';
import type { FilePurpose, FileTarget } from '../../../src-main/files/file-dialogs';
import type { Question } from '../../../src-main/guard/confirm';
import { oneDialog } from '../../../src-main/guard/one-dialog';
import { answer } from '../../../src-main/ipc/answer';
import type { DecodeRequest } from '../../../src-main/ldap/decoder-protocol';
import type { AppLock } from '../../../src-main/work/app-lock';
import { createWork } from '../../../src-main/work/work';
import type { CallName, Output } from '../../../src-shared/contract/contract';
import type { Result } from '../../../src-shared/model/failure';
import type { ServerDraft, ServerId } from '../../../src-shared/model/server';
import { scriptedWorkers, workingKeychain } from '../../support/fake-keychain';
import { bundleProcess, type ForkedProcess, forkProcess } from '../../support/helper-process';
import { someServer } from '../../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

/** What the person at the computer does. */
interface Says {
  /** To every box, or by what it asks. */
  yes: boolean | ((question: Question) => boolean);
  /** The file chosen in a dialog; undefined: Cancel. */
  file?: string;
  /** Happens while a box or a file dialog is open. */
  whenAsked?: (() => unknown) | undefined;
}

/** Everything the console can do, as the window's calls meet it, in this process: only the system's dialogs and keychain are replaced. */
export interface ComposedConsole {
  says: Says;
  /** Every box so far. */
  boxes: Question[];
  /** Every file dialog so far. */
  dialogs: (FilePurpose | FileTarget)[];
  folder: string;
  /** Calls as a script of the page can: the input is checked, and nothing is thrown. */
  call<N extends CallName>(name: N, input?: unknown): Promise<Result<Output<N>>>;
  /** As `call`, for what has to succeed. */
  must<N extends CallName>(name: N, input?: unknown): Promise<Output<N>>;
  addServer(more: Partial<ServerDraft>, password?: string): Promise<ServerId>;
  /** With `keep` its folder stays. */
  stop(options?: { keep?: boolean }): Promise<void>;
}

export async function startComposed(folder = makeTemporaryFolder('composed')): Promise<ComposedConsole> {
  const decoderFile = await bundleProcess('src-main/ldap/decoder-process.ts');
  const stallThreadFile = await bundleProcess('src-main/health/stall-thread.ts');
  const keyThreadFile = await bundleProcess('src-main/ssh/key-thread.ts');
  mkdirSync(folder, { recursive: true });
  const licencesFile = path.join(folder, 'licences.json');
  writeFileSync(licencesFile, JSON.stringify({ own: '', packages: [] }));
  const says: Says = { yes: true };
  const boxes: Question[] = [];
  const dialogs: ComposedConsole['dialogs'] = [];
  const decoders: ForkedProcess<DecodeRequest>[] = [];
  const bugs: unknown[] = [];

  async function choose(dialog: FilePurpose | FileTarget): Promise<string | undefined> {
    dialogs.push(dialog);
    await says.whenAsked?.();
    return says.file;
  }
  const dialogsOfMain = oneDialog({
    async confirm(question) {
      boxes.push(question);
      await says.whenAsked?.();
      return { yes: typeof says.yes === 'function' ? says.yes(question) : says.yes, boxTicked: false };
    },
    files: { choose, chooseTarget: choose },
  });
  const composed: Console = await composeConsole({
    ...dialogsOfMain,
    kind: 'app',
    folder,
    appVersion: '1.0.0',
    runtime: 'Node',
    locale: 'en-US',
    keychainService: 'Gluu Console test',
    spawnKeychain: scriptedWorkers(workingKeychain(new Map())).spawn,
    spawnDecoder() {
      const child = forkProcess<DecodeRequest>(decoderFile);
      decoders.push(child);
      return child;
    },
    stallThreadFile,
    keyThreadFile,
    licencesFile,
    applyTheme() {},
    applyAutoLock() {},
    tell() {},
    show() {},
    startDemo: startDemoFleet,
  });
  await composed.start(false);
  const shell = shellService({
    lock: { lock() {}, blanked() {}, unlock: async () => ({ drafts: {} }), onLock() {} } as unknown as AppLock,
    zoom() {},
    copy() {},
    isAsked: () => false,
    confirm: dialogsOfMain.confirm,
  });

  async function call<N extends CallName>(name: N, input?: unknown): Promise<Result<Output<N>>> {
    const work = createWork(new AbortController().signal, () => {});
    const result = await answer({ ...composed.calls, ...shell }, name, input, work, (bug) => bugs.push(bug));
    if (bugs.length > 0) throw bugs[0];
    return result as Result<Output<N>>;
  }
  async function must<N extends CallName>(name: N, input?: unknown): Promise<Output<N>> {
    const result = await call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  }
  return {
    says,
    boxes,
    dialogs,
    folder,
    call,
    must,
    async addServer(more, password = 'typed-for-it') {
      const draft = { ...someServer, ...more };
      const typed = { kind: 'replace', value: password };
      return (await must('server.save', { draft, bindPassword: typed, salt: { kind: 'keep' } })).server.id;
    },
    async stop({ keep = false } = {}) {
      composed.close();
      await composed.dispose();
      for (const { kill } of decoders) kill();
      if (!keep) removeTemporaryFolder(folder);
    },
  };
}
