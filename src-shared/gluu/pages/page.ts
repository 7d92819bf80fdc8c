import type { EntryId, FieldId, TabId } from '../../model/organization';
import type { Message } from '../../texts/message';
import type { Range, Span } from '../versions';

/**
 * How a value lies in its attribute: plain text, one of oxTrust's two words, `true` or `false` in small letters, an LDAP Boolean
 * (RFC 4517 section 3.3.3), or under a key of a JSON text.
 */
type Storage = 'text' | 'enabledDisabled' | 'trueFalse' | 'boolean' | 'json';

/** A choice of a menu. */
export interface MenuOption {
  value: string;
  label: Message;
}

/** An entry of LDAP that fields of a page lie in. */
export interface EntrySpec {
  id: EntryId;
  /** What it is called in sentences, as in "the appliance entry". */
  label: string;
  /** One of the two entries that every tree is found by, or the one with these RDNs below it. */
  place: { anchor: 'configuration' | 'organization'; rdns?: string };
  /** An attribute of it that may hold any text: the right to write is asked of this one. */
  asked: string;
}

/** A tab, as oxTrust calls it. */
interface TabSpec {
  id: TabId;
  label: Message;
}

export interface FieldDefinition {
  id: FieldId;
  tab: TabId;
  /** oxTrust's own label. */
  label: Message;
  /** `secret`: a text that Gluu encrypts with its salt (oxCore StringEncrypter). */
  control: 'toggle' | 'choice' | 'text' | 'number' | 'menu' | 'secret' | 'fact';
  entry: EntryId;
  /** Absent where LDAP holds nothing of it; `help` then says where it lives. */
  attribute?: string;
  key?: string;
  storage?: Storage;
  /** Of a menu: in oxTrust's order. */
  options?: readonly MenuOption[];
  /**
   * Of a menu: the key of the same JSON text under which the server lists its words for these options. They differ from build to
   * build in letter case and punctuation only, and a wrong one may make the whole entry unreadable.
   */
  wordsListedIn?: string;
  /** A JSON text that oxTrust keeps as a copy of attributes: the key of this field in it. The attribute is what counts. */
  copiedTo?: { attribute: string; key: string };
  /** It is such a copy itself, as `copyOf` of pages.ts gives it. */
  isCopy?: true;
  /** An emptied text is stored as one, because null or nothing means something worse. */
  emptyAs?: '';
  /** There may be several values, of which the first counts; the others stay. */
  several?: true;
  /** What a new installation holds. */
  initial: Message;
  /** Who reads it, and when a change takes effect. */
  reader: Message;
  help: Message;
  /** Those that show it; absent means all versions of the page. */
  versions?: Span;
  /** Another label in some of them. */
  otherLabel?: { label: Message; versions: Span };
  /** It cannot be left empty. */
  required?: true;
  /** A key beside its own that oxTrust sets with each change: to the time, in milliseconds since 1970. */
  alsoSets?: { key: string; value: 'now' };
  /** It holds the DN of an entry below this RDN of the organization, which is shown by its name. */
  namedBelow?: string;
  /** Why a draft value cannot be saved, or undefined. Text controls get text, number controls a number. */
  problem?: (value: string | number) => Message | undefined;
}

/** Organization Configuration of a span of Gluu versions: all that the form, the plan, the write and the history go by. */
export interface Page {
  versions: Range;
  /** In the order in which they are read and written. */
  entries: readonly EntrySpec[];
  tabs: readonly TabSpec[];
  /** In oxTrust's order. */
  fields: readonly FieldDefinition[];
  /** What oxTrust writes for a JSON attribute that was not there, where that is more than `{}`. */
  newJson: Readonly<Record<string, string>>;
}
