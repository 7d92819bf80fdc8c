import fs from 'node:fs';
import path from 'node:path';

/** How packages name the files with their licence; some have one for each of several licences. */
const LICENCE_FILE = /^((un)?licen[cs]e|copying|copyright|notice)([-._].*)?$/i;
/** Modules that build tools write, by the package whose code they are; undefined: without code of its own. */
const WRITTEN_BY = [
  [/^\0rolldown\/runtime/, 'rolldown'],
  [/^\0(vite\/|@oxc-project)|^\0\/?@?vite/, 'vite'],
  [/^\0no-native-ssh$/, undefined],
];

/**
 * A set of plugins for Vite, one for each build of the app, that write down which packages were bundled by any of them,
 * each with its licence: `third-party-notices.json` for the app, with its own licence, and `third-party-notices.txt` for
 * people, both in `folder`. What is shipped without being bundled is given as `beside`. A package without a licence text,
 * or a module of unknown origin, ends the build.
 */
export function thirdPartyNotices({ root, folder, beside }) {
  const found = new Map();
  const add = (home) => {
    if (!found.has(home)) found.set(home, noticeOf(home));
  };
  return () => ({
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      for (const { moduleIds = [] } of Object.values(bundle)) {
        for (const id of moduleIds) {
          const home = homeOf(id, root);
          if (home) add(home);
        }
      }
      for (const name of beside) add(path.join(root, 'node_modules', name));
      write(folder, fs.readFileSync(path.join(root, 'LICENSE'), 'utf8').trim(), [...found.values()]);
    },
  });
}

/** The folder of the package a module comes from; undefined for our own. Throws an Error for what is neither. */
function homeOf(id, root) {
  const writer = WRITTEN_BY.find(([pattern]) => pattern.test(id));
  if (writer) return writer[1] && path.join(root, 'node_modules', writer[1]);
  const file = id.replace(/^\0/, '').replace(/\?.*$/, '');
  const [, home] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file) ?? [];
  if (home) return home;
  if (path.isAbsolute(file) && !path.relative(root, file).startsWith('..')) return undefined;
  throw new Error(`third-party notices: nobody knows where the module ${JSON.stringify(id)} comes from`);
}

/** Name, version, licence and texts of the package in this folder. Throws an Error if it has no licence text. */
function noticeOf(home) {
  const { name, version, license, licenses } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
  const texts = fs
    .readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => fs.readFileSync(path.join(home, entry.name), 'utf8').replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '');
  if (texts.length === 0) throw new Error(`third-party notices: ${name} ${version} has no licence text (${home})`);
  const named =
    typeof license === 'string'
      ? license
      : [license, licenses]
          .flat()
          .map((each) => each?.type)
          .filter(Boolean);
  return { name, version, licence: `${named}` || 'see its text', text: texts.join('\n\n') };
}

const LINE = '-'.repeat(80);

function write(folder, own, packages) {
  packages.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  const parts = packages.map(
    ({ name, version, licence, text }) => `${LINE}\n${name} ${version}\nLicence: ${licence}\n\n${text}\n`,
  );
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'third-party-notices.json'), JSON.stringify({ own, packages }));
  fs.writeFileSync(
    path.join(folder, 'third-party-notices.txt'),
    `Gluu Console contains these packages, each under its own licence.\n\n${parts.join('\n')}`,
  );
}
