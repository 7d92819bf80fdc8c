import {
  AndFilter,
  EqualityFilter,
  ExtensibleFilter,
  type Filter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  SubstringFilter,
} from 'ldapts';

/** Search filters, built as values so that no text is ever parsed as a filter (RFC 4515 escaping does not arise). */
export const filter = {
  present: (attribute: string): Filter => new PresenceFilter({ attribute }),
  equals: (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value }),
  equalsExactly: (attribute: string, value: string): Filter =>
    new ExtensibleFilter({ matchType: attribute, rule: 'caseExactMatch', value }),
  begins: (attribute: string, initial: string): Filter => new SubstringFilter({ attribute, initial }),
  contains: (attribute: string, part: string): Filter => new SubstringFilter({ attribute, any: [part] }),
  or: (...filters: Filter[]): Filter => new OrFilter({ filters }),
  and: (...filters: Filter[]): Filter => new AndFilter({ filters }),
  not: (inner: Filter): Filter => new NotFilter({ filter: inner }),
};
export type { Filter };
