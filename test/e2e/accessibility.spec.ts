import { test } from './support/app';
import { expectWhole } from './support/expect-whole';
import { visitDemoPeople, visitDemoSettings } from './support/visits/demo-fleet';
import { visitHistory } from './support/visits/history';
import { visitWhatGoesWrong } from './support/visits/what-goes-wrong';

test('the demo fleet and its people are accessible in both themes', async ({ app }) => {
  test.setTimeout(600_000);
  await visitDemoPeople(app, (screen) => expectWhole(app, screen));
});

test('the settings of the demo fleet are accessible in both themes', async ({ app }) => {
  test.setTimeout(600_000);
  await visitDemoSettings(app, (screen) => expectWhole(app, screen));
});

test('what goes wrong is accessible in both themes', async ({ app }) => {
  test.setTimeout(300_000);
  await visitWhatGoesWrong(app, (screen) => expectWhole(app, screen));
});

test('history and rollback are accessible in both themes', async ({ app }) => {
  test.setTimeout(300_000);
  await visitHistory(app, (screen) => expectWhole(app, screen));
});
