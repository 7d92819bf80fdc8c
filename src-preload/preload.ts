import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../src-shared/contract/contract';
import type { AppEvent } from '../src-shared/contract/events';
import { type FromCore, shellCalls, type ToCore, wire } from '../src-shared/contract/wire';
import type { Progress } from '../src-shared/model/work';

const hearProgress: ((progress: Progress) => void)[] = [];
const hearEvent: ((event: AppEvent) => void)[] = [];
const waiting = new Map<number, (answered: unknown) => void>();
let turn = 0;

type Joined = { port: MessagePort } | { refused: unknown };
let joined: Promise<Joined> | undefined;
let arrive = (_port: MessagePort): void => {};
ipcRenderer.on(wire.port, ({ ports: [port] }) => port && arrive(port));

/** The way to the core, which main hands over. Asked for again after a refusal: the console was locked, and may no longer be. */
function join(): Promise<Joined> {
  joined ??= ask().then((found) => {
    if ('refused' in found) joined = undefined;
    return found;
  });
  joined.catch(() => {
    joined = undefined;
  });
  return joined;
}

async function ask(): Promise<Joined> {
  const arrived = new Promise<MessagePort>((resolve) => {
    arrive = resolve;
  });
  const refused = await ipcRenderer.invoke(wire.connect);
  if (refused !== undefined) return { refused };
  const port = await arrived;
  port.onmessage = ({ data }) => hear(data);
  return { port };
}

function hear(message: FromCore): void {
  if (message.kind === 'answer') {
    waiting.get(message.turn)?.(message.answered);
    waiting.delete(message.turn);
  } else if (message.kind === 'progress') for (const listener of hearProgress) listener(message.progress);
  else for (const listener of hearEvent) listener(message.event);
}

const isShellCall = (name: unknown) => shellCalls.some((each) => each === name);

async function callCore(name: string, input: unknown, callId: string): Promise<unknown> {
  const found = await join();
  if ('refused' in found) return found.refused;
  turn += 1;
  const message: ToCore = { kind: 'call', turn, name, input, callId };
  const mine = turn;
  found.port.postMessage(message);
  return new Promise((resolve) => waiting.set(mine, resolve));
}

const bridge: Bridge = {
  call: (name, input, callId) =>
    isShellCall(name) ? ipcRenderer.invoke(wire.call, name, input, callId) : callCore(name, input, callId),
  cancel(callId) {
    void join().then((found) => 'port' in found && found.port.postMessage({ kind: 'cancel', callId } satisfies ToCore));
  },
  onProgress: (listener) => void hearProgress.push(listener),
  onEvent: (listener) => void hearEvent.push(listener),
};
ipcRenderer.on(wire.event, (_, event) => {
  for (const listener of hearEvent) listener(event);
});

contextBridge.exposeInMainWorld('gluu', Object.freeze(bridge));
