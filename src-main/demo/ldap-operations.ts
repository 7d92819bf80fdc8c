import { BerReader } from './ber';
import { MalformedMessage } from './ber-elements';
import type { Directory } from './directory';
import { normalizeDn } from './distinguished-name';
import type { Entry } from './entry';
import type { Filter } from './filter';
import { LdapRefusal, Oid, ResultCode, Tag } from './ldap-codes';
import { readFilter } from './ldap-filter';
import type { BindOperation, Control, LdapRequest, Operation, SearchOperation } from './ldap-request';
import {
  type Outcome,
  pagedResultsValue,
  type ResponseControl,
  writeEntry,
  writeExtended,
  writeResult,
} from './ldap-response';
import { cutPage, readPage } from './paging';
import { selectAttributes } from './selection';
import { mayWrite, type Viewer } from './viewer';

/** Who is bound on a connection. */
export interface Session {
  /** As it was given in the bind; empty for anonymous. */
  dn: string;
  viewer: Viewer;
}

/** A connection before any bind, and after a refused one (RFC 4511 section 4.2.1). */
export const anonymous: Session = { dn: '', viewer: { isManager: false } };

/** Operations answered here; the rest concerns the connection itself. */
export type AnsweredOperation = Exclude<Operation, { kind: 'bind' | 'unbind' | 'abandon' }>;

const responseTags: Record<Exclude<AnsweredOperation['kind'], 'extended'>, number> = {
  search: Tag.searchResultDone,
  modify: Tag.modifyResponse,
  add: Tag.addResponse,
  delete: Tag.deleteResponse,
  modifyDn: Tag.modifyDnResponse,
  compare: Tag.compareResponse,
};
const success: Outcome = { code: ResultCode.success };

/** Checks a bind. Gives the new session, or the refusal that leaves the connection anonymous. Never throws. */
export function bind(
  directory: Directory,
  { version, dn, password }: BindOperation,
  controls: readonly Control[],
): Session | Outcome {
  if (controls.some(({ critical }) => critical)) return { code: ResultCode.unavailableCriticalExtension };
  if (version !== 3) return { code: ResultCode.protocolError, message: 'only LDAP version 3 is supported' };
  if (password === undefined)
    return { code: ResultCode.authMethodNotSupported, message: 'only simple binds are supported' };
  return outcomeOf(() => {
    const key = normalizeDn(dn);
    if (key === '' && password.length === 0) return anonymous;
    // RFC 4513 section 5.1.2: a name without a password must not pass for a login.
    if (password.length === 0) {
      return { code: ResultCode.unwillingToPerform, message: 'unauthenticated bind (DN with no password) disallowed' };
    }
    if (key === '' || !directory.authenticates(dn, password)) return { code: ResultCode.invalidCredentials };
    return { dn, viewer: { key, isManager: key === directory.managerKey } };
  });
}

/** Does what a request asks and gives the messages to send. Never throws for anything a client can send. */
export function answer(
  directory: Directory,
  session: Session,
  request: LdapRequest,
  operation: AnsweredOperation,
): Buffer[] {
  const { id } = request;
  if (operation.kind === 'extended') return [answerExtended(id, session, operation.oid, request.controls)];
  const tag = responseTags[operation.kind];
  const answered = outcomeOf(() => {
    const controls = acceptControls(request.controls, operation.kind);
    if (operation.kind === 'search') return search(directory, session, id, operation, controls);
    return write(directory, session, operation, controls.assertion);
  });
  return Array.isArray(answered) ? answered : [writeResult(id, tag, answered)];
}

interface AcceptedControls {
  assertion?: Filter;
  page?: Buffer;
}

/** Reads the controls this server knows; an unknown critical one refuses the operation (RFC 4511 section 4.1.11). */
function acceptControls(controls: readonly Control[], kind: Operation['kind']): AcceptedControls {
  const accepted: AcceptedControls = {};
  for (const { oid, critical, value } of controls) {
    if (oid === Oid.assertion && kind !== 'extended') accepted.assertion = readAssertion(value);
    else if (oid === Oid.pagedResults && kind === 'search') accepted.page = value ?? Buffer.alloc(0);
    else if (critical) {
      throw new LdapRefusal(ResultCode.unavailableCriticalExtension, 'critical extension is not recognized');
    }
  }
  return accepted;
}

