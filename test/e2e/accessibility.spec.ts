import { test } from './support/app';
import { expectWhole } from './support/expect-whole';
import { visitDemoFleet } from './support/visits/demo-fleet';
import { visitHistory } from './support/visits/history';
import { visitWhatGoesWrong } from './support/visits/what-goes-wrong';

test('every screen of the demo fleet is accessible in both themes', async ({ app }) => {
  test.setTimeout(600_000);
  await visitDemoFleet(app, (screen) => expectWhole(app, screen));
});

test('what goes wrong is accessible in both themes', async ({ app }) => {
  test.setTimeout(300_000);
  await visitWhatGoesWrong(app, (screen) => expectWhole(app, screen));
});

test('history and rollback are accessible in both themes', async ({ app }) => {
  test.setTimeout(300_000);
  await visitHistory(app, (screen) => expectWhole(app, screen));
});
