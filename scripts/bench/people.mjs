// A hundred thousand people: one of them, a page far down the list, and everybody.
import { setTimeout as pause } from 'node:timers/promises';
import { addServer, openedApp } from './app-calls.mjs';
import { alternate, timed } from './rounds.mjs';
import { toolsFor } from './tools.mjs';

const PEOPLE = 100_000;
const ROUNDS = 5;
/** Going that far down the list takes long. */
const FAR_ROUNDS = 3;
const PAGE_SIZE = 50;
const FAR = 50_000;
const MEMORY_EVERY_MS = 250;

export async function measurePeople({ root, folder, backends, report }) {
  const slapd = await backends.startSlapd({ ldif: backends.gluuTree({ version: '3.1.2', people: PEOPLE }) });
  let app;
  try {
    const tools = toolsFor({ slapd, dn: backends.gluuNames().applianceDn, folder });
    app = await openedApp(root);
    const serverId = await addServer(app, slapd, { port: slapd.ldapsPort });
    await app.call('server.check', { serverId });
    await comparePeople(app, serverId, tools, report);
  } finally {
    await app?.close();
    await slapd.stop();
  }
}

async function comparePeople(app, serverId, tools, report) {
  const search = async (text, offset = 0) => {
    const { value, ms } = await app.call('users.search', { serverId, text, anywhere: false, offset });
    const expected = text === '' ? PAGE_SIZE : 1;
    if (value.people.length < expected) throw new Error(`“${text}”: ${value.people.length} people were found`);
    return { ms };
  };
  const everybody = async () => {
    const { value, ms } = await app.call('users.duplicates', { serverId });
    if (value.people < PEOPLE) throw new Error(`only ${value.people} people were read`);
    return { ms };
  };
  const growth = await grownBy(app, everybody);
  const one = (attribute, text) =>
    alternate(
      ROUNDS,
      () => search(text),
      () => timed(() => tools.person(attribute, text)),
    );
  report('person-uid', (await one('uid', 'user77777')).ms);
  report('person-mail', (await one('mail', 'user77777@gluu.example.org')).ms);
  /** As the window does it: who is far down has read the page before. */
  const farPage = async () => {
    await search('', FAR - PAGE_SIZE);
    return search('', FAR);
  };
  report('page', (await alternate(FAR_ROUNDS, farPage, () => search(''))).ms);
  report('everybody', (await alternate(ROUNDS, everybody, () => timed(tools.allMails))).ms);
  report('growth', growth);
}

/** The most that the app holds more while `run` runs, in MiB, and what it held before. */
async function grownBy(app, run) {
  const before = app.memory();
  let most = before;
  let running = true;
  const watch = async () => {
    for (; running; await pause(MEMORY_EVERY_MS)) most = Math.max(most, app.memory());
  };
  const watched = watch();
  await run();
  running = false;
  await watched;
  return { ours: Math.max(most, app.memory()) - before, theirs: before };
}
