import { problem } from '../base/problem';
import * as z from '../base/zod';
import { type Message, message, type Words } from '../texts/message';
import { routeText, sshLoginLabels } from './route';
import {
  type Environment,
  environmentLabels,
  ldapModeLabels,
  ServerId,
  type ServerProfile,
  type ServerSummary,
} from './server';

export const MIN_PASSPHRASE = 12;
export const MAX_TRANSFERRED = 1000;

/** The same limits in the form and in main. It is never stored. */
export const Passphrase = z.string().min(MIN_PASSPHRASE).max(1000);

export const ExportInput = z.object({
  serverIds: z
    .array(ServerId)
    .min(1, problem(message('problem.noServerChosen')))
    .max(MAX_TRANSFERRED),
  /** With it the secrets go along, sealed; without it none does. */
  passphrase: Passphrase.optional(),
});

type SecretName = keyof ServerSummary['secrets'];

/** A secret that stays behind, and the reason as a sentence. */
export interface LeftBehind {
  server: string;
  secret: SecretName;
  why: Message;
}

/** What an export will hold; nothing is saved yet. */
export interface ExportPlan {
  exportId: string;
  servers: number;
  secrets: number;
  leftBehind: LeftBehind[];
}

const importActions = ['add', 'replace', 'skip'] as const;
export type ImportAction = (typeof importActions)[number];

export const ImportInput = z.object({
  previewId: z.uuid(),
  choices: z
    .array(
      z.object({
        row: z
          .int()
          .min(0)
          .max(MAX_TRANSFERRED - 1),
        action: z.enum(importActions),
        /** Where the one here is production: keeps it writable if it was exported so. */
        keepWritable: z.boolean(),
      }),
    )
    .min(1)
    .max(MAX_TRANSFERRED),
});
export type ImportInput = z.output<typeof ImportInput>;

/** One field that is not the same here and in the file, both as lines of words. */
export interface FieldDifference {
  field: ProfileField;
  here: Words[];
  file: Words[];
}

/** One profile of the file beside what is here. */
export interface ImportRow {
  /** As the file has it. */
  id: ServerId;
  name: string;
  place: Words;
  environment: Environment;
  standing: 'new' | 'same' | 'differs';
  /** The server here that it was matched with. */
  matches?: { serverId: ServerId; name: string; by: 'id' | 'place' };
  differences: FieldDifference[];
  /** Another server here, or in the file, that has the same name. */
  nameTaken: boolean;
  /** SHA-256 of the certificate that comes along as trusted. */
  pin?: string;
  mailPins: number;
  /** Production, here or in the file: comes in read-only. */
  guarded: boolean;
  /** It was exported as writable. */
  writable: boolean;
  /** Key files its SSH route names; they may not exist on this computer. */
  keyFile?: string;
  /** Secrets that come along, once the file is opened with its passphrase. */
  secrets: SecretName[];
}

export interface ImportPreview {
  previewId: string;
  file: string;
  exportedAt: string;
  appVersion: string;
  rows: ImportRow[];
  secrets: 'none' | 'sealed' | 'opened';
}

export interface ImportOutcome {
  added: number;
  replaced: number;
  skipped: number;
  secrets: number;
  /** How many of them are salts: of those it is not known yet whether they are their servers' own. */
  salts: number;
  /** Secrets that the keychain did not take. The profiles are there. */
  leftBehind: LeftBehind[];
}

/** The fields that two profiles may differ in, and that are shown then. */
export type ProfileField = Exclude<keyof ServerProfile, 'id'>;

const moment = (at: string) => ({ at, as: 'moment' }) as const;

/** Every field of a profile as a preview shows it, line by line; a field that is left out does not compile. */
const profileFields: { [Field in ProfileField]-?: (profile: ServerProfile) => Words[] } = {
  name: ({ name }) => [name],
  group: ({ group }) => [group],
  environment: ({ environment }) => [environmentLabels[environment]],
  notes: ({ notes }) => [notes],
  host: ({ host }) => [host],
  port: ({ port }) => [String(port)],
  mode: ({ mode }) => [ldapModeLabels[mode]],
  bindDn: ({ bindDn }) => [bindDn],
  route: ({ route }) => [describeRoute(route)],
  readOnly: ({ readOnly }) => [message(readOnly ? 'word.on' : 'word.off')],
  pin: ({ pin }) => (pin ? [message('transfer.value.pin', { sha256: pin.sha256, at: moment(pin.acceptedAt) })] : []),
  foundVersion: ({ foundVersion: found }) =>
    found
      ? [
          message('transfer.value.foundVersion', {
            version: found.version,
            root: found.root,
            at: moment(found.foundAt),
          }),
        ]
      : [],
  mailPins: ({ mailPins = [] }) =>
    mailPins.map(({ host, port, via, sha256, acceptedAt }) =>
      message('transfer.value.mailPin', {
        place: throughVia(`${host}:${port}`, via),
        sha256,
        at: moment(acceptedAt),
      }),
    ),
  favourite: ({ favourite }) => [message(favourite ? 'transfer.value.yes' : 'transfer.value.no')],
};

/** A place, and through which hosts it is reached. */
export const throughVia = (place: string, via: string | undefined): Words =>
  via ? message('transfer.place', { place, via }) : place;

function describeRoute(route: ServerProfile['route']): Message {
  if (route.kind === 'direct') return message('transfer.value.direct');
  const over = { route: routeText(route) ?? '', login: sshLoginLabels[route.login] };
  return route.keyFile === undefined
    ? message('transfer.value.over', over)
    : message('transfer.value.overWithKey', { ...over, keyFile: route.keyFile });
}

const fieldNames = Object.keys(profileFields) as ProfileField[];

/** Field by field, in the order of the form. */
export function differencesOf(here: ServerProfile, file: ServerProfile): FieldDifference[] {
  return fieldNames
    .map((field) => ({ field, here: profileFields[field](here), file: profileFields[field](file) }))
    .filter((each) => JSON.stringify(each.here) !== JSON.stringify(each.file));
}
