// What the fallback runtime runs for `electron [-r module]... [switches] <app folder or file> [arguments]`.
// An ES module on purpose: Electron holds back 'ready' until the top-level await settles, so that the app can still
// register its protocol's privileges.
import { existsSync, readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron/main';

function readCommandLine(words) {
  const preloads = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '-v' || word === '--version') return { answer: `v${process.versions.electron}` };
    if (word === '-a' || word === '--abi') return { answer: process.versions.modules };
    if (word === '-r' || word === '--require') preloads.push(words[++at]);
    else if (!word.startsWith('-')) return { preloads, target: path.resolve(word) };
  }
  return { preloads };
}

/** Gives the app the name, version and folders that it would have when packaged. */
function describeApp(folder) {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return;
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(file, 'utf8'));
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? app.name;
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(folder);
}

async function start(target) {
  describeApp(statSync(target).isFile() ? path.dirname(target) : target);
  await import(pathToFileURL(Module._resolveFilename(target, null, true)).href);
}

const { answer, preloads, target } = readCommandLine(process.argv.slice(1));
if (answer) {
  process.stdout.write(`${answer}\n`);
  process.exit(0);
}
process.defaultApp = true;
if (preloads.length > 0) Module._preloadModules(preloads);
if (target) {
  await start(target).catch((error) => {
    process.stderr.write(`The app failed while loading.\n${error?.stack ?? error}\n`);
    app.exit(1);
  });
} else {
  process.stderr.write('usage: electron <app folder or file> [arguments]\n');
  app.exit(2);
}
