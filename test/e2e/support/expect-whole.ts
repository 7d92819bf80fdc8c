import type { StartedApp } from './app';
import { expectAccessible } from './expect-accessible';
import { expectReflow } from './reflow';

/** Axe finds nothing, and in windows of every size nothing is out of reach; colours do not change where things stand. */
export async function expectWhole(app: StartedApp, screen: string, theme: 'light' | 'dark'): Promise<void> {
  await expectAccessible(app.page, `${screen}, ${theme}`);
  if (theme === 'light') await expectReflow(app, screen);
}
