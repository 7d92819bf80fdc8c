import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { shellService } from '../../src-main/app/shell-service';
import { type Console, composeConsole } from '../../src-main/console/compose-console';
import type { Tuning } from '../../src-main/console/tuning';
import { startDemoFleet } from '../../src-main/demo/fleet';
import type { FilePurpose, FileTarget } from '../../src-main/files/file-dialogs';
import type { BoxWords } from '../../src-main/guard/box-words';
import { oneDialog } from '../../src-main/guard/one-dialog';
import type { History } from '../../src-main/history/history-log';
import { answer } from '../../src-main/ipc/answer';
import type { AppLock } from '../../src-main/work/app-lock';
import { type CoreHandlers, createWork, type Work } from '../../src-main/work/work';
import type { CallName, Output } from '../../src-shared/contract/contract';
import type { AppEvent } from '../../src-shared/contract/events';
import type { Result } from '../../src-shared/model/failure';
import type { ServerDraft, ServerId } from '../../src-shared/model/server';
import { boxInEnglish } from './english';
import { scriptedWorkers, workingKeychain } from './fake-keychain';
import type { HelperFiles } from './helper-files';
import { someServer } from './server-draft';
import { makeTemporaryFolder } from './temporary-folder';

/** What the person at the computer does. */
interface Says {
  /** To every box, or by what it asks. */
  yes: boolean | ((question: BoxWords) => boolean);
  /** Whether the box in it is ticked along with the yes: not to be asked again. */
  ticks?: boolean;
  /** The file chosen in a dialog; undefined: Cancel. */
  file?: string;
  /** Happens while a box or a file dialog is open. */
  whenAsked?: (() => unknown) | undefined;
}

export interface TestConsoleOptions {
  helpers: HelperFiles;
  /** Where it keeps its files; by default a folder of its own, which goes with it. */
  folder?: string;
  /** What the keychain holds, by account. */
  keychain?: Map<string, string>;
  tuning?: Tuning;
}

/** Everything the console can do, in this process: only the system's dialogs and its keychain are replaced. */
export interface TestConsole {
  says: Says;
  /** Every box so far. */
  /** In English. */
  boxes: BoxWords[];
  /** Every file dialog so far. */
  dialogs: (FilePurpose | FileTarget)[];
  /** Everything the window was told so far. */
  events: AppEvent[];
  folder: string;
  keychain: Map<string, string>;
  /** The history it writes to, for what no call shows. */
  history: History;
  /** The guarded calls, as the core answers them. */
  calls: CoreHandlers;
  /** Calls as a script of the page can: the input is checked, and nothing is thrown. */
  call<N extends CallName>(name: N, input?: unknown): Promise<Result<Output<N>>>;
  /** As `call`, for what has to succeed. */
  must<N extends CallName>(name: N, input?: unknown): Promise<Output<N>>;
  addServer(more: Partial<ServerDraft>, password?: string): Promise<ServerId>;
  /** The computer is about to sleep. */
  sleeps(): void;
  /** Ends it; its files stay. */
  close(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** The Work of a call that a window watches: the user can be asked, and cancels with `signal`. */
export const watchedWork = (signal = new AbortController().signal): Work => createWork(signal, () => {});

/** A Work that lets somebody else act right before one of its stages. */
export function workWith(stage: string, before: () => Promise<unknown>): Work {
  const work = watchedWork();
  return {
    ...work,
    step: async (name, run) => {
      if (name === stage) await before();
      return work.step(name, run);
    },
  };
}

/** Starts a console as the app does, with a test in the place of Electron. Whatever is asked is agreed to unless `says` differs. */
export async function startTestConsole(options: TestConsoleOptions): Promise<TestConsole> {
  const { helpers, folder = makeTemporaryFolder('console'), keychain = new Map(), tuning = {} } = options;
  mkdirSync(folder, { recursive: true });
  const licencesFile = path.join(folder, 'licences.json');
  if (!existsSync(licencesFile)) writeFileSync(licencesFile, JSON.stringify({ own: '', packages: [] }));
  const says: Says = { yes: true };
  const boxes: BoxWords[] = [];
  const dialogs: TestConsole['dialogs'] = [];
  const events: AppEvent[] = [];
  const bugs: unknown[] = [];
  const histories: History[] = [];

  async function choose(dialog: FilePurpose | FileTarget): Promise<string | undefined> {
    dialogs.push(dialog);
    await says.whenAsked?.();
    return says.file;
  }
  const dialogsOfMain = oneDialog({
    async confirm(question) {
      const box = boxInEnglish(question);
      boxes.push(box);
      await says.whenAsked?.();
      const yes = typeof says.yes === 'function' ? says.yes(box) : says.yes;
      return { yes, boxTicked: says.ticks === true && question.box !== undefined };
    },
    files: { choose, chooseTarget: choose },
  });
  const composed: Console = await composeConsole(
    {
      ...dialogsOfMain,
      kind: 'app',
      folder,
      appVersion: '1.0.0',
      runtime: 'Node',
      language: { preferred: ['en-US'], locale: 'en-US' },
      keychainService: 'Gluu Console test',
      spawnKeychain: scriptedWorkers(workingKeychain(keychain)).spawn,
      stallThreadFile: helpers.stallThread,
      keyThreadFile: helpers.keyThread,
      licencesFile,
      applyTheme() {},
      applySpeech() {},
      applyAutoLock() {},
      tell: (event) => events.push(event),
      show() {},
      startDemo: startDemoFleet,
    },
    undefined,
    {
      ...tuning,
      history(opened) {
        histories.push(opened);
        return tuning.history?.(opened) ?? opened;
      },
    },
  );
  await composed.start(false).catch(async (error: unknown) => {
    composed.close();
    await composed.dispose(); // or the folder stays taken
    throw error;
  });
  const [history] = histories;
  if (!history) throw new Error('the console opened no history');
  const shell = shellService({
    lock: { lock() {}, blanked() {}, unlock: async () => ({ drafts: {} }), onLock() {} } as unknown as AppLock,
    zoom() {},
    copy() {},
    isAsked: () => false,
    confirm: dialogsOfMain.confirm,
    firstView: Promise.resolve(undefined),
  });

  async function call<N extends CallName>(name: N, input?: unknown): Promise<Result<Output<N>>> {
    const result = await answer({ ...composed.calls, ...shell }, name, input, watchedWork(), (bug) => bugs.push(bug));
    if (bugs.length > 0) throw bugs[0];
    return result as Result<Output<N>>;
  }
  async function must<N extends CallName>(name: N, input?: unknown): Promise<Output<N>> {
    const result = await call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  }
  async function close(): Promise<void> {
    composed.close();
    await composed.dispose();
  }
  return {
    says,
    boxes,
    dialogs,
    events,
    folder,
    keychain,
    history,
    calls: composed.calls,
    call,
    must,
    async addServer(more, password = 'typed-for-it') {
      const draft = { ...someServer, ...more };
      const typed = { kind: 'replace', value: password };
      return (await must('server.save', { draft, bindPassword: typed, salt: { kind: 'keep' } })).server.id;
    },
    sleeps: composed.sleeps,
    close,
    async stop() {
      await close();
      // What it began at its start may still be writing.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
