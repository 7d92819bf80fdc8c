// Loaded into main before the app: has the core's process start by core-wrapper.cjs, by which a test can run a script in it.
const path = require('node:path');
const { utilityProcess } = require('electron');

const { fork } = utilityProcess;
utilityProcess.fork = (file, args, options) => {
  if (path.basename(file) !== 'core-process.cjs') return fork(file, args, options);
  const env = { ...options.env, GLUU_TEST_CORE: file };
  return fork(path.join(__dirname, 'core-wrapper.cjs'), args, { ...options, env });
};
