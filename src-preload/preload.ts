import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../src-shared/contract';
import { wire } from '../src-shared/wire';

const bridge: Bridge = {
  call: (name, input, callId) => ipcRenderer.invoke(wire.call, name, input, callId),
  cancel: (callId) => ipcRenderer.send(wire.cancel, callId),
  onProgress: (listener) => void ipcRenderer.on(wire.progress, (_, progress) => listener(progress)),
  onEvent: (listener) => void ipcRenderer.on(wire.event, (_, event) => listener(event)),
};

contextBridge.exposeInMainWorld('gluu', Object.freeze(bridge));
