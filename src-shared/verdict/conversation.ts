import type { LoginAnswer } from '../model/mail-server';
import { type Attempt, handshake, open, tlsFailureRule } from './connection';
import { javaMailReleases } from './java-mail';
import type { RuleId } from './rules';
import { ask, type End, end, type Facts, type Known } from './unknowns';
import type { MailAnswer, TriedMail } from './verdict-input';

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
    silent: () => end('V68'),
    accepted: (more) => startTls(attempt, more, secured),
  };
  return ask(known, 'startTls', (answer, more) => answers[answer](more));
}

type LoggedIn = (login: Login, cover: Cover, known: Known) => readonly End[];

/**
 * User name and password by the one method JavaMail takes. What it sends in another encoding is another login than the one
 * that was seen: only what does not depend on it holds for both.
 */
function present(attempt: Attempt, cover: Cover, known: Known, loggedIn: LoggedIn): readonly End[] {
  const asSeen = known.credentialsByNtlm2 !== true || javaMailReleases[attempt.code.library].ntlm === 'version2';
  const done = (more: Known) =>
    asSeen
      ? loggedIn('done', cover, more)
      : ask(more, 'takesNtlm1', (taken, all) => (taken ? loggedIn('done', cover, all) : end('V57')));
  const name = cover === 'clear' ? 'credentialsInClear' : 'credentialsEncrypted';
  const answers: Record<LoginAnswer, (more: Known) => readonly End[]> = {
    accepted: done,
    refused: (more) => end(more.loginInLatin1 && more.takesLatin1 ? 'V52' : 'V51'),
    failed: () => end('V57'),
    silent: () => end('V68'),
    // A 530 makes JavaMail start TLS unasked and try again (SMTPTransport.Authenticator.authenticate).
    wantsTls: (more) => startTlsUnasked(attempt, cover, more, loggedIn),
  };
  const seen = known[name];
  const letters = attempt.secretsBy(known.loginMethods?.[cover === 'clear' ? 'clear' : 'encrypted']);
  const isUtf8 = javaMailReleases[attempt.code.library].sendsSecretsIn === 'utf8';
  const secrets = known.loginInLatin1 && isUtf8 && letters === 'asTyped' ? 'latin1' : letters;
  if (secrets === 'asTyped' || seen === 'failed' || seen === 'silent' || seen === 'wantsTls')
    return ask(known, name, (answer, more) => answers[answer](more));
  if (secrets === 'damaged' || seen === 'accepted') return end('V52');
  return ask(known, 'takesLatin1', (taken, more) => (taken ? done(more) : end('V52')));
}

/** JavaMail sends STARTTLS without looking whether it is offered; a server that does not offer it refuses it. */
function startTlsUnasked(attempt: Attempt, cover: Cover, known: Known, loggedIn: LoggedIn): readonly End[] {
  if (cover !== 'clear') return end('V57');
  return ask(known, 'startTls', (answer, more) => {
    if (answer === 'silent') return end('V68');
    return answer === 'accepted'
      ? startTls(attempt, more, (as, all) => present(attempt, as, all, loggedIn))
      : end('V53');
  });
}

/** A login in clear that took place, or was seen to end otherwise than with a yes or a no, needs no question about TLS. */
function isSettledInClear({ credentialsInClear: answer, tried }: Known): boolean {
  const tookPlace = tried?.loggedIn === true && !tried.encrypted;
  return tookPlace || (answer !== undefined && !/^(accepted|refused)$/.test(answer));
}

/**
 * AUTH, where the Session wants it and the server offers it; no AUTH offered means no login and no error
 * (SMTPTransport.protocolConnect).
 */
function logIn(attempt: Attempt, cover: Cover, known: Known, loggedIn: LoggedIn): readonly End[] {
  if (!attempt.session.login) return loggedIn('notWanted', cover, known);
  const inClear = (more: Known) =>
    ask(more, 'needsTls', (needed, all) =>
      needed ? startTlsUnasked(attempt, cover, all, loggedIn) : present(attempt, cover, all, loggedIn),
    );
  const usable = (more: Known) =>
    cover === 'clear' && !isSettledInClear(more) ? inClear(more) : present(attempt, cover, more, loggedIn);
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

/** What follows a mail that was tried in just this way: RSET and QUIT are awaited as well, without a timeout. */
function asTried({ answer, goodbye }: TriedMail, accepted: () => readonly End[], refusal: RuleId): readonly End[] {
  const refused = (rule: RuleId) => end(goodbye === 'silent' ? 'V68' : rule);
  const answers: Record<MailAnswer, () => readonly End[]> = {
    accepted: () => (goodbye === 'silent' ? end('V69') : goodbye === 'reset' ? end('V59') : accepted()),
    refused: () => refused(refusal),
    otherCode: () => refused('V58'),
    outOfStep: () => refused('V48'),
    closed: () => end('V49'),
    silent: () => end('V68'),
  };
  return answers[answer]();
}

/** MAIL, RCPT, DATA and the text. */
function handOver(attempt: Attempt, login: Login, cover: Cover, known: Known): readonly End[] {
  const { tried } = known;
  const missingLogin: RuleId = login === 'notWanted' ? 'V54' : 'V55';
  const accepted = () => end(cover === 'clear' ? clearRule(attempt, login) : coveredRule[cover][login]);
  if (tried && tried.loggedIn === (login === 'done') && tried.encrypted === (cover !== 'clear')) {
    const withoutLogin = login !== 'done' && known.needsLogin ? missingLogin : 'V56';
    return asTried(tried, accepted, cover === 'clear' && known.needsTls ? 'V53' : withoutLogin);
  }
  const mail = (more: Known) => ask(more, 'mail', (reply) => (reply === 'accepted' ? accepted() : end('V56')));
  const relay = (more: Known) =>
    login === 'done' ? mail(more) : ask(more, 'needsLogin', (needed, all) => (needed ? end(missingLogin) : mail(all)));
  return cover === 'clear'
    ? ask(known, 'needsTls', (needed, more) => (needed ? end('V53') : relay(more)))
    : relay(known);
}

/** EHLO, and HELO where it is not answered with 250. */
function hello(known: Known, greeted: () => readonly End[]): readonly End[] {
  if (known.hello === 'refused') return end('V47');
  return known.hello === 'silent' ? end('V68') : greeted();
}

/**
 * Every way the attempt can end, given what is known: JavaMail's own order of connection, greeting, STARTTLS, AUTH and
 * envelope (javaee/javamail SMTPTransport.java protocolConnect and sendMessage).
 */
export function converse(attempt: Attempt, known: Known): readonly End[] {
  return open(attempt, known, (encrypted, greeted) =>
    hello(greeted, () =>
      secure(attempt, encrypted ? 'tlsFromStart' : 'clear', greeted, (cover, secured) =>
        logIn(attempt, cover, secured, (login, as, all) => handOver(attempt, login, as, all)),
      ),
    ),
  );
}
