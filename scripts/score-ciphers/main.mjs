// Runs in Electron's main process: compares the app's cipher with every vector of the file named last on the command line.
import fs from 'node:fs';
import { app } from 'electron';
import { problemOfBadSalt, problemOfDecryption, problemOfEncryption } from './compare.mjs';

const { salts, bad_salts: badSalts, encrypt, decrypt } = JSON.parse(fs.readFileSync(process.argv.at(-1), 'utf8'));
const lines = [];
let allAgree = true;

/** Runs a kind of vectors and gives its line of the result; disagreements are printed first. */
function compare(kind, named, problemOf) {
  let agreed = 0;
  for (const [name, vector] of named) {
    const problem = problemOf(vector);
    if (problem === undefined) agreed += 1;
    else lines.push(`${kind} ${name}: ${problem}`);
  }
  allAgree &&= agreed === named.length;
  return `${agreed}/${named.length}`;
}

const numbered = (vectors) =>
  vectors.map((vector, index) => [`${index + 1} (${[vector?.salt, vector?.case].filter(Boolean).join(', ')})`, vector]);

const ciphers = compare('encrypt', numbered(encrypt), (vector) =>
  problemOfEncryption(vector, new Map(Object.entries({ ...badSalts, ...salts }))),
);
const decrypted = decrypt && compare('decrypt', numbered(decrypt), problemOfDecryption);
const refused = badSalts && compare('bad salt', Object.entries(badSalts), problemOfBadSalt);
if (decrypted) lines.push(`decrypt: ${decrypted}`);
if (refused) lines.push(`salts: ${refused}`);
lines.push(`ciphers: ${ciphers}`, '');

process.stdout.write(lines.join('\n'), () => app.exit(allAgree ? 0 : 1));
