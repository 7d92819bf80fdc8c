import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPlaceFile } from '../../../../src-main/app/place-file';
import { boundsToOpen, placeKeeper } from '../../../../src-main/app/window-place';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const usual = { width: 1280, height: 820 };
const main = { x: 0, y: 25, width: 1440, height: 875 };
const left = { x: -1920, y: 0, width: 1920, height: 1080 };

describe('the bounds to open with', () => {
  const cases = [
    ['never moved', undefined, [main], usual],
    [
      'never moved, on a small display',
      undefined,
      [{ ...main, width: 1024, height: 700 }],
      { width: 1024, height: 700 },
    ],
    ['as it was', { x: 80, y: 40, width: 1000, height: 700 }, [main], { x: 80, y: 40, width: 1000, height: 700 }],
    ['as it was, on the second display', { x: -1500, y: 9, ...usual }, [main, left], { x: -1500, y: 9, ...usual }],
    ['its display is gone', { x: -1500, y: 9, ...usual }, [main], usual],
    [
      'its display is gone, and it was larger',
      { x: -1900, y: 9, width: 1900, height: 1000 },
      [main],
      { width: 1440, height: 875 },
    ],
    [
      'partly outside',
      { x: 1400, y: -300, width: 1000, height: 700 },
      [main],
      { x: 440, y: 25, width: 1000, height: 700 },
    ],
    [
      'on two displays: the one with more of it',
      { x: -900, y: 100, ...usual },
      [main, left],
      { x: -1280, y: 100, ...usual },
    ],
    ['larger than its display is now', { x: 0, y: 25, width: 3000, height: 2000 }, [main], { ...main }],
    ['beside every display by a pixel', { x: 1440, y: 25, ...usual }, [main], usual],
    ['no display is known', { x: 7, y: 8, ...usual }, [], usual],
  ] as const;
  test.each(cases)('%s', (_name, bounds, areas, expected) => {
    expect(boundsToOpen(bounds, areas, usual)).toEqual(expected);
  });
});

describe('the file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = makeTemporaryFolder('window-place');
    file = path.join(folder, 'window.json');
  });
  afterEach(() => removeTemporaryFolder(folder));

  function windowAt(bounds: object, { maximized = false, fullScreen = false } = {}) {
    const state = { bounds, maximized, fullScreen };
    const window = Object.assign(new EventEmitter(), {
      isDestroyed: () => false,
      isFullScreen: () => state.fullScreen,
      isMaximized: () => state.maximized,
      getNormalBounds: () => state.bounds,
    });
    return { window: window as unknown as BrowserWindow & EventEmitter, state };
  }
  const at = { x: 80, y: 40, width: 1000, height: 700 };

  test('a place is kept when it changes and when the window closes, and read at the next start', async () => {
    const place = placeKeeper(file);
    const { window, state } = windowAt(at);
    place.follow(window);
    window.emit('move');
    await expect.poll(() => openPlaceFile(file).read()).toEqual({ bounds: at, maximized: false });
    state.maximized = true;
    window.emit('close');
    await place.settled();
    expect(openPlaceFile(file).read()).toEqual({ bounds: at, maximized: true });
  });

  test('the place is the same at a glance as by the whole reading, a backup included', async () => {
    expect(await placeKeeper(file).read()).toEqual({ maximized: false });
    for (const width of [900, 901]) {
      await openPlaceFile(file).write({ bounds: { ...at, width }, maximized: true });
      expect(await placeKeeper(file).read()).toEqual(openPlaceFile(file).read());
    }
    rmSync(file);
    expect(await placeKeeper(file).read()).toEqual({ bounds: { ...at, width: 900 }, maximized: true });
  });

  test('a window that is where it was keeps nothing', async () => {
    await openPlaceFile(file).write({ bounds: at, maximized: false });
    const before = statSync(file).mtimeMs;
    const place = placeKeeper(file);
    await place.read();
    const { window } = windowAt(at);
    place.follow(window);
    window.emit('close');
    await place.settled();
    expect(statSync(file).mtimeMs).toBe(before);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  test('the full screen is left out', async () => {
    const place = placeKeeper(file);
    const { window, state } = windowAt(at);
    place.follow(window);
    window.emit('close');
    await place.settled();
    state.fullScreen = true;
    state.bounds = main;
    window.emit('close');
    await place.settled();
    expect(openPlaceFile(file).read().bounds).toEqual(at);
  });

  const broken = {
    'not JSON': '{"schemaVersion":1,',
    'of another shape': '{"schemaVersion":1,"bounds":{"x":"0"},"maximized":false}',
    'no size': '{"schemaVersion":1,"bounds":{"x":0,"y":0,"width":0,"height":-5},"maximized":false}',
    'numbers that are not usable':
      '{"schemaVersion":1,"bounds":{"x":1e999,"y":0.5,"width":9e15,"height":1},"maximized":false}',
    'of a newer version': '{"schemaVersion":9,"bounds":{"x":0,"y":0,"width":900,"height":900,"z":1},"maximized":[]}',
  };
  test.each(Object.entries(broken))('a broken one is ignored: %s', async (_name, text) => {
    writeFileSync(file, text);
    const place = placeKeeper(file);
    expect(await place.read()).toEqual({ maximized: false });
    const { window } = windowAt(at);
    place.follow(window);
    window.emit('close');
    await place.settled();
  });

  test('a link in its place is neither read nor written', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'precious');
    symlinkSync(elsewhere, file);
    const place = placeKeeper(file);
    const { window } = windowAt(at);
    place.follow(window);
    window.emit('close');
    await place.settled();
    expect(await place.read()).toEqual({ maximized: false });
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toContain('elsewhere');
  });
});
