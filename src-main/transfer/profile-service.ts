import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { asStored } from '../../src-shared/model/server';
import type { ImportPreview, LeftBehind } from '../../src-shared/model/transfer';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import type { ProfileGuard } from '../calls/profile-guard';
import type { WriteConsent } from '../guard/write-consent';
import type { KnownServers } from '../registry/known-servers';
import { draftOf, type ServerRegistry } from '../registry/server-registry';
import type { ServerSecrets } from '../secrets/server-secrets';
import type { CallsOf } from '../work/work';
import { type Pairing, pairUp, rowsOf } from './compare-profiles';
import { exportProfiles, type PreparedExport } from './export-profiles';
import { changesOf, checkTargets, type ImportChanges, linesOf } from './import-profiles';
import { type CarriedSecret, unseal } from './sealed-secrets';
import { parseTransferFile, type TransferFile } from './transfer-file';

interface Needs {
  registry: ServerRegistry;
  secrets: ServerSecrets;
  servers: KnownServers;
  appVersion: string;
  /** Asks outside the window before guards are weakened. */
  consent: Pick<WriteConsent, 'askWeakening'>;
  profileGuard: Pick<ProfileGuard, 'weigh'>;
  onChange(): void;
  /** The user's choice in the system's own dialog, read; undefined if the user said no. */
  openFile(): Promise<{ name: string; bytes: Uint8Array } | undefined>;
  /** Asks the user for a place in the system's own dialog, whose title is given; gives whether it was saved. */
  saveFile(name: string, text: string, title: Message): Promise<boolean>;
}

export interface Profiles {
  calls: CallsOf<'profiles'>;
  /** Drops a prepared export and an opened file with its secrets. */
  forget(): void;
}

interface Opened {
  previewId: string;
  name: string;
  file: TransferFile;
  /** As the window was shown them. */
  shown: ImportPreview['rows'];
  secrets?: CarriedSecret[];
}

/** What the window sees of an opened file. */
const previewOf = ({ previewId, name, file, shown, secrets }: Opened): ImportPreview => ({
  previewId,
  file: name,
  exportedAt: file.header.exportedAt,
  appVersion: file.header.appVersion,
  rows: shown,
  secrets: file.sealed ? (secrets ? 'opened' : 'sealed') : 'none',
});

/** Profiles out to a file and in from one. One export and one opened file are kept at a time, here and not in the window. */
export function profileService(needs: Needs): Profiles {
  const { registry, secrets, servers } = needs;
  let prepared: (PreparedExport & { exportId: string }) | undefined;
  let opened: Opened | undefined;

  const pairings = ({ file }: Opened): Pairing[] => pairUp(file.profiles, registry.list());
  const rows = (from: Opened) => rowsOf(pairings(from), registry.list(), from.secrets ?? []);
  const openedAs = (previewId: string): Opened => {
    if (opened?.previewId !== previewId) throw new AppError('profiles.gone');
    return opened;
  };

  const calls: CallsOf<'profiles'> = {
    async 'profiles.prepareExport'({ serverIds, passphrase }) {
      if (passphrase !== undefined) hideFromLog(passphrase);
      const made = await exportProfiles({
        servers,
        secrets,
        serverIds,
        appVersion: needs.appVersion,
        now: new Date(),
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      const exportId = randomUUID();
      prepared = { ...made, exportId };
      return { exportId, servers: made.servers, secrets: made.secrets, leftBehind: made.leftBehind };
    },

    async 'profiles.export'({ exportId }) {
      if (prepared?.exportId !== exportId) throw new AppError('profiles.gone');
      const { text, servers: count, secrets: inside } = prepared;
      const title = message('transfer.export.title', { n: count, secrets: inside });
      const saved = await needs.saveFile(fileName(new Date()), text, title);
      if (saved && prepared.exportId === exportId) prepared = undefined;
      return { saved };
    },

    async 'profiles.open'() {
      const chosen = await needs.openFile();
      if (!chosen) return undefined;
      const parsed = parseTransferFile(chosen.bytes, chosen.name);
      const file = { ...parsed, profiles: parsed.profiles.map(asStored) };
      const next: Opened = { previewId: randomUUID(), name: chosen.name, file, shown: [] };
      next.shown = rows(next);
      opened = next;
      return previewOf(next);
    },

    async 'profiles.unseal'({ previewId, passphrase }) {
      hideFromLog(passphrase);
      const from = openedAs(previewId);
      if (!from.file.sealed) throw new AppError('input.invalid', { reason: message('failure.reason.noSecretsInFile') });
      const inside = await unseal(from.file.sealed, passphrase, from.file.header);
      checkTargets(from.file.profiles, inside);
      if (opened !== from) throw new AppError('profiles.gone');
      from.secrets = inside;
      from.shown = rows(from);
      return previewOf(from);
    },

    async 'profiles.import'({ previewId, choices }, work) {
      const from = openedAs(previewId);
      const { shown, secrets: inside } = from;
      const changes = changesOf(pairings(from), choices);
      const { added, replaced, skipped, taken } = changes;
      const { weakenings, given } = await needs.profileGuard.weigh([
        ...added.map((profile) => ({ next: draftOf(profile) })),
        ...replaced.map((profile) => ({ next: draftOf(profile), id: profile.id })),
      ]);
      const lines = linesOf(changes, weakenings, registry.list());
      if (lines.length > 0) {
        const asked = { message: question(changes), lines, yes: message('transfer.import.yes') };
        await needs.consent.askWeakening(asked, work);
      }
      // The user looked at the differences, and then at the question, while other calls went on.
      const isAsShown = () => isDeepStrictEqual([rows(from), from.secrets], [shown, inside]);
      if (!isAsShown()) throw new AppError('profiles.changed');
      await registry.importProfiles(added, replaced, (now) => isAsShown() && given(now));
      if (opened === from) opened = undefined;
      const { kept, leftBehind } = await keepSecrets(needs, inside ?? [], taken);
      await servers.lookAtSecrets();
      needs.onChange();
      const salts = kept.filter(({ kind }) => kind === 'salt').length;
      const counts = { added: added.length, replaced: replaced.length, skipped, secrets: kept.length, salts };
      return { ...counts, leftBehind };
    },

    'profiles.forget': async () => forget(),
  };

  function forget(): void {
    prepared = undefined;
    opened = undefined;
  }

  return { calls, forget };
}

/**
 * Keeps each secret for the place it was sealed for, whatever other calls make of its server meanwhile. The profiles are on disk
 * already; a keychain that refuses must not lose them.
 */
async function keepSecrets(
  { registry, secrets }: Pick<Needs, 'registry' | 'secrets'>,
  inside: readonly CarriedSecret[],
  taken: ImportChanges['taken'],
) {
  const leftBehind: LeftBehind[] = [];
  const kept: CarriedSecret[] = [];
  for (const carried of inside) {
    const { serverId, kind, value, target, boundTo } = carried;
    const profile = taken.get(serverId);
    if (!profile) continue;
    try {
      registry.get(profile.id);
      // An alias of the computer it comes from may mean another host here: then it is asked for again.
      await secrets.put(profile.id, kind, value, boundTo ?? target);
      kept.push(carried);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const why = sentencesOf(error.toFailure()).what;
      leftBehind.push({ server: profile.name, secret: kind, why });
    }
  }
  return { kept, leftBehind };
}

const question = ({ added, replaced }: ImportChanges) =>
  message('transfer.import.ask', { n: added.length + replaced.length });
/** By the day, as the user reads it. */
const fileName = (now: Date) => `gluu-console-servers-${now.toLocaleDateString('sv')}.json`;
