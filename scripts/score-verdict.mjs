// Compares the app's verdict engine with measured runs of Gluu's own mail code (`npm run -s score:verdict -- FILE`). Each
// disagreement is a line, the last line is `verdict: N/M`; how many the engine decided at all stands on standard error. Exit code 0: all agree, 1: some do not, 2: the file cannot be
// used. Standard output holds the result and nothing else.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { verdictOn } from './score-verdict/measured-case.mjs';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const UNUSABLE_FILE = 2;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The outcome words of the file, for each of ours. `cannotKnow` agrees where the run itself came to nothing known. */
const words = {
  sends: 'sent',
  sendsInClear: 'sent',
  fails: 'fails',
  hangs: 'hangs',
  ignoresHost: 'ignores-host',
  cannotKnow: 'unknown',
};
const lettersOf = (word) => word.toLowerCase().replace(/[^a-z]/g, '');

/** What the engine says of a case, and why. */
function judge(one, engine) {
  const { problem, outcome, rules = [] } = verdictOn(one, engine);
  const word = words[outcome];
  return { word: problem ?? word, agrees: lettersOf(one.outcome) === lettersOf(word ?? ''), rules };
}

const describe = ({ gluu, jvm, path: name, settings, mailServer }) =>
  `${gluu} ${jvm} ${name} ${JSON.stringify(settings)} against ${mailServer.description ?? JSON.stringify(mailServer)}`;

function problemOf(data) {
  if (!isObject(data)) return 'it holds no JSON object';
  if (!Array.isArray(data.cases) || data.cases.length === 0) return 'it has no list "cases" with cases in it';
  const broken = data.cases.findIndex(
    (one) => !isObject(one) || !isObject(one.mailServer) || typeof one.outcome !== 'string',
  );
  if (broken >= 0) return `case ${broken + 1} lacks mailServer or outcome`;
  return undefined;
}

function read(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    return { problem: `it cannot be read (${error.code})` };
  }
  try {
    const data = JSON.parse(text);
    return { data, problem: problemOf(data) };
  } catch {
    return { problem: 'it is not JSON' }; // the parser's own words quote the file, over several lines
  }
}

/** npm runs us in the project folder; a relative name is meant from where the user stands. */
function resolveFile(name) {
  const places = [process.env.INIT_CWD, process.cwd()].filter(Boolean).map((folder) => path.resolve(folder, name));
  return places.find((file) => fs.existsSync(file)) ?? places[0];
}

/** The engine, bundled from the app's own TypeScript. */
async function loadEngine() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-score-verdict-'));
  try {
    const { build } = await import('vite'); // not for a file that cannot be used
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: path.join(scripts, '..', 'src-shared', 'verdict', 'measured.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { format: 'es', entryFileNames: 'engine.mjs', codeSplitting: false } },
      },
    });
    return await import(pathToFileURL(path.join(folder, 'engine.mjs')).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function score({ cases }) {
  const engine = await loadEngine();
  const judged = cases.map((one, index) => ({ one, index, ...judge(one, engine) }));
  const wrong = judged.filter(({ agrees }) => !agrees);
  for (const { one, index, word, rules } of wrong)
    console.log(`${index + 1}: ${describe(one)}: measured ${one.outcome}, verdict ${word} ${rules.join(' ')}`);
  const open = judged.filter(({ word }) => word === words.cannotKnow);
  console.error(`decided: ${cases.length - open.length}/${cases.length}`);
  console.log(`verdict: ${cases.length - wrong.length}/${cases.length}`);
  return wrong.length === 0 ? 0 : 1;
}

const [name, ...more] = process.argv.slice(2);
if (!name || more.length > 0) {
  console.error('usage: npm run -s score:verdict -- FILE');
  process.exitCode = UNUSABLE_FILE;
} else {
  const file = resolveFile(name);
  const { data, problem } = read(file);
  if (problem) console.error(`score:verdict: ${file}: ${problem}`);
  process.exitCode = problem ? UNUSABLE_FILE : await score(data);
}
