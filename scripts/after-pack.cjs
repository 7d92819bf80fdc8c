// electron-builder's hook between copying the files and setting the fuses.
const fs = require('node:fs');
const path = require('node:path');

const EXTENSIONS = { darwin: '.app', mas: '.app', win32: '.exe', linux: '' };

/** Removes what only a development runtime has; refuses an Electron with a fuse that the project has not decided on. */
exports.default = async function afterPack({ packager, appOutDir, electronPlatformName }) {
  // A runtime given as a folder (electronDist) keeps its default app.
  fs.rmSync(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });

  const { readFuses } = await import('./fuses.mjs');
  const name = packager.executableName ?? packager.appInfo.productFilename;
  const fuses = await readFuses(path.join(appOutDir, `${name}${EXTENSIONS[electronPlatformName]}`));
  const undecided = fuses.filter(({ wanted }) => wanted === undefined).map((fuse) => fuse.name);
  if (undecided.length > 0) throw new Error(`this Electron has fuses unknown to scripts/fuses.mjs: ${undecided}`);
};
