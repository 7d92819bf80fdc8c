import { parseLdif } from '../ldif';
import { type Element, readElements } from './ber';
import { type LdapRequest, result, searchEntry } from './message';

const subschemaDn = 'cn=Subschema';

/** What the root DSE of a friendly server says; see slapd. */
const rootDse: [string, string[]][] = [
  ['objectClass', ['top', 'OpenLDAProotDSE']],
  ['namingContexts', ['o=gluu', 'o=site']],
  ['supportedControl', ['1.2.840.113556.1.4.319', '1.3.6.1.1.12', '1.3.6.1.1.13.1', '1.3.6.1.1.13.2']],
  ['supportedExtension', ['1.3.6.1.4.1.1466.20037', '1.3.6.1.4.1.4203.1.11.3']],
  ['supportedLDAPVersion', ['3']],
  ['subschemaSubentry', [subschemaDn]],
];

interface Entry {
  dn: string;
  attributes: [string, string[]][];
}

/** Answers one search request with all its entries and the final result, as bytes. */
export type Directory = (request: LdapRequest) => Buffer;

export const isRootDse = ({ operation, dn, scope }: LdapRequest): boolean =>
  operation === 'search' && dn === '' && scope === 'base';

/**
 * A directory of the LDIF's entries: scopes, filters (and, or, not, equality, presence) and attribute lists hold, values
 * compare without regard to case. Without LDIF every base that is asked for exists and is an entry of class `top`.
 */
export function directory(ldif: string | undefined): Directory {
  const entries = ldif === undefined ? undefined : parseLdif(ldif).map(entryOf);
  return (request) => {
    if (isRootDse(request)) return answer(request, [{ dn: '', attributes: rootDse }]);
    if (entries === undefined) return answer(request, [{ dn: request.dn, attributes: [['objectClass', ['top']]] }]);
    const base = normalized(request.dn);
    if (!entries.some(({ dn }) => normalized(dn) === base)) return result(request, { code: 32 });
    return answer(
      request,
      entries.filter(({ dn }) => inScope(normalized(dn), base, request.scope)),
    );
  };
}

function entryOf(record: Map<string, string[]>): Entry {
  const [dn = ''] = record.get('dn') ?? [];
  return { dn, attributes: [...record].filter(([name]) => name !== 'dn') };
}

// Good for the tests' own trees, which escape nothing.
const normalized = (dn: string): string => dn.toLowerCase().replaceAll(/\s*([,=+])\s*/g, '$1');

function inScope(dn: string, base: string, scope: LdapRequest['scope']): boolean {
  if (scope === 'base') return dn === base;
  if (!dn.endsWith(`,${base}`)) return scope === 'sub' && dn === base;
  return scope === 'sub' || !dn.slice(0, -base.length - 1).includes(',');
}

function answer(request: LdapRequest, candidates: Entry[]): Buffer {
  const { filter, wanted } = readSearch(request);
  const found = candidates.filter(({ attributes }) => filter === undefined || matches(filter, attributes));
  const entries = found.map(({ dn, attributes }) =>
    searchEntry(
      request.messageId,
      dn,
      attributes.filter(([name]) => wanted.length === 0 || wanted.includes('*') || wanted.includes(name.toLowerCase())),
    ),
  );
  return Buffer.concat([...entries, result(request, { code: 0 })]);
}

function readSearch({ bytes }: LdapRequest): { filter: Element | undefined; wanted: string[] } {
  const [message] = readElements(bytes);
  const [, search] = readElements(message?.content ?? Buffer.alloc(0));
  // RFC 4511 section 4.5.1: base, scope, deref, size limit, time limit, types only, filter, attributes.
  const parts = readElements(search?.content ?? Buffer.alloc(0));
  const names = readElements(parts[7]?.content ?? Buffer.alloc(0));
  return { filter: parts[6], wanted: names.map(({ content }) => content.toString().toLowerCase()) };
}

function matches(filter: Element, attributes: [string, string[]][]): boolean {
  const values = (name: Buffer | undefined) =>
    attributes.find(([known]) => known.toLowerCase() === name?.toString().toLowerCase())?.[1] ?? [];
  if (filter.tag === 0x87) return values(filter.content).length > 0;
  const parts = readElements(filter.content);
  if (filter.tag === 0xa0) return parts.every((part) => matches(part, attributes));
  if (filter.tag === 0xa1) return parts.some((part) => matches(part, attributes));
  if (filter.tag === 0xa2) return parts.every((part) => !matches(part, attributes));
  if (filter.tag === 0xa3) {
    const asked = parts[1]?.content.toString().toLowerCase();
    return values(parts[0]?.content).some((value) => value.toLowerCase() === asked);
  }
  throw new Error(`the test directory does not know filters of tag ${filter.tag}`);
}
