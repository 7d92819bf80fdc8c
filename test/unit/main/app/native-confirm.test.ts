import type { MessageBoxOptions } from 'electron';
import { afterEach, expect, test, vi } from 'vitest';
import { nativeConfirm } from '../../../../src-main/app/native-confirm';
import { message, verbatim } from '../../../../src-shared/texts/message';

const { shown } = vi.hoisted(() => ({ shown: [] as MessageBoxOptions[] }));
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: () => ({}) },
  dialog: {
    showMessageBox: async (_window: unknown, options: MessageBoxOptions) => {
      shown.push(options);
      return { response: 1, checkboxChecked: false };
    },
  },
}));
afterEach(() => void shown.splice(0));

const contents = () => ({ isDestroyed: () => false }) as Electron.WebContents;
const confirm = nativeConfirm(contents);
const { signal } = new AbortController();

/** What Electron makes of a label on Linux, from its documentation of normalizeAccessKeys: `_` marks a key there. */
const onLinux = (text: string) =>
  text.replaceAll('_', '__').replace(/&(.?)/g, (_, after: string) => (after === '&' ? after : `_${after}`));
/** And what GTK shows of that. */
const drawn = (text: string) => text.replace(/_(.?)/g, '$1');

test.each(['R & D (Test)', 'A&B', 'a && b', 'gluu_prod_eu', '&', 'M&_S'])(
  'a button shows “%s” as it is',
  async (name) => {
    expect(
      await confirm(
        {
          message: message('box.write.update', { where: name }),
          lines: [verbatim(name)],
          yes: message('box.write.yes', { where: name }),
        },
        signal,
      ),
    ).toEqual({
      yes: true,
      boxTicked: false,
    });
    const [{ buttons = [], normalizeAccessKeys, message: asked, detail } = { message: '' }] = shown;
    expect(normalizeAccessKeys).toBe(true);
    expect(drawn(onLinux(buttons[1] ?? ''))).toBe(`Write to ${name}`);
    expect((buttons[1] ?? '').replace(/&(.?)/g, '$1')).toBe(`Write to ${name}`); // Windows and macOS
    expect([asked, detail]).toEqual([`Update on ${name}?`, name]);
  },
);
