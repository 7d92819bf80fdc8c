import type { StartedApp } from './app';
import { expectAccessibleInBothThemes } from './expect-accessible';
import { expectReflow } from './reflow';

/** Axe finds nothing in either theme, and in windows of every size nothing is out of reach; colours do not change where things stand. */
export async function expectWhole(app: StartedApp, screen: string): Promise<void> {
  await expectAccessibleInBothThemes(app.page, screen);
  await expectReflow(app, screen);
}
