import { type Attempt, handshake, open, tlsFailureRule } from './connection';
import type { RuleId } from './rules';
import { ask, type End, end, type Facts, type Known } from './unknowns';

/** How the connection came to be as it is when the mail is handed over. */
type Cover = 'tlsFromStart' | 'startTls' | 'clear';
type Login = 'done' | 'notOffered' | 'notWanted';
type Secured = (cover: Cover, known: Known) => readonly End[];

/** STARTTLS on an open connection: a TLS `socketFactory.class` takes precedence over `ssl.trust` (SocketFetcher.startTLS). */
function startTls(attempt: Attempt, known: Known, secured: Secured): readonly End[] {
  const { session } = attempt;
  return handshake(attempt, session.trustsHost && !session.tlsFactory, known, (result, more) =>
    result === 'ok' ? secured('startTls', more) : tlsFailureRule(result),
  );
}

/** STARTTLS where the Session asks for it; a connection that is TLS already is left alone (SMTPTransport.protocolConnect). */
function secure(attempt: Attempt, cover: Cover, known: Known, secured: Secured): readonly End[] {
  if (attempt.session.startTls === 'off' || cover !== 'clear') return secured(cover, known);
  const answers: Record<Facts['startTls'], (more: Known) => readonly End[]> = {
    notOffered: (more) => (attempt.session.startTls === 'required' ? end('V41') : secured('clear', more)),
    refused: () => end('V40'),
    accepted: (more) => startTls(attempt, more, secured),
  };
  return ask(known, 'startTls', (answer, more) => answers[answer](more));
}

const credentials = (attempt: Attempt, known: Known, done: (known: Known) => readonly End[]) =>
  attempt.spoiltPassword
    ? end('V52')
    : ask(known, 'credentials', (reply, more) => (reply === 'accepted' ? done(more) : end('V51')));

/**
 * AUTH, where the Session wants it and the server offers it; no AUTH offered means no login and no error
 * (SMTPTransport.protocolConnect). A 530 to AUTH makes JavaMail start TLS by itself and try again
 * (SMTPTransport.Authenticator.authenticate).
 */
function logIn(
  attempt: Attempt,
  cover: Cover,
  known: Known,
  loggedIn: (login: Login, cover: Cover, known: Known) => readonly End[],
): readonly End[] {
  if (!attempt.session.login) return loggedIn('notWanted', cover, known);
  const present = (as: Cover, more: Known) => credentials(attempt, more, (all) => loggedIn('done', as, all));
  const insisted = (more: Known) =>
    ask(more, 'startTls', (answer, all) =>
      answer === 'accepted' ? startTls(attempt, all, (as, last) => present(as, last)) : end('V53'),
    );
  const usable = (more: Known) =>
    cover === 'clear'
      ? ask(more, 'needsTls', (needed, all) => (needed ? insisted(all) : present('clear', all)))
      : present(cover, more);
  return ask(known, cover === 'clear' ? 'loginInClear' : 'loginEncrypted', (offer, more) => {
    if (offer === 'none') return loggedIn('notOffered', cover, more);
    return offer === 'unusable' ? end('V50') : usable(more);
  });
}

/** The rule for a mail that is accepted over a readable connection. */
function clearRule({ session }: Attempt, login: Login): RuleId {
  const asked = session.tlsFactory || session.tlsFromStart || session.startTls !== 'off';
  if (login === 'done') return asked ? 'V12' : 'V10';
  return asked ? 'V13' : 'V11';
}

/** The rule for a mail that is accepted over TLS. */
const coveredRule: Record<Exclude<Cover, 'clear'>, Record<Login, RuleId>> = {
  tlsFromStart: { done: 'V01', notWanted: 'V01', notOffered: 'V03' },
  startTls: { done: 'V02', notWanted: 'V02', notOffered: 'V03' },
};

/** MAIL, RCPT and DATA. */
function handOver(attempt: Attempt, login: Login, cover: Cover, known: Known): readonly End[] {
  const accepted = () => end(cover === 'clear' ? clearRule(attempt, login) : coveredRule[cover][login]);
  const mail = (more: Known) => ask(more, 'mail', (reply) => (reply === 'accepted' ? accepted() : end('V56')));
  const missingLogin: RuleId = login === 'notWanted' ? 'V54' : 'V55';
  const relay = (more: Known) =>
    login === 'done' ? mail(more) : ask(more, 'needsLogin', (needed, all) => (needed ? end(missingLogin) : mail(all)));
  return cover === 'clear'
    ? ask(known, 'needsTls', (needed, more) => (needed ? end('V53') : relay(more)))
    : relay(known);
}

/**
 * Every way the attempt can end, given what is known: JavaMail's own order of connection, greeting, STARTTLS, AUTH and
 * envelope (javaee/javamail SMTPTransport.java protocolConnect and sendMessage).
 */
export function converse(attempt: Attempt, known: Known): readonly End[] {
  return open(attempt, known, (encrypted, greeted) =>
    secure(attempt, encrypted ? 'tlsFromStart' : 'clear', greeted, (cover, secured) =>
      logIn(attempt, cover, secured, (login, as, all) => handOver(attempt, login, as, all)),
    ),
  );
}
