import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp } from './support/app';
import { expect, expectFit, startApp, test } from './support/fit';
import { writeFortyServers } from './support/forty-servers';
import { visitBesideServers } from './support/visits/beside-servers';
import { visitDemoFleet } from './support/visits/demo-fleet';
import { visitFortyServers } from './support/visits/forty-servers';
import { visitHistory } from './support/visits/history';
import { visitSshQuestions } from './support/visits/ssh-questions';
import { visitWhatGoesWrong } from './support/visits/what-goes-wrong';

// In every language, in a window of the usual size and in a small one, at 100 % and at 200 %: nothing is cut, and nothing is lost
// when the language changes.
test.describe.configure({ mode: 'parallel', timeout: 300_000 });

for (const [screens, visit] of Object.entries({
  'beside the servers': visitBesideServers,
  'of the demo fleet': visitDemoFleet,
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
