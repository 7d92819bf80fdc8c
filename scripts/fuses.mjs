// The fuses of a released app, in the order of Electron's fuse wire, and how to compare a packed program with them.
import { getCurrentFuseWire } from '@electron/fuses';

/** Name and wanted state; the position is the fuse's number (electron/electron, build/fuses/fuses.json5). */
const RELEASE_FUSES = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  // Younger than our @electron/fuses, which leaves it as Electron delivers it: on.
  ['WasmTrapHandlers', true],
];
const ON = '1'.charCodeAt(0);

/**
 * Reads every fuse of `program` (an Electron executable, or a macOS .app). Gives `{ name, on, wanted }` for each fuse
 * that this Electron has; `wanted` is undefined for a fuse on which RELEASE_FUSES has not decided.
 */
export async function readFuses(program) {
  const { version: _, ...states } = await getCurrentFuseWire(program);
  return Object.entries(states).map(([number, state]) => {
    const [name, wanted] = RELEASE_FUSES[Number(number)] ?? [`fuse ${number}`, undefined];
    return { name, on: state === ON, wanted };
  });
}
