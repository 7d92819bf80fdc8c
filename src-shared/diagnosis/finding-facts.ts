import { dayText, momentText } from '../base/moment';
import { rulesBroken, shownName, shownNames } from '../messages/certificate-words';
import type { AddressSeen, Ending, MailServerSeen, OfferSeen, StageSeen } from '../model/probe';
import { wordsOf } from '../texts/bridge';
import { serviceIn } from './id-of-stage';
import { replyText } from './smtp-reply';

export type Facts = Readonly<Record<string, string | number | undefined>>;

/** Stands where a fact was not seen. */
const NOT_KNOWN = '(not known)';

/** Puts facts into the `{placeholders}` of a text; one that was not seen reads `NOT_KNOWN`. */
export const fill = (text: string, facts: Facts): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? NOT_KNOWN));

interface Focus {
  stage?: StageSeen;
  address?: AddressSeen;
  ending?: Ending;
}

const howItEnded = (ending: Ending | undefined): string => {
  switch (ending?.kind) {
    case 'late':
      return `gave no complete answer within ${ending.limitMs / 1000} s`;
    case 'closed':
      return 'ended the connection';
    case 'error':
      return `broke off (${ending.code})`;
    default:
      return 'did not go on';
  }
};

const isAscii = (text: string): boolean => !/[^\x20-\x7e]/.test(text);
const localPart = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')));
const domainPart = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What else came instead of SMTP, for the sentence of S11. */
function service(seen: MailServerSeen, ending: Ending | undefined): string {
  const trial = seen.trials.find(({ kind }) => kind === 'plain');
  const said = ending?.kind === 'broken' ? ending.said : trial?.kind === 'plain' ? trial.said : '';
  if (ending?.kind === 'refused') return 'an FTP server';
  return serviceIn(said) ?? 'some other service';
}

/** What JavaMail makes of an offer without a method that it speaks (SMTPTransport.java of 1.4.7 and 1.6.7). */
function gluuLogin({ mechanisms, loginChoice }: OfferSeen): string {
  if (loginChoice !== 'noMethod') return 'Fails, and shows no reason';
  if (mechanisms.length === 0) return 'Fails: AUTH is announced without a method, so it has none to log in with';
  return `Fails: it speaks none of these${mechanisms.includes('XOAUTH2') ? ', and has no OAuth for mail' : ''}`;
}

function loginFacts({ asked, offers }: MailServerSeen, ending: Ending | undefined): Facts {
  const offer = offers.encrypted ?? offers.clear;
  const mechanisms = offer?.mechanisms.join(', ') || 'no method';
  const noMethod =
    ending?.kind === 'refused'
      ? `The server lists ${mechanisms}, and then refuses what was tried as unknown`
      : `The server offers ${mechanisms}. None of them takes a user name and a password (LOGIN, PLAIN, DIGEST-MD5, NTLM); no password was sent`;
  return { mechanisms, noMethod, gluuLogin: offer && gluuLogin(offer), field: asked.empty };
}

function tooBig(bytes: number, limit: number | undefined): string {
  if (limit === undefined) return `The server refuses the message (${bytes} bytes) as too big; it announces no limit`;
  return bytes > limit
    ? `The message (${bytes} bytes) is above the server’s limit (${limit} bytes)`
    : `The server refuses the message (${bytes} bytes) as too big, although it announces a limit of ${limit} bytes`;
}

function envelopeFacts({ asked, offers, loggedIn }: MailServerSeen, stage: StageSeen | undefined): Facts {
  const { from = '', to = '', userName, messageBytes } = asked;
  const limit = (offers.encrypted ?? offers.clear)?.size;
  return {
    from: from || undefined,
    to: to || undefined,
    fromDomain: domainPart(from) || undefined,
    asUser: loggedIn && userName ? ` for the login ${userName}` : '',
    address: stage?.step === 'Recipient' ? to : from,
    international: [from, to].find((address) => !isAscii(localPart(address))) ?? from,
    bytes: messageBytes,
    tooBig: tooBig(messageBytes, limit),
  };
}

function namesOf(certificate: Parameters<typeof shownNames>[0]): string | undefined {
  const names = shownNames(certificate);
  return names && wordsOf(names);
}

function tlsFacts({ asked, tls, trials, began }: MailServerSeen): Facts {
  const own = tls?.chain[0];
  const old = trials.find(({ kind }) => kind === 'oldTls');
  return {
    until: own && dayText(own.validTo),
    since: own && dayText(own.validFrom),
    now: momentText(began),
    days: tls && Math.abs(tls.daysLeft),
    sha256: own?.sha256,
    issuer: own && shownName(own.issuer),
    rule:
      rulesBroken({ ...own, ...tls })
        .map(wordsOf)
        .join(' ') || 'The TLS library gives no known reason.',
    names: own && namesOf(own),
    protocol: old?.kind === 'oldTls' ? old.protocol : tls?.protocol,
    serverName: asked.serverName,
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
    local: seen.localAddress ?? 'this workstation',
    seconds: late,
    ehlo: asked.ehloName,
    stage: stage?.step,
    how: howItEnded(ending),
    code: ending?.kind === 'error' ? ending.code : ending?.kind === 'refused' ? ending.reply.code : ending?.kind,
    service: service(seen, ending),
    words: data ? replyText(data) : 'the message',
    ...loginFacts(seen, ending),
    ...envelopeFacts(seen, stage),
    ...tlsFacts(seen),
  };
}
