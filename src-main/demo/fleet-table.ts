import type { Environment } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';

/** A login the demo mail server knows. The passwords open nothing but an inbox in memory. */
export interface MailAccount {
  user: string;
  password: string;
}

/** The demo mail server's listeners, see mail-server.ts. */
export type MailListener = 'plain' | 'startTls' | 'implicitTls';

/** What a demo server's SMTP settings say. */
export interface SmtpRow {
  listener: MailListener;
  requiresSsl: boolean;
  /** The account it logs in with; without one, authentication is off. */
  account?: MailAccount;
  /** With `foreign`, the stored password was encrypted with another server's salt. */
  passwordSalt: 'own' | 'foreign';
}

/** A demo server: which Gluu it is and what can be learnt from it. */
export interface FleetRow {
  name: string;
  version: string;
  environment: Environment;
  /** The teaching fault in one sentence. */
  notes: Message;
  hostname: string;
  organization: string;
  baseInum: string;
  passwordReset: 'enabled' | 'disabled';
  smtp?: SmtpRow;
  /** Where in the list of names its dozen people start. */
  firstPerson: number;
  /** A mail address two of its people have, by their place in the dozen. */
  sharedMail?: { address: string; people: readonly [number, number] };
  /** What its oxAuth Settings hold as Server IP, where they were ever saved. */
  serverIp?: string;
}

/** The only domain the demo mail server takes mail from. */
export const mailDomain = 'demo.example';

const account = (user: string): MailAccount => ({ user: `${user}@${mailDomain}`, password: `${user}-sends-mail` });
const meadow = account('gluu-meadow');
const mill = account('gluu-mill');
const harbour = account('gluu-harbour');
const orchard = account('gluu-orchard');
const tower = account('gluu-tower');

/** Every login of the demo mail server; harbour and tower have one that their settings do not name (yet). */
export const mailAccounts: readonly MailAccount[] = [meadow, mill, harbour, orchard, tower];

export const fleetTable: readonly FleetRow[] = [
  {
    name: 'meadow-312',
    version: '3.1.2',
    environment: 'test',
    notes: message('demo.server.meadow'),
    hostname: 'meadow.demo.example',
    organization: 'Meadow Library',
    baseInum: '@!6C1E.40B9.A7D3.52F8',
    passwordReset: 'enabled',
    smtp: { listener: 'plain', requiresSsl: false, account: meadow, passwordSalt: 'own' },
    firstPerson: 0,
  },
  {
    name: 'mill-312',
    version: '3.1.2',
    environment: 'production',
    notes: message('demo.server.mill'),
    hostname: 'mill.demo.example',
    organization: 'Mill Paper Works',
    baseInum: '@!93D0.7F2A.1B68.C4E5',
    passwordReset: 'enabled',
    smtp: { listener: 'startTls', requiresSsl: true, account: mill, passwordSalt: 'own' },
    firstPerson: 5,
  },
  {
    name: 'harbour-315',
    version: '3.1.5',
    environment: 'staging',
    notes: message('demo.server.harbour'),
    hostname: 'harbour.demo.example',
    organization: 'Harbour Office',
    baseInum: '@!28B7.E15C.6D90.3FA4',
    passwordReset: 'enabled',
    smtp: { listener: 'plain', requiresSsl: false, passwordSalt: 'own' },
    firstPerson: 10,
    serverIp: '192.0.2.15',
  },
  {
    name: 'orchard-314',
    version: '3.1.4',
    environment: 'test',
    notes: message('demo.server.orchard'),
    hostname: 'orchard.demo.example',
    organization: 'Orchard School',
    baseInum: '@!E4A9.53D6.0C81.B72D',
    passwordReset: 'enabled',
    smtp: { listener: 'plain', requiresSsl: false, account: orchard, passwordSalt: 'foreign' },
    firstPerson: 15,
  },
  {
    name: 'tower-318',
    version: '3.1.8',
    environment: 'other',
    notes: message('demo.server.tower'),
    hostname: 'tower.demo.example',
    organization: 'Tower Museum',
    baseInum: '@!7D52.B08F.F3C6.194A',
    passwordReset: 'disabled',
    firstPerson: 20,
    sharedMail: { address: `front.desk@${mailDomain}`, people: [2, 7] },
  },
];
