// How far each language's catalogue is (`npm run -s texts`): a line for each, and below it the ids that are missing. Exit code 1
// if a sentence is missing anywhere.
import fs from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

const root = path.join(import.meta.dirname, '..', 'src-shared', 'texts');
/** Longer ones do not fit where the English one does. */
const LONGER = 1.5;
/** Shorter ones fit anywhere. */
const LONG = 40;

/** Every sentence of a language, from the files of its parts. */
async function sentencesOf(language) {
  const folder = path.join(root, language);
  const parts = await Promise.all(
    fs.readdirSync(folder).map(async (file) => {
      const { module } = await runnerImport(path.join(folder, file), { configFile: false, logLevel: 'silent' });
      return Object.assign({}, ...Object.values(module));
    }),
  );
  return Object.assign({}, ...parts);
}

const folders = fs.readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const english = await sentencesOf('en');
const ids = Object.keys(english);
let isMissing = false;
for (const { name: language } of folders) {
  const own = await sentencesOf(language);
  const missing = ids.filter((id) => !Object.hasOwn(own, id));
  const there = ids.filter((id) => Object.hasOwn(own, id));
  const same = there.filter((id) => own[id] === english[id]);
  const long = there.filter((id) => own[id].length > LONG && own[id].length > LONGER * english[id].length);
  const besides = language === 'en' ? '' : `, ${same.length} as in English, ${long.length} much longer`;
  console.log(`${language}: ${there.length} sentences, ${missing.length} missing${besides}`);
  for (const id of missing) console.log(`  missing: ${id}`);
  for (const id of language === 'en' ? [] : long) console.log(`  much longer: ${id}`);
  isMissing ||= missing.length > 0;
}
process.exitCode = isMissing ? 1 : 0;
