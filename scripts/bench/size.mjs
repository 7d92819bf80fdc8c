// How much the packed app puts on the disk beyond Electron itself.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installedRuntime } from '../electron-runtime.mjs';

const MEGABYTE = 1_000_000;
/** The program, under our name and under Electron's. */
const PROGRAM = { 'gluu-console': 'electron' };

/** Packs the app, and counts what is in its folder and not in Electron's. What is left out of Electron's is not set against it. */
export function measureSize({ root, report }) {
  const script = path.join(root, 'scripts', 'package.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the app could not be packed:\n${stdout}${stderr}`);
  const bare = sizesIn(installedRuntime().folder);
  const packed = sizesIn(path.join(root, 'dist', 'linux-unpacked'));
  const beyond = [...packed].map(([name, size]) => Math.max(0, size - (bare.get(PROGRAM[name] ?? name) ?? 0)));
  report('size', { ours: sum(beyond) / MEGABYTE, theirs: sum([...bare.values()]) / MEGABYTE });
}

const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

function sizesIn(folder) {
  const names = fs.readdirSync(folder, { recursive: true });
  const sizes = names.map((name) => [name, fs.lstatSync(path.join(folder, name))]);
  return new Map(sizes.filter(([, found]) => found.isFile()).map(([name, { size }]) => [name, size]));
}
