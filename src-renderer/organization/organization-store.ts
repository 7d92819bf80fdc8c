import type { AppEvent } from '../../src-shared/contract/events';
import type { FieldDefinition, Page } from '../../src-shared/gluu/pages/page';
import { pageNear } from '../../src-shared/gluu/pages/pages';
import type { KeptDrafts } from '../../src-shared/model/app';
import type { Failure } from '../../src-shared/model/failure';
import type {
  ChangedSince,
  ChangePlan,
  Changes,
  FieldId,
  FieldValue,
  OrganizationView,
  UpdateOutcome,
  Watched,
} from '../../src-shared/model/organization';
import type { SecretChange, ServerId } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { runTask, type Task } from '../state/task';

/** A changed field as it is typed: numbers stay text until they are planned, so that nothing typed is lost. */
export type DraftValue = string | boolean;

/** Where Update stands. Nothing is written before `plan`, and every end says which of the three it is. */
export type Review =
  | { kind: 'closed' }
  | { kind: 'planning' }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'plan'; plan: ChangePlan }
  | { kind: 'writing'; plan: ChangePlan; task: Task<UpdateOutcome> }
  | { kind: 'conflict'; outcome: Extract<UpdateOutcome, { kind: 'conflict' }> };

export type Held = Extract<AppEvent, { kind: 'held' }>['held'];

/** Whether a change is watched over the server's own refresh, and what came of it. */
export interface Holding {
  watched?: Watched;
  held?: Held;
}

export type Ending =
  | ({ kind: 'saved'; check: 'assertion' | 'weaker'; notes: Message[]; at: number } & Holding)
  | { kind: 'notSaved'; failure: Failure; savedLabels: Message[]; at: number }
  | { kind: 'unknown'; failure: Failure; historyId: string; at: number };

export interface OrganizationState {
  task: Task<OrganizationView>;
  /** What was loaded last; stays while it is loaded again. */
  view: OrganizationView | undefined;
  /** What the form consists of on that server. */
  page: Page;
  draft: Partial<Record<FieldId, DraftValue>>;
  /** Those that are replaced or cleared; any other is kept. */
  secrets: Changes['secrets'];
  /** What Cancel threw away, until something else is typed or read: it can be put back. */
  discarded: Typed | undefined;
  review: Review;
  ending: Ending | undefined;
  /** What someone else changed on the server since `view` was read. */
  changed: ChangedSince;
  /** What a remedy leads to: it gets the focus as soon as it is on the screen. */
  wanted: Wanted | undefined;
}

export type Wanted = FieldId | 'mailTest';

/** What was typed into the form, on all its tabs. */
export type Typed = Pick<OrganizationState, 'draft' | 'secrets'>;

/** A form in which nothing was typed. */
export const nothingChanged = { draft: {}, secrets: {}, discarded: undefined };

/** The state of one server's Organization Configuration. */
export const organizationOf = perServer<OrganizationState>({
  task: { kind: 'idle' },
  view: undefined,
  page: pageNear(),
  ...nothingChanged,
  review: { kind: 'closed' },
  ending: undefined,
  changed: [],
  wanted: undefined,
});

export const useOrganization = <T>(serverId: ServerId, select: (state: OrganizationState) => T): T =>
  organizationOf(serverId)(select);

export const isDirty = ({ draft, secrets }: OrganizationState): boolean =>
  Object.keys(draft).length > 0 || Object.keys(secrets).length > 0;

/** What is to become of a secret. */
export const secretChange = ({ secrets }: Pick<OrganizationState, 'secrets'>, id: FieldId): SecretChange =>
  secrets[id] ?? { kind: 'keep' };

/** Whether anything is typed and not saved, on whichever server. */
export const anyDirty = (): boolean => organizationOf.all().some(([, state]) => isDirty(state));

/** What was typed and not saved on every server, without secrets: they leave the window with an Update only. */
export function keptDrafts(): KeptDrafts {
  const kept = organizationOf.all().map(([serverId, { draft }]) => [serverId, draft] as const);
  return Object.fromEntries(kept.filter(([, draft]) => Object.keys(draft).length > 0)) as KeptDrafts;
}

/** Puts back what `keptDrafts` gave; the next reading of a server is laid under it. */
export function restoreDrafts(drafts: KeptDrafts): void {
  for (const [serverId, draft] of Object.entries(drafts)) {
    organizationOf(serverId as ServerId).setState({ draft: draft as OrganizationState['draft'] });
  }
}

/** Reads the server. What is typed stays, laid over what was read. */
export async function load(serverId: ServerId): Promise<void> {
  const store = organizationOf(serverId);
  if (store.getState().task.kind === 'running') return;
  const ended = await runTask(
    'organization.load',
    { serverId, ...(store.getState().view ? { again: true } : {}) },
    {
      label: message('organization.task.reading'),
      serverName: serverName(serverId),
      endText: (view) => message(view ? 'organization.task.read' : 'organization.task.notRead'),
    },
    (task) => store.setState({ task }),
  );
  if (ended.kind === 'done') takeView(serverId, ended.value);
}

