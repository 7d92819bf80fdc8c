import type { Page } from '../../src-shared/gluu/pages/page';

const told = { initial: 'absent', reader: 'The test.', help: 'Made up for a test.' };
const inJson = { entry: 'oxtrust', attribute: 'oxTrustConfApplication', storage: 'json', tab: 'keys' } as const;
const limit = (value: string | number) => (String(value).length > 40 ? 'At most 40 characters.' : undefined);

/**
 * A page no Gluu has, for what must work from the value alone: an entry of its own, other tabs, a secret in JSON and one that is
 * an attribute. Test trees have its entries and attributes.
 */
export const smallPage = {
  versions: { least: '3.1.2', most: '3.1.9' },
  entries: [
    {
      id: 'oxtrust',
      label: 'oxTrust',
      place: { anchor: 'appliance', rdns: 'ou=oxtrust,ou=configuration' },
      asked: 'oxTrustConfApplication',
    },
    { id: 'company', label: 'company', place: { anchor: 'organization' }, asked: 'title' },
  ],
  tabs: [
    { id: 'keys', label: 'Keys and Certificates' },
    { id: 'names', label: 'Names' },
  ],
  newJson: {},
  fields: [
    {
      ...{ ...told, ...inJson, id: 'keyStore', label: 'Key Store', control: 'text', key: 'keyStore' },
      required: true,
      alsoSets: { key: 'keyStoreChanged', value: 'now' },
      problem: limit,
    },
    {
      ...{ ...told, ...inJson, id: 'keyStorePassword', label: 'Key Store Password', control: 'secret' },
      key: 'keyStorePassword',
      noun: 'key store password',
    },
    {
      ...{ ...told, id: 'telephonyPin', label: 'Telephony PIN', control: 'secret', tab: 'keys', entry: 'company' },
      ...{ attribute: 'gluuCustomMessage', storage: 'text', noun: 'telephony PIN' },
    },
    {
      ...{ ...told, id: 'slogan', label: 'Slogan', control: 'text', tab: 'names', entry: 'company' },
      ...{ attribute: 'title', storage: 'text' },
      problem: limit,
    },
  ],
} as const satisfies Page;
