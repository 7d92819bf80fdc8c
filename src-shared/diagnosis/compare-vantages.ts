import type { MailServerSeen } from '../model/probe';
import { type Finding, findingsOf } from './classify';

/** One thing in which two vantages differ, in words; `grave`: what goes for the Gluu Server itself is affected. */
export interface VantageDifference {
  text: string;
  grave: boolean;
}

const graveOf = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ severity }) => severity === 'failure');

const certificateOf = ({ tls }: MailServerSeen): string | undefined => tls?.chain[0]?.sha256;

const listed = (addresses: readonly { address: string }[]): string =>
  addresses.map(({ address }) => address).join(', ');

/**
 * Explains in what the same mail server differs as seen from this workstation and from the Gluu Server's network: names
 * (split DNS), reachability (firewalls), STARTTLS, certificate, and how far each came. Empty: both saw the same.
 */
export function vantageDifferences(here: MailServerSeen, server: MailServerSeen): VantageDifference[] {
  const fromHere = findingsOf(here, { serverSide: server });
  const found: VantageDifference[] = fromHere
    .filter(({ id }) => id === 'S03' || id === 'S22')
    .map(({ explanation, remedy }) => ({ text: `${explanation} ${remedy}`, grave: false }));
  const mine = graveOf(fromHere);
  const theirs = graveOf(findingsOf(server));
  if (mine && !theirs && mine.id !== 'S22') {
    const why = `It stops at ${mine.stage} here (${mine.title.toLowerCase()}), and works from the Gluu Server.`;
    found.push({
      text: `${why} What counts for Gluu is the Gluu Server’s side; a firewall or relay rule lets only it through.`,
      grave: false,
    });
  }
  if (theirs && !mine) {
    const why = `It works from here, and stops at ${theirs.stage} from the Gluu Server (${theirs.title.toLowerCase()}).`;
    found.push({
      text: `${why} Gluu’s own mail fails there too, whatever a test from this workstation says.`,
      grave: true,
    });
  }
  if (theirs && mine && theirs.id !== mine.id) {
    found.push({ text: `It stops at ${mine.stage} here and at ${theirs.stage} from the Gluu Server.`, grave: true });
  }
  const [own, other] = [certificateOf(here), certificateOf(server)];
  if (own !== undefined && other !== undefined && own !== other) {
    found.push({
      text: `Another certificate is shown here than there: two machines behind one name, or something in between that opens TLS. Addresses here ${listed(here.addresses)}, there ${listed(server.addresses)}.`,
      grave: false,
    });
  }
  return found;
}
