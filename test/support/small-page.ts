import type { Page } from '../../src-shared/gluu/pages/page';
import { verbatim } from '../../src-shared/texts/message';

const told = { initial: verbatim('absent'), reader: verbatim('The test.'), help: verbatim('Made up for a test.') };
const inJson = { entry: 'oxtrust', attribute: 'oxTrustConfApplication', storage: 'json', tab: 'keys' } as const;
const limit = (value: string | number) => (String(value).length > 40 ? verbatim('At most 40 characters.') : undefined);

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
      place: { anchor: 'configuration', rdns: 'ou=oxtrust,ou=configuration' },
      asked: 'oxTrustConfApplication',
    },
    { id: 'company', label: 'company', place: { anchor: 'organization' }, asked: 'title' },
  ],
  tabs: [
    { id: 'keys', label: verbatim('Keys and Certificates') },
    { id: 'names', label: verbatim('Names') },
  ],
  newJson: {},
  fields: [
    {
      ...{ ...told, ...inJson, id: 'keyStore', label: verbatim('Key Store'), control: 'text', key: 'keyStore' },
      required: true,
      alsoSets: { key: 'keyStoreChanged', value: 'now' },
      problem: limit,
    },
    {
      ...{ ...told, ...inJson, id: 'keyStorePassword', label: verbatim('Key Store Password'), control: 'secret' },
      key: 'keyStorePassword',
    },
    {
      ...{
        ...told,
        id: 'telephonyPin',
        label: verbatim('Telephony PIN'),
        control: 'secret',
        tab: 'keys',
        entry: 'company',
      },
      ...{ attribute: 'gluuCustomMessage', storage: 'text' },
    },
    {
      ...{ ...told, id: 'slogan', label: verbatim('Slogan'), control: 'text', tab: 'names', entry: 'company' },
      ...{ attribute: 'title', storage: 'text' },
      problem: limit,
    },
  ],
} as const satisfies Page;
