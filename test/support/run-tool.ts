import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** A command-line tool ended with a failure; for OpenLDAP's client tools `exitCode` is the LDAP result code. */
export class ToolError extends Error {
  override readonly name = 'ToolError';

  constructor(
    readonly tool: string,
    readonly exitCode: number | null,
    readonly said: string,
  ) {
    super(`${tool} ended with ${exitCode}: ${said.trim()}`);
  }
}

/** Debian keeps slapd and its tools where an ordinary user's PATH does not look. */
export const toolPath = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;

/**
 * Runs a tool in `folder`, hands it `input`, and gives what it wrote to standard output.
 * Throws ToolError if it ends with anything but 0, and Node's ENOENT error if it is not installed.
 */
export async function runTool(
  tool: string,
  args: string[],
  { input = '', folder }: { input?: string; folder?: string } = {},
): Promise<string> {
  // LDAPNOINIT: the machine's own ldap.conf and ~/.ldaprc must not change what a test does.
  const env = { ...process.env, PATH: toolPath, LDAPNOINIT: '1', LC_ALL: 'C' };
  const child = spawn(tool, args, { env, stdio: 'pipe', ...(folder === undefined ? {} : { cwd: folder }) });
  const closed = once(child, 'close');
  // A tool that fails early closes its input while we still write; its exit code tells the story.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, said] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (child.exitCode !== 0) throw new ToolError(tool, child.exitCode, said);
  return output;
}
