import { type FleetRow, mailDomain } from './fleet-table';

/** Somebody in a demo tree. */
export interface Person {
  uid: string;
  givenName: string;
  sn: string;
  mail?: string;
  status: 'active' | 'inactive';
  secretQuestion?: string;
  secretAnswer?: string;
}

const names: readonly (readonly [given: string, family: string])[] = [
  ['Ada', 'Novak'],
  ['Bruno', 'Silva'],
  ['Chidi', 'Okafor'],
  ['Dana', 'Levi'],
  ['Emil', 'Larsen'],
  ['Fatima', 'Haddad'],
  ['Gita', 'Rao'],
  ['Hugo', 'Martin'],
  ['Ines', 'Costa'],
  ['Jonas', 'Weber'],
  ['Kaori', 'Tanaka'],
  ['Liam', 'Byrne'],
  ['Mina', 'Park'],
  ['Nadia', 'Petrova'],
  ['Oskar', 'Lind'],
  ['Pilar', 'Vega'],
  ['Quentin', 'Moreau'],
  ['Rosa', 'Conti'],
  ['Sven', 'Dahl'],
  ['Tara', 'Singh'],
  ['Umar', 'Khan'],
  ['Vera', 'Horvat'],
  ['Wei', 'Zhang'],
  ['Yara', 'Nassar'],
  ['Zoë', 'Bakker'],
];
const perServer = 12;
/** Places in the dozen of those who differ, because a reset treats them differently (gluu-facts 5.2, 5.4). */
const inactive = 3;
const withoutMail = 5;
const withSecretQuestion = 8;

/** The dozen people of a demo server, the administrator aside. */
export function peopleOf({ firstPerson, sharedMail }: Pick<FleetRow, 'firstPerson' | 'sharedMail'>): Person[] {
  return Array.from({ length: perServer }, (_, place) => {
    const [givenName, sn] = names[(firstPerson + place) % names.length] ?? ['', ''];
    const uid = plain(givenName);
    const own = `${uid}.${plain(sn)}@${mailDomain}`;
    const mail = sharedMail?.people.includes(place) ? sharedMail.address : own;
    return {
      uid,
      givenName,
      sn,
      ...(place !== withoutMail && { mail }),
      status: place === inactive ? 'inactive' : 'active',
      ...(place === withSecretQuestion && { secretQuestion: 'First school', secretAnswer: 'Brook Lane' }),
    };
  });
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
