import { ownProblemOf } from '../../src-shared/base/problem';
import type { z } from '../../src-shared/base/zod';
import { inWords } from '../base/own-words';

/** A form of JSON content, and how older ones become this one. */
export interface VersionedForm<T extends object> {
  /** The number of today's form: 1 or more. */
  version: number;
  /** Parses what it has given out to the same again (no transforms), and has no field `schemaVersion`. */
  schema: z.ZodType<T>;
  /** By version: turns that form, without its `schemaVersion`, into the next higher one. */
  upgrades: Readonly<Record<number, (old: unknown) => unknown>>;
}

/** `newer`: of a version to come, with what can be read of it. `broken`: no such content; `detail` says why. */
export type ContentFound<T> =
  | { kind: 'good'; value: T }
  | { kind: 'newer'; value: T | undefined }
  | { kind: 'broken'; detail: string };

/** Why a text is not what it should be; its message is the detail that is reported. */
class Unfit extends Error {}

/** What the bytes of a file hold: `{"schemaVersion": n, …}` in UTF-8. Never throws for what they are. */
export function readContent<T extends object>(bytes: Buffer, form: VersionedForm<T>): ContentFound<T> {
  try {
    return interpret(bytes, form);
  } catch (error) {
    if (error instanceof Unfit) return { kind: 'broken', detail: error.message };
    throw error;
  }
}

/** Throws Unfit. */
function interpret<T extends object>(bytes: Buffer, { version, schema, upgrades }: VersionedForm<T>): ContentFound<T> {
  const { schemaVersion, ...content } = parseObject(bytes);
  if (!Number.isSafeInteger(schemaVersion) || Number(schemaVersion) < 1) throw new Unfit('no valid schemaVersion');
  const found = Number(schemaVersion);
  if (found > version) {
    const lenient = within('reading', () => schema.safeParse(content));
    return { kind: 'newer', value: lenient.success ? lenient.data : undefined };
  }
  let current: unknown = content;
  for (let from = found; from < version; from++) {
    const upgrade = upgrades[from];
    if (!upgrade) throw new Unfit(`no upgrade from version ${from}`);
    const old = current;
    current = within(`the upgrade from version ${from}`, () => upgrade(old));
  }
  const parsed = within('reading', () => schema.safeParse(current));
  if (parsed.success) return { kind: 'good', value: parsed.data };
  const [issue] = parsed.error.issues;
  throw new Unfit(`${issue?.path.join('.') || 'content'}: ${issue ? detailOf(issue) : 'not valid'}`);
}

function parseObject(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) throw new Unfit('empty');
  let parsed: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes); // strips a BOM
    parsed = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unfit('not JSON');
    if (error instanceof TypeError) throw new Unfit('not UTF-8');
    if (error instanceof RangeError) throw new Unfit('nested too deeply');
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Unfit('not a JSON object');
  return { ...parsed };
}

/** What is wrong with the content, for whoever looks into the file: zod says it exactly. */
function detailOf(issue: z.core.$ZodIssue): string {
  const own = ownProblemOf(issue);
  return own ? inWords(own) : issue.message;
}

/** Damaged content may make an upgrade or a recursive schema throw whatever it likes; that is the file's fault first. */
function within<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Unfit(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
