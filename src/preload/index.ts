/** All that a page gets of the outside: two functions that pass text. Nothing of Electron crosses. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/bridge';

const bridge: Bridge = {
  call: (method, inputJson) => ipcRenderer.invoke('call', method, inputJson) as Promise<string>,
  on: (listener) => {
    // Wrapped, so that the page never sees Electron's event object.
    const heard = (_event: unknown, name: string, payloadJson: string) => listener(name, payloadJson);
    ipcRenderer.on('event', heard);
    return () => void ipcRenderer.off('event', heard);
  },
};

contextBridge.exposeInMainWorld('hearback', bridge);
