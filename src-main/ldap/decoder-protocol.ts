import type { LdapMessage } from './ldap-message';

/** What the core asks the process that decodes LDAP messages: whole, checked messages of one connection, in their order. */
export interface DecodeRequest {
  id: number;
  messages: Uint8Array[];
}

/**
 * First that the process runs; then the answer to the request with the same `id`: its messages, or the LDAP library's own words
 * on why it refused one.
 */
export type DecodeReply = 'ready' | { id: number; messages: LdapMessage[] } | { id: number; failed: string };
