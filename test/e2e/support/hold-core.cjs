// Loaded into main before the app: the core's process stands still as soon as it is there, until a test lets it go on.
const path = require('node:path');
const { utilityProcess } = require('electron');

const { fork } = utilityProcess;
utilityProcess.fork = (file, ...rest) => {
  const child = fork(file, ...rest);
  if (path.basename(file) === 'core-process.cjs') {
    child.once('spawn', () => {
      process.kill(child.pid, 'SIGSTOP');
      globalThis.heldCore = child.pid;
    });
  }
  return child;
};
