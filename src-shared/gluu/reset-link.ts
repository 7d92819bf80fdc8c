import type { LinkForm } from '../model/reset';
import { type Message, message } from '../texts/message';
import type { ResetRules } from './reset-versions';
import type { LinkBaseKey } from './tree-versions';

/** oxTrust's alphabet and length (oxCore StringHelper.getRandomString(16)); its own choice is predictable, ours is not. */
export const GUID_ALPHABET = '!0123456789abcdefghijklmnopqrstuvwxyz';
export const GUID_LENGTH = 16;

/** The context path of oxTrust's web application, which it takes from the servlet. */
const CONTEXT = '/identity';
/** A name that can never be looked up (RFC 2606 section 2). */
const NOWHERE = 'https://gluu-console-test.invalid';
const INERT_GUID = 'test';

const tails: Record<LinkForm, (guid: string) => string> = {
  path: (guid) => `/resetPassword/${guid}`,
  query: (guid) => `/resetPassword.htm?guid=${guid}`,
};

/** The form of a server's links. `chosen` decides where the version leaves it open; else the form of the newer releases. */
export function linkFormOf({ link }: ResetRules, chosen?: LinkForm): LinkForm {
  return link === 'either' ? (chosen ?? 'query') : link;
}

/** The link as oxTrust builds it: its beginning as it is stored, nothing added or taken away. */
export const resetLink = (linkBase: string, form: LinkForm, guid: string): string =>
  `${linkBase}${CONTEXT}${tails[form](guid)}`;

/** A link of the same form that leads nowhere. */
export const inertLink = (form: LinkForm): string => resetLink(NOWHERE, form, INERT_GUID);

/** What the link would look like, without a guid. */
export const linkShape = (linkBase: string, form: LinkForm): string => resetLink(linkBase, form, '…');

/** Why no browser can open links that begin so, or undefined. `key` names the setting. */
export function linkBaseProblem(linkBase: string | null, key: LinkBaseKey): Message | undefined {
  if (linkBase === null || linkBase.trim() === '') return message('reset.link.baseMissing', { key });
  const isAddress = /^https?:\/\/[^/?#\s]+/i.test(linkBase);
  return isAddress ? undefined : message('reset.link.baseNotWeb', { key });
}
