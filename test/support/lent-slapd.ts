import { randomBytes } from 'node:crypto';
import { Client } from 'ldapts';
import { expect, vi } from 'vitest';
import { parseLdif } from './ldif';
import { overFiles } from './over-files';
import { type Slapd, type SlapdOptions, startSlapd } from './slapd';

/** A larger tree is loaded faster by slapadd. */
const MAX_ENTRIES = 100;

/** At most this many wait to be lent again: each is a process with a database. */
const MAX_IDLE = 4;

/** The log is searched again and again; beyond this length a new slapd starts faster. */
const MAX_LOG = 500_000;

interface Kept {
  /** Its settings. */
  key: string;
  slapd: Slapd;
  /** What it was lent with last, and where its log stood then. */
  ldif: string;
  from: number;
}
/** Those that nobody has, the one that waits longest first. */
const idle = overFiles('idle slapds', (): Kept[] => []);

/**
 * A slapd as `startSlapd` gives it, which later tests get again where they want the same settings, those of other files as well: its
 * `stop` gives it back, and its tree is set back before it is lent once more. One that a test killed, stopped or restarted is not
 * lent again, nor one whose log has become long. Those that wait end with the process.
 */
export async function lendSlapd(options: SlapdOptions & { ldif: string }): Promise<Slapd> {
  const { ldif } = options;
  const key = JSON.stringify({ ...options, ldif: undefined });
  const at = idle.findLastIndex((each) => each.key === key);
  const [kept] = at < 0 ? [] : idle.splice(at, 1);
  if (kept && (await isSetBack(kept, ldif))) return lent(key, kept.slapd, ldif);
  if (kept) await kept.slapd.stop();
  return lent(key, await startSlapd(options), ldif);
}

function lent(key: string, slapd: Slapd, ldif: string): Slapd {
  const from = slapd.log().length;
  const modifiesBefore = slapd.modifies().length;
  let isWhole = true;
  let isGiven = false;
  const notWhole = <A extends unknown[], R>(act: (...args: A) => R) => {
    return (...args: A) => {
      isWhole = false;
      return act(...args);
    };
  };
  return {
    ...slapd,
    log: () => slapd.log().slice(from),
    modifies: () => slapd.modifies().slice(modifiesBefore),
    kill9: notWhole(slapd.kill9),
    pause: notWhole(slapd.pause),
    restart: notWhole(slapd.restart),
    async stop() {
      if (isGiven) return;
      isGiven = true;
      if (!isWhole || parseLdif(ldif).length > MAX_ENTRIES || slapd.log().length > MAX_LOG) return slapd.stop();
      idle.push({ key, slapd, ldif, from });
      if (idle.length > MAX_IDLE) await idle.shift()?.slapd.stop();
    },
  };
}

/** Gives it that tree, and resolves once its log tells nothing more of that; false where it does not take it, and is to be stopped. */
async function isSetBack(kept: Kept, ldif: string): Promise<boolean> {
  const { slapd, ldif: former, from } = kept;
  const wanted = parseLdif(ldif);
  if (wanted.length > MAX_ENTRIES) return false;
  const client = new Client({ url: slapd.url, timeout: 10_000 });
  try {
    await client.bind(slapd.bindDn, slapd.password);
    await logged(slapd, client);
    const since = slapd.log().slice(from);
    // The suffix stays as it is; from 4.0 on it is the organization itself.
    if (suffixIn(former) !== suffixIn(ldif)) return false;
    if (/ (MOD|MODRDN|DEL) dn="(o=gluu|cn=reader,o=gluu)"/i.test(since)) return false;
    if (former !== ldif || / (ADD|MOD|MODRDN|DEL) dn=/.test(since)) await replaceTree(client, slapd, wanted);
    const connection = await logged(slapd, client);
    await client.unbind();
    const closed = new RegExp(` ${connection} fd=\\d+ closed`);
    await vi.waitFor(() => expect(slapd.log()).toMatch(closed), { timeout: 5000, interval: 2 });
    return true;
  } catch {
    await client.unbind().catch(() => {});
    return false;
  }
}

const suffixIn = (ldif: string): string =>
  JSON.stringify([...(parseLdif(ldif).find((entry) => entry.get('dn')?.[0] === 'o=gluu') ?? [])]);

async function replaceTree(client: Client, { reader }: Slapd, wanted: ReturnType<typeof parseLdif>): Promise<void> {
  const stays = (dn: string | undefined) => dn === 'o=gluu' || dn === reader.dn;
  const { searchEntries } = await client.search('o=gluu', { filter: '(objectClass=*)', attributes: ['1.1'] });
  const depth = (dn: string) => dn.split(',').length;
  const going = searchEntries.map(({ dn }) => dn).filter((dn) => !stays(dn));
  for (const dn of going.toSorted((one, other) => depth(other) - depth(one))) await client.del(dn);
  for (const { dn: [dn = ''] = [], ...attributes } of wanted.map((entry) => Object.fromEntries(entry))) {
    if (!stays(dn)) await client.add(dn, attributes);
  }
}

/** Resolves once the log has everything up to now; gives the name that the connection of `client` has in it. */
async function logged(slapd: Slapd, client: Client): Promise<string> {
  const mark = randomBytes(8).toString('hex');
  await client.search('o=gluu', { scope: 'base', filter: `(o=${mark})` });
  const line = new RegExp(` (conn=\\d+) op=\\d+ SRCH .*${mark}`);
  await vi.waitFor(() => expect(slapd.log()).toMatch(line), { timeout: 5000, interval: 2 });
  return line.exec(slapd.log())?.[1] ?? '';
}
