import type { Theme } from '../../src-shared/model/app';
import { themes } from '../../src-shared/model/theme';
import { languages } from '../../src-shared/texts/languages';
import { asSystem, type TextsChoice } from '../../src-shared/texts/speech';
import { glanceAt } from './glance';

/** What of the settings the first frame shows. */
export interface Looks {
  theme: Theme;
  texts: TextsChoice;
}

/** The version of the settings (settings.ts). */
export const SETTINGS_VERSION = 3;

const themeNames: readonly unknown[] = themes;
const spoken: readonly unknown[] = ['system', ...languages];
const clocks: readonly unknown[] = ['language', '24'] satisfies TextsChoice['clock'][];
const dayForms: readonly unknown[] = ['language', 'iso'] satisfies TextsChoice['days'][];

/** How the settings in the file at `path` have the window look; undefined where only the whole reading can tell. */
export function looksAtAGlance(path: string): Looks | undefined {
  const found = glanceAt(path, SETTINGS_VERSION);
  if (found === 'fresh') return { theme: 'system', texts: asSystem };
  const { theme, texts } = found ?? {};
  const { language, clock, days } = Object(texts) as Record<string, unknown>;
  const isGood =
    themeNames.includes(theme) && spoken.includes(language) && clocks.includes(clock) && dayForms.includes(days);
  return isGood ? { theme: theme as Theme, texts: { language, clock, days } as TextsChoice } : undefined;
}
