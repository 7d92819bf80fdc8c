import { rulesBroken, shownName, shownNames } from '../messages/certificate-words';
import type {
  AddressSeen,
  ChainCertificate,
  Ending,
  MailServerSeen,
  OfferSeen,
  StageSeen,
  TlsSeen,
} from '../model/probe';
import { stepMessage } from '../model/work';
import { diagnosis } from '../texts/en/diagnosis';
import { type ArgsOf, type Message, type MessageId, message, type Param } from '../texts/message';
import { told } from '../texts/told';
import { serviceIn } from './id-of-stage';
import type { Service } from './service-signs';
import { replyText } from './smtp-reply';

type SentenceId = Extract<MessageId, `diagnosis.S${string}`>;
type NamesOf<Args> = Args extends Args ? keyof Args : never;
type FactName = { [Id in SentenceId]: NamesOf<ArgsOf<Id>> }[SentenceId];

/** What the sentences of the table ask for; a fact that was not seen is absent, and said to be so. */
export type Facts = Readonly<Partial<Record<FactName, Param | undefined>>>;

/** A sentence of the table. */
export const sentence = (id: SentenceId, facts: Facts): Message => told(diagnosis, id, facts);

interface Focus {
  stage?: StageSeen;
  address?: AddressSeen;
  ending?: Ending;
}

const isAscii = (text: string): boolean => !/[^\x20-\x7e]/.test(text);
const localPart = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')));
const domainPart = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What else came instead of SMTP, for the sentence of S11. */
function service(seen: MailServerSeen, ending: Ending | undefined): Service | 'other' {
  const trial = seen.trials.find(({ kind }) => kind === 'plain');
  const said = ending?.kind === 'broken' ? ending.said : trial?.kind === 'plain' ? trial.said : '';
  return ending?.kind === 'refused' ? 'ftpServer' : (serviceIn(said) ?? 'other');
}

/** What JavaMail makes of an offer without a method that it speaks (SMTPTransport.java of 1.4.7 and 1.6.7). */
function gluuLogin({ mechanisms, loginChoice }: OfferSeen): string {
  if (loginChoice !== 'noMethod') return 'noReason';
  if (mechanisms.length === 0) return 'noMethod';
  return mechanisms.includes('XOAUTH2') ? 'noOauth' : 'unknown';
}

function loginFacts({ asked: { empty }, offers }: MailServerSeen, ending: Ending | undefined): Facts {
  const offer = offers.encrypted ?? offers.clear;
  const { mechanisms = [] } = offer ?? {};
  const [listed, none] = ending?.kind === 'refused' ? ['refused', 'refusedAll'] : ['methods', 'none'];
  return {
    mechanisms: { list: mechanisms, as: 'plain' },
    offer: mechanisms.length > 0 ? listed : none,
    gluuLogin: offer && gluuLogin(offer),
    field: empty,
  };
}

const sizeOf = (bytes: number, limit: number | undefined): string =>
  limit === undefined ? 'noLimit' : bytes > limit ? 'above' : 'below';

function envelopeFacts({ asked, offers, loggedIn }: MailServerSeen, stage: StageSeen | undefined): Facts {
  const { from = '', to = '', userName, messageBytes } = asked;
  const limit = (offers.encrypted ?? offers.clear)?.size;
  return {
    from: from || undefined,
    to: to || undefined,
    fromDomain: domainPart(from) || undefined,
    byUser: loggedIn && userName ? 'loggedIn' : 'noLogin',
    userName,
    address: stage?.step === 'Recipient' ? to : from,
    international: [from, to].find((address) => !isAscii(localPart(address))) ?? from,
    bytes: messageBytes,
    size: sizeOf(messageBytes, limit),
    limit,
  };
}

/** The rules that a certificate breaks, as far as the library says: two at most. */
function brokenRules(own: ChainCertificate | undefined, tls: TlsSeen | undefined): Message {
  const [one, other] = rulesBroken({ ...own, ...tls });
  if (!one) return message('diagnosis.noKnownReason');
  return other ? message('diagnosis.twoRules', { one, other }) : one;
}

function tlsFacts({ tls, trials, began }: MailServerSeen): Facts {
  const own = tls?.chain[0];
  const old = trials.find(({ kind }) => kind === 'oldTls');
  return {
    until: own && { at: own.validTo, as: 'day' },
    since: own && { at: own.validFrom, as: 'day' },
    now: { at: began, as: 'moment' },
    days: tls && Math.abs(tls.daysLeft),
    sha256: own?.sha256,
    issuer: own && shownName(own.issuer),
    rule: brokenRules(own, tls),
    names: own && shownNames(own),
    protocol: old?.kind === 'oldTls' ? old.protocol : tls?.protocol,
  };
}

/** The address a sentence is about: the one spoken to, or else the one whose failure is reported. */
function spokenOf({ address, addresses }: MailServerSeen, ending: Ending | undefined): AddressSeen | undefined {
  const same = JSON.stringify(ending);
  return (
    addresses.find((each) => each.address === address) ??
    addresses.find((each) => ending && JSON.stringify(each.ending) === same) ??
    addresses[0]
  );
}

/** Values for the placeholders of all entries. `focus`: the stage, address and ending that are spoken of. */
export function factsOf(seen: MailServerSeen, { stage, address, ending }: Focus): Facts {
  const { asked } = seen;
  const first = address ?? spokenOf(seen, ending);
  const late = ending?.kind === 'late' ? ending.limitMs / 1000 : undefined;
  const data = seen.stages.find(({ step }) => step === 'Data')?.reply;
  return {
    host: asked.host,
    port: asked.port,
    ip: first?.address ?? asked.host,
    family: first?.family === 6 ? 'IPv6' : 'IPv4',
    local: seen.localAddress ?? 'notSeen',
    seconds: late ?? 'noLimit',
    ehlo: asked.ehloName,
    stage: stage && stepMessage(stage.step),
    ended: ending?.kind,
    code: ending?.kind === 'error' ? ending.code : ending?.kind === 'refused' ? ending.reply.code : ending?.kind,
    service: service(seen, ending),
    answered: data ? 'accepted' : 'notSeen',
    words: data && replyText(data),
    ...loginFacts(seen, ending),
    ...envelopeFacts(seen, stage),
    ...tlsFacts(seen),
  };
}
