import { randomUUID } from 'node:crypto';
import type { MailPin, ServerId, ServerProfile } from '../../src-shared/model/server';
import type { ImportInput } from '../../src-shared/model/transfer';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { Weighed } from '../calls/profile-guard';
import { fingerprintLines, hostLines, serverLine, throughLines } from '../guard/box-lines';
import { nameText } from '../guard/box-text';
import type { BoxLine } from '../guard/confirm';
import { hostKey } from '../net/host-name';
import { secretTargetOf } from '../registry/known-servers';
import { trustPlace } from '../registry/server-registry';
import { isSameTarget, targetText } from '../secrets/server-secrets';
import { isGuarded, type Pairing } from './compare-profiles';
import type { CarriedSecret } from './sealed-secrets';

/** What an import will do to the list. */
export interface ImportChanges {
  added: ServerProfile[];
  replaced: ServerProfile[];
  skipped: number;
  /** What each server of the file becomes, by its id there. */
  taken: Map<ServerId, ServerProfile>;
}

/**
 * Works out what the user's choices come to. A row without a choice is skipped. Throws AppError `input.invalid` for a row
 * that is not there, is chosen twice, or is to replace nothing.
 */
export function changesOf(pairings: readonly Pairing[], choices: ImportInput['choices']): ImportChanges {
  const changes: ImportChanges = { added: [], replaced: [], skipped: 0, taken: new Map() };
  const byRow = new Map(choices.map((choice) => [choice.row, choice]));
  if (byRow.size < choices.length || choices.some(({ row }) => row >= pairings.length)) throw wrongChoice();
  pairings.forEach((pairing, row) => {
    const choice = byRow.get(row);
    if (!choice || choice.action === 'skip') {
      changes.skipped += 1;
      return;
    }
    const { incoming, here } = pairing;
    if (choice.action === 'replace' && !here) throw wrongChoice();
    // Added beside the one it was matched with, it is another server.
    const id = choice.action === 'replace' && here ? here.profile.id : here ? newId() : incoming.id;
    const readOnly = incoming.readOnly || (isGuarded(pairing) && !choice.keepWritable);
    const profile = { ...incoming, id, readOnly };
    (choice.action === 'add' ? changes.added : changes.replaced).push(profile);
    changes.taken.set(incoming.id, profile);
  });
  return changes;
}

/**
 * What the changes trust or allow beyond what is so here, a line each, worst first. `weakenings`: what each of them, in
 * the order of `added` and `replaced`, takes away from the guards of its host.
 */
export function linesOf(
  { added, replaced }: ImportChanges,
  weakenings: Weighed['weakenings'],
  present: readonly ServerProfile[],
): BoxLine[] {
  const all = [...added, ...replaced].map((profile) => ({
    profile,
    here: present.find(({ id }) => id === profile.id),
  }));
  // A certificate is trusted for one place: the same one for another is another trust.
  const trusting = all.filter(
    ({ profile, here }) =>
      profile.pin && !(here?.pin?.sha256 === profile.pin.sha256 && trustPlace(profile) === trustPlace(here)),
  );
  const mailTrusting = all.flatMap(({ profile, here }) =>
    (profile.mailPins ?? [])
      .filter((pin) => !here?.mailPins?.some((known) => known.sha256 === pin.sha256 && isSamePlace(known, pin)))
      .map((pin) => ({ profile, pin })),
  );
  return [
    ...all.flatMap(({ profile }, index) =>
      (weakenings[index] ?? []).flatMap(({ short, lines }) => [short, serverLine(profile.name), ...lines]),
    ),
    ...trusting.flatMap(({ profile }) => [message('transfer.trusts'), ...named(profile), ...sha256Of(profile.pin)]),
    ...mailTrusting.flatMap(({ profile, pin }) => [
      message('transfer.trustsMail', { name: nameText(profile.name) }),
      ...hostLines('host', pin.host, [pin.port]),
      ...throughLines(pin.via),
      ...sha256Of(pin),
    ]),
  ];
}

const named = ({ name, host, port }: ServerProfile) => [serverLine(name), ...hostLines('host', host, [port])];
const sha256Of = (pin: { sha256: string } | undefined) => (pin ? fingerprintLines(pin.sha256) : []);
const isSamePlace = (one: MailPin, other: MailPin): boolean =>
  hostKey(one.host) === hostKey(other.host) && one.port === other.port && one.via === other.via;
const newId = () => randomUUID() as ServerId;
const wrongChoice = () => new AppError('input.invalid', { reason: message('failure.reason.wrongChoice') });

/**
 * Makes sure that every opened secret is still for the place that its profile names: sealed and profile are two parts of
 * one file, and only one of them cannot be changed. Throws AppError `profiles.tampered`.
 */
export function checkTargets(profiles: readonly ServerProfile[], secrets: readonly CarriedSecret[]): void {
  for (const { serverId, kind, target } of secrets) {
    const profile = profiles.find(({ id }) => id === serverId);
    const named = profile && secretTargetOf(profile, kind);
    if (named && isSameTarget(named, target)) continue;
    throw new AppError('profiles.tampered', {
      facts: {
        server: profile?.name ?? message('transfer.noSuchServer'),
        sealedFor: targetText(target),
        named: named ? targetText(named) : message('transfer.noSuchPlace'),
      },
    });
  }
}
