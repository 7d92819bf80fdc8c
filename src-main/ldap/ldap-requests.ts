import {
  AddRequest,
  Attribute,
  BerWriter,
  BindRequest,
  Change,
  Control,
  DeleteRequest,
  ExtendedRequest,
  ModifyRequest,
  PagedResultsControl,
  SearchRequest,
  UnbindRequest,
} from 'ldapts';
import { tag } from './ber-frame';
import type { Filter } from './ldap-filter';

const ASSERTION_OID = '1.3.6.1.1.12'; // RFC 4528
const WHO_AM_I_OID = '1.3.6.1.4.1.4203.1.11.3'; // RFC 4532

/** One change of a modify: the values afterwards (`replace`; none removes the attribute), or exact values to take out or put in. */
export interface Modification {
  operation: 'replace' | 'delete' | 'add';
  attribute: string;
  values: string[];
}

/** A request of RFC 4511 without its number yet. */
export interface LdapRequest {
  /** The tag of the operation that answers it; absent: nothing does. */
  answer?: number;
  /** The bytes of the whole message with that number. */
  write(messageId: number): Buffer;
}

export interface Search {
  base: string;
  scope: 'base' | 'one' | 'sub';
  wanted: Filter;
  attributes: readonly string[];
  /** At most so many entries; the server says when there are more. */
  sizeLimit?: number;
  /** One page of the result (RFC 2696); the cookie is that of the page before. */
  page?: { size: number; cookie?: Uint8Array };
}

/** Makes the server carry a change out only if the entry matches a filter at that moment (RFC 4528), else result 122. */
class AssertionControl extends Control {
  constructor(private readonly assertion: Filter) {
    super(ASSERTION_OID, { critical: true });
  }
  override writeControl(writer: BerWriter): void {
    const encoded = new BerWriter();
    this.assertion.write(encoded);
    writer.writeBuffer(encoded.buffer, 0x04);
  }
}

const asserting = (assertion: Filter | undefined) => (assertion ? [new AssertionControl(assertion)] : []);

/** The requests this console makes, encoded by the LDAP library. DNs have to be such as `sendableDn` lets through. */
export const request = {
  bind: (dn: string, password: string): LdapRequest => ({
    answer: tag.bindResponse,
    write: (messageId) => new BindRequest({ messageId, dn, password }).write(),
  }),
  unbind: (): LdapRequest => ({ write: (messageId) => new UnbindRequest({ messageId }).write() }),
  whoAmI: (): LdapRequest => ({
    answer: tag.extendedResponse,
    write: (messageId) => new ExtendedRequest({ messageId, oid: WHO_AM_I_OID }).write(),
  }),
  search({ base, scope, wanted, attributes, sizeLimit = 0, page }: Search): LdapRequest {
    const paged = page && { size: page.size, ...(page.cookie ? { cookie: Buffer.from(page.cookie) } : {}) };
    const controls = paged ? [new PagedResultsControl({ value: paged })] : [];
    const asked = { baseDN: base, scope, filter: wanted, attributes: [...attributes], sizeLimit, controls };
    return { answer: tag.searchDone, write: (messageId) => new SearchRequest({ messageId, ...asked }).write() };
  },
  modify(dn: string, modifications: readonly Modification[], assertion?: Filter): LdapRequest {
    const changes = modifications.map(
      ({ operation, attribute, values }) =>
        new Change({ operation, modification: new Attribute({ type: attribute, values }) }),
    );
    const controls = asserting(assertion);
    return {
      answer: tag.modifyResponse,
      write: (messageId) => new ModifyRequest({ messageId, dn, changes, controls }).write(),
    };
  },
  add(dn: string, entry: Readonly<Record<string, readonly string[]>>): LdapRequest {
    const attributes = Object.entries(entry).map(([type, values]) => new Attribute({ type, values: [...values] }));
    return { answer: tag.addResponse, write: (messageId) => new AddRequest({ messageId, dn, attributes }).write() };
  },
  remove: (dn: string, assertion?: Filter): LdapRequest => ({
    answer: tag.deleteResponse,
    write: (messageId) => new DeleteRequest({ messageId, dn, controls: asserting(assertion) }).write(),
  }),
};
