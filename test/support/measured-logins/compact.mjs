// Makes measured.jsonl of a file of login runs, as `npm run -s score:verdict` reads them: `node compact.mjs FILE > measured.jsonl`.
// Each server stands once, without what is the same everywhere, with what its runs came to: outcome, then version and code.
import fs from 'node:fs';

const usual = {
  mail: '250 2.1.0 OK',
  rcpt: '250 2.1.5 OK',
  dataCommand: '354 go ahead',
  data: '250 2.0.0 queued',
  needsLogin: false,
  tls: 'none',
  auth: { LOGIN: 235, PLAIN: 235, 'DIGEST-MD5': 235, NTLM: 235, 'CRAM-MD5': 235, XOAUTH2: 235 },
};
const isUsual = ([key, value]) => JSON.stringify(value) === JSON.stringify(usual[key]);
const left = ['id', 'group', 'description', 'passwordCompared'];

const servers = new Map();
for (const { mailServer, settings, gluu, path, outcome } of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
  .cases) {
  const { id } = mailServer;
  const about = Object.fromEntries(
    Object.entries(mailServer).filter((entry) => !left.includes(entry[0]) && !isUsual(entry)),
  );
  const server = servers.get(id) ?? { about, runs: new Map() };
  servers.set(id, server);
  const { requiresAuthentication: login, password, userName = 'gluu' } = settings;
  const given = { login, ...(password === 'right' ? {} : { password }), ...(userName === 'gluu' ? {} : { userName }) };
  const key = JSON.stringify(given);
  const run = server.runs.get(key) ?? { ...given, outcomes: {} };
  server.runs.set(key, run);
  run.outcomes[outcome] = [...(run.outcomes[outcome] ?? []), `${gluu} ${path}`];
}
const lines = [...servers].map(([id, { about, runs }]) => JSON.stringify({ id, about, runs: [...runs.values()] }));
process.stdout.write(`${lines.join('\n')}\n`);
