import { momentText } from '../base/moment';
import { problem } from '../base/problem';
import * as z from '../base/zod';
import { wordsOf } from '../texts/bridge';
import { message } from '../texts/message';
import { routeText } from './route';
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

export type SecretName = keyof ServerSummary['secrets'];
export const secretLabels: Record<SecretName, string> = {
  bindPassword: 'Bind password',
  salt: 'Salt',
  sshPassword: 'SSH password',
  sshPassphrase: 'SSH key passphrase',
};

/** A secret that stays behind, and the reason as a sentence. */
export interface LeftBehind {
  server: string;
  secret: SecretName;
  why: string;
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

/** One field that is not the same here and in the file, both as text. */
export interface FieldDifference {
  label: string;
  here: string;
  file: string;
}

/** One profile of the file beside what is here. */
export interface ImportRow {
  /** As the file has it. */
  id: ServerId;
  name: string;
  place: string;
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

type Shown = Exclude<keyof ServerProfile, 'id'>;

/** Every field of a profile as a preview names and shows it; a field that is left out does not compile. */
export const profileFields: { [Field in Shown]-?: { label: string; show(profile: ServerProfile): string } } = {
  name: { label: 'Name', show: ({ name }) => name },
  group: { label: 'Group', show: ({ group }) => group },
  environment: { label: 'Environment', show: ({ environment }) => wordsOf(environmentLabels[environment]) },
  notes: { label: 'Notes', show: ({ notes }) => notes },
  host: { label: 'Host', show: ({ host }) => host },
  port: { label: 'Port', show: ({ port }) => String(port) },
  mode: { label: 'Encryption', show: ({ mode }) => wordsOf(ldapModeLabels[mode]) },
  bindDn: { label: 'Bind DN', show: ({ bindDn }) => bindDn },
  route: { label: 'Route', show: ({ route }) => describeRoute(route) },
  readOnly: { label: 'Read-only', show: ({ readOnly }) => (readOnly ? 'On' : 'Off') },
  pin: {
    label: 'Trusted certificate',
    show: ({ pin }) => (pin ? `${pin.sha256}, since ${momentText(pin.acceptedAt)}` : ''),
  },
  foundVersion: {
    label: 'Version found in its files',
    show: ({ foundVersion: found }) =>
      found ? `${found.version} in ${found.root}, on ${momentText(found.foundAt)}` : '',
  },
  mailPins: {
    label: 'Trusted mail certificates',
    show: ({ mailPins = [] }) =>
      mailPins
        .map(
          ({ host, port, via, sha256, acceptedAt }) =>
            `${host}:${port}${via ? ` via ${via}` : ''} ${sha256}, since ${momentText(acceptedAt)}`,
        )
        .join('\n'),
  },
  favourite: { label: 'Favourite', show: ({ favourite }) => (favourite ? 'Yes' : 'No') },
};

function describeRoute(route: ServerProfile['route']): string {
  if (route.kind === 'direct') return 'direct';
  const key = route.keyFile === undefined ? '' : `, key file ${route.keyFile}`;
  return `${routeText(route) ?? ''}, login by ${route.login}${key}`;
}

/** Field by field, in the order of the form. */
export function differencesOf(here: ServerProfile, file: ServerProfile): FieldDifference[] {
  return Object.values(profileFields)
    .map(({ label, show }) => ({ label, here: show(here), file: show(file) }))
    .filter((field) => field.here !== field.file);
}