function readAssertion(value: Buffer | undefined): Filter {
  try {
    return readFilter(new BerReader(value ?? Buffer.alloc(0)));
  } catch (error) {
    if (error instanceof MalformedMessage)
      throw new LdapRefusal(ResultCode.protocolError, 'assert control: not a filter');
    throw error;
  }
}

function search(
  directory: Directory,
  session: Session,
  id: number,
  operation: SearchOperation,
  accepted: AcceptedControls,
): Buffer[] {
  const { viewer } = session;
  if (viewer.key === undefined && !(operation.scope === 'base' && normalizeDn(operation.base) === '')) {
    throw new LdapRefusal(ResultCode.insufficientAccessRights, 'bind first');
  }
  hold(directory, viewer, accepted.assertion, () => directory.read(operation.base));
  const found = directory.search(operation.base, operation.scope, operation.filter, viewer);
  const page = accepted.page === undefined ? undefined : readPage(accepted.page);
  const { entries, code, cookie } = cutPage(found, operation.sizeLimit, page);
  const controls: ResponseControl[] =
    cookie === undefined ? [] : [{ oid: Oid.pagedResults, value: pagedResultsValue(cookie) }];
  return [
    ...entries.map((entry) =>
      writeEntry(
        id,
        entry.dn,
        selectAttributes(entry, operation.attributes, viewer, directory.schema),
        operation.typesOnly,
      ),
    ),
    writeResult(id, Tag.searchResultDone, { code }, controls),
  ];
}

function write(
  directory: Directory,
  session: Session,
  operation: Exclude<AnsweredOperation, { kind: 'search' | 'extended' }>,
  assertion: Filter | undefined,
): Outcome {
  const { viewer, dn: by } = session;
  if (viewer.key === undefined) {
    const code = operation.kind === 'compare' ? ResultCode.insufficientAccessRights : ResultCode.strongerAuthRequired;
    return { code, message: 'modifications require authentication' };
  }
  if (operation.kind === 'modifyDn')
    return { code: ResultCode.unwillingToPerform, message: 'renaming is not supported' };
  if (operation.kind !== 'compare' && !mayWrite(viewer, operation.kind, normalizeDn(operation.dn))) {
    if (operation.kind !== 'add') directory.read(operation.dn);
    return { code: ResultCode.insufficientAccessRights };
  }
  const target = () =>
    operation.kind === 'add' ? directory.preview(operation.dn, operation.attributes) : directory.read(operation.dn);
  hold(directory, viewer, assertion, target);
  switch (operation.kind) {
    case 'modify':
      directory.modify(operation.dn, operation.changes, by);
      return success;
    case 'add':
      directory.add(operation.dn, operation.attributes, by);
      return success;
    case 'delete':
      directory.remove(operation.dn);
      return success;
    case 'compare':
      return compare(directory, viewer, operation);
  }
}

function compare(
  directory: Directory,
  viewer: Viewer,
  { dn, attribute, value }: Operation & { kind: 'compare' },
): Outcome {
  const entry = directory.read(dn);
  if (!directory.matches(entry, { kind: 'present', attribute }, viewer)) {
    const code = directory.schema.knows(attribute) ? ResultCode.noSuchAttribute : ResultCode.undefinedAttributeType;
    return { code };
  }
  const equal = directory.matches(entry, { kind: 'equality', attribute, value }, viewer);
  return { code: equal ? ResultCode.compareTrue : ResultCode.compareFalse };
}

/** RFC 4528: the operation happens only if the filter is true for the entry it is about, as the asking user sees it. */
function hold(directory: Directory, viewer: Viewer, assertion: Filter | undefined, target: () => Entry): void {
  if (assertion === undefined || directory.matches(target(), assertion, viewer)) return;
  throw new LdapRefusal(ResultCode.assertionFailed);
}

function answerExtended(id: number, { dn }: Session, oid: string, controls: readonly Control[]): Buffer {
  if (controls.some(({ critical }) => critical))
    return writeExtended(id, { code: ResultCode.unavailableCriticalExtension });
  if (oid === Oid.whoAmI) return writeExtended(id, success, dn === '' ? '' : `dn:${dn}`);
  return writeExtended(id, { code: ResultCode.protocolError, message: 'unsupported extended operation' });
}

function outcomeOf<T>(work: () => T): T | Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof LdapRefusal) return error;
    throw error;
  }
}
