import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp } from './support/app';
import { expect, expectFit, expectLockedFit, narrowSizes, startApp, test } from './support/fit';
import { writeFortyServers } from './support/forty-servers';
import { resize } from './support/reflow';
import { visitBesideServers } from './support/visits/beside-servers';
import { visitDemoPeople, visitDemoSettings } from './support/visits/demo-fleet';
import { visitDemoMail, visitDemoRequest } from './support/visits/demo-mail';
import { visitFortyServers } from './support/visits/forty-servers';
import { visitHistory } from './support/visits/history';
import { visitMailbox } from './support/visits/mailbox';
import { visitServerForms } from './support/visits/server-forms';
import { visitSshQuestions } from './support/visits/ssh-questions';
import { visitWhatGoesWrong } from './support/visits/what-goes-wrong';

// In every language, in a window of the usual size and in a small one, at 100 % and at 200 %: nothing is cut, and nothing is lost
// when the language changes.
test.describe.configure({ mode: 'parallel', timeout: 300_000 });

for (const [screens, visit] of Object.entries({
  'beside the servers': visitBesideServers,
  'of the demo fleet and its people': visitDemoPeople,
  'of the demo fleet’s settings': visitDemoSettings,
  'of mail tests': visitDemoMail,
  'of a real request': visitDemoRequest,
  'of a mailbox': visitMailbox,
  'of a server’s form': visitServerForms,
  'of what goes wrong': visitWhatGoesWrong,
  'of the history': visitHistory,
})) {
  test(`the screens ${screens} have room for every language`, async ({ app }) => {
    await visit(app, (screen) => expectFit(app, screen));
  });
}

test('what lies over forty servers has room for every language', async () => {
  const folder = makeTemporaryFolder('forty');
  await writeFortyServers(folder);
  const app = await startApp({ folder });
  try {
    await visitFortyServers(app, (screen) => expectFit(app, screen));
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});

test('what SSH asks has room for every language', async () => {
  test.skip(process.getuid?.() !== 0, 'sshd separates privileges: only root can start one');
  await visitSshQuestions(expectFit, startApp);
});

test('the lock screen and notices have room for every language', async () => {
  const folder = makeTemporaryFolder('notices');
  writeFileSync(path.join(folder, 'servers.json'), '[1, 2, 3]');
  writeFileSync(path.join(folder, 'settings.json'), '');
  const app = await startApp({ folder });
  try {
    await expectFit(app, 'notices');
    await expectLockedFit(app);
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});

test('the list as a drawer has room for every language', async () => {
  const folder = makeTemporaryFolder('drawer');
  await writeFortyServers(folder);
  const app = await startApp({ folder });
  try {
    await resize(app, { width: 1080, height: 700, zoom: 2 });
    await app.page.getByRole('button', { name: 'Servers', exact: true }).click();
    await expectFit(app, 'the list as a drawer', narrowSizes);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});
