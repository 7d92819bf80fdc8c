import type { MailServerSeen } from '../model/probe';
import { stepMessage } from '../model/work';
import { type Listed, type Message, message } from '../texts/message';
import { type Finding, findingsOf } from './classify';

/** One thing in which two vantages differ; `grave`: what goes for the Gluu Server itself is affected. */
export interface VantageDifference {
  sentences: readonly Message[];
  grave: boolean;
}

const graveOf = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ severity }) => severity === 'failure');

const certificateOf = ({ tls }: MailServerSeen): string | undefined => tls?.chain[0]?.sha256;

const addressesOf = ({ addresses }: MailServerSeen): Listed => ({
  list: addresses.map(({ address }) => address),
  as: 'plain',
});

/**
 * Explains in what the same mail server differs as seen from this workstation and from the Gluu Server's network: names
 * (split DNS), reachability (firewalls), STARTTLS, certificate, and how far each came. Empty: both saw the same.
 */
export function vantageDifferences(here: MailServerSeen, server: MailServerSeen): VantageDifference[] {
  const fromHere = findingsOf(here, { serverSide: server });
  const found: VantageDifference[] = fromHere
    .filter(({ id }) => id === 'S03' || id === 'S22')
    .map(({ explanation, remedy }) => ({ sentences: [explanation, remedy], grave: false }));
  const add = (grave: boolean, sentence: Message) => found.push({ sentences: [sentence], grave });
  const mine = graveOf(fromHere);
  const theirs = graveOf(findingsOf(server));
  if (mine && !theirs && mine.id !== 'S22')
    add(false, message('diagnosis.vantages.onlyHere', { stage: stepMessage(mine.stage), title: mine.title }));
  if (theirs && !mine)
    add(true, message('diagnosis.vantages.onlyThere', { stage: stepMessage(theirs.stage), title: theirs.title }));
  if (theirs && mine && theirs.id !== mine.id)
    add(
      true,
      message('diagnosis.vantages.bothStop', { here: stepMessage(mine.stage), there: stepMessage(theirs.stage) }),
    );
  const [own, other] = [certificateOf(here), certificateOf(server)];
  if (own !== undefined && other !== undefined && own !== other)
    add(false, message('diagnosis.vantages.certificates', { here: addressesOf(here), there: addressesOf(server) }));
  return found;
}