/** Lays what is typed over what was read, as far as that server's page has room for it. */
export function takeView(serverId: ServerId, view: OrganizationView, page = pageNear(view.version)): void {
  const store = organizationOf(serverId);
  store.setState(({ draft }) => ({
    view,
    page,
    changed: [],
    discarded: undefined,
    draft: stillChanged(draft, page, view),
  }));
}

/** The value of a field as its control shows it. */
export function controlValue({ id, control }: FieldDefinition, view: OrganizationView): DraftValue {
  const value = view.fields[id]?.value ?? null;
  if (control === 'toggle') return value === true;
  if (control === 'choice') return value === true ? true : value === false ? false : '';
  return value === null ? '' : String(value);
}

/** What is typed, with the fields of the page it is typed into, in the order in which it was. */
export const typedInto = <T>({ fields }: Page, typed: Partial<Record<FieldId, T>>): [FieldDefinition, T][] =>
  Object.entries(typed).flatMap(([id, value]): [FieldDefinition, T][] => {
    const field = fields.find((each) => each.id === id);
    return field && value !== undefined ? [[field, value]] : [];
  });

const stillChanged = (draft: OrganizationState['draft'], page: Page, view: OrganizationView) =>
  Object.fromEntries(
    typedInto(page, draft)
      .filter(([field, value]) => value !== controlValue(field, view) || view.fields[field.id]?.oddities)
      .map(([{ id }, value]) => [id, value]),
  );

/** Types a value into a field. Before the server was read it is kept, and the first reading is laid under it. */
export function edit(serverId: ServerId, id: FieldId, value: DraftValue): void {
  const store = organizationOf(serverId);
  const { view, page, draft } = store.getState();
  const typed = { ...draft, [id]: value };
  store.setState({ draft: view ? stillChanged(typed, page, view) : typed, ending: undefined, discarded: undefined });
}

export const editSecret = (serverId: ServerId, id: FieldId, change: SecretChange): void =>
  organizationOf(serverId).setState(({ secrets: { [id]: _, ...others } }) => ({
    secrets: change.kind === 'keep' ? others : { ...others, [id]: change },
    ending: undefined,
    discarded: undefined,
  }));

/** Has the focus go to a field, or to the button of the mail test, once it is on the screen. */
export const want = (serverId: ServerId, wanted: Wanted): void => organizationOf(serverId).setState({ wanted });

/** For a control that may be wanted: what it calls once it has the focus; undefined while it is not wanted. */
export const focusFor = (serverId: ServerId, control: Wanted, { wanted }: OrganizationState) =>
  wanted === control ? () => organizationOf(serverId).setState({ wanted: undefined }) : undefined;

export function revert(serverId: ServerId, id: FieldId): void {
  organizationOf(serverId).setState(({ draft: { [id]: _, ...draft } }) => ({ draft }));
}

/** oxTrust's Cancel: puts the loaded values back, and keeps what was typed for an undo. */
export const revertAll = (serverId: ServerId): void =>
  organizationOf(serverId).setState(({ draft, secrets }) => ({
    ...nothingChanged,
    ending: undefined,
    discarded: { draft, secrets },
  }));

/** Puts back what Cancel threw away. */
export const undoRevert = (serverId: ServerId): void =>
  organizationOf(serverId).setState(({ discarded }) => (discarded ? { ...discarded, discarded: undefined } : {}));

/** The labels of what was typed, in the order in which it was. */
export const labelsOf = ({ draft, secrets }: Typed, page: Page): Message[] =>
  [...typedInto(page, draft), ...typedInto(page, secrets)].map(([{ label }]) => label);

/** Labels as a list. */
export const listed = (labels: readonly Message[]): Message =>
  message('verbatim', { text: { list: labels, as: 'plain' } });

/** What a typed value would be on the server; undefined if it is no value at all. */
export function fieldValue({ control }: FieldDefinition, value: DraftValue): FieldValue | undefined {
  if (typeof value === 'boolean') return value;
  const text = value.trim();
  if (text === '') return null;
  if (control !== 'number') return text;
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

/** The sentence for each changed field that cannot be saved. */
export function errorsOf({ draft, secrets, page, view }: OrganizationState): Partial<Record<FieldId, Message>> {
  const errors: Partial<Record<FieldId, Message>> = {};
  for (const [field, typed] of typedInto(page, draft)) {
    const { id } = field;
    const value = fieldValue(field, typed);
    if (value === undefined) errors[id] = message('organization.error.number');
    else if (value === null && field.required) errors[id] = message('problem.empty');
    else if (typeof value === 'string' || typeof value === 'number') {
      const problem = field.problem?.(value);
      if (problem) errors[id] = problem;
    }
  }
  for (const [{ id }, change] of typedInto(page, secrets)) {
    if (change.kind !== 'replace') continue;
    if (change.value.trim() === '') errors[id] = message('organization.error.password');
    else if (view?.salt.kind === 'contradicted') errors[id] = message('organization.error.salt');
  }
  return errors;
}
