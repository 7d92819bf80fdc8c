import { everyVersion, spansWhere } from '../gluu/versions';
import { hostProblem, isLoopback, portProblem } from '../model/host';
import { wordsOf } from '../texts/bridge';
import { versionFamilies } from '../verdict/gluu-versions';
import { javaMailReleases } from '../verdict/java-mail';
import { mailCodes } from '../verdict/mail-code';
import type { Form, LintRule, Remedy } from './lint-rule';
import { type PasswordLogin, providerOf } from './mail-providers';

const onlyTls10 = spansWhere(
  versionFamilies,
  ({ reset }) => javaMailReleases[mailCodes[reset].library].protocols !== 'jvm',
);

/** Longer than any host with scheme and port. */
const MAX_TYPED = 300;

/** The host, and the port if there is one, that a typed web address or `host:port` most likely means. */
function meantBy(typed: string): Remedy | undefined {
  const found = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(
    typed.slice(0, MAX_TYPED).replace(/\s*\.\s*/g, '.'),
  );
  // A mail address names a domain, seldom the host that takes mail for sending.
  if (!found?.[1] || (typed.includes('@') && !typed.includes('://'))) return undefined;
  const host = found[1].replace(/^\[(.*)\]$/, '$1');
  const port = Number(found[2] ?? 0);
  if (hostProblem(host) !== undefined) return undefined;
  if (portProblem(port) !== undefined) return { label: `Use ${host}`, set: { smtpHost: host } };
  return { label: `Use ${host} and port ${port}`, set: { smtpHost: host, smtpPort: port } };
}

const passwordSentences: Record<PasswordLogin, string> = {
  refused:
    'no longer accepts a login by password, and Gluu up to 4.5.5 knows no other. Use another mail server or a relay.',
  appPasswordOnly: 'refuses the normal password. Use an app password, which needs 2-step verification.',
  offUnlessAllowed:
    'takes a login by password only where its administrator allows SMTP AUTH for the mailbox. Without that, use a relay or a connector.',
};
const passwordSeverity: Record<PasswordLogin, 'bad' | 'warn'> = {
  refused: 'bad',
  appPasswordOnly: 'warn',
  offUnlessAllowed: 'warn',
};

function providerPassword({ authentication, host, providers }: Form, severity: 'bad' | 'warn') {
  const provider = providerOf(host, providers);
  if (!authentication || !provider?.password || passwordSeverity[provider.password.kind] !== severity) return undefined;
  return { sentence: `${provider.name} ${passwordSentences[provider.password.kind]}` };
}

export const hostRules = {
  L01: {
    field: 'smtpHost',
    reads: ['smtpHost'],
    detection: 'SMTP Host holds a scheme, a port, a path, a blank or @, or is no host name for another reason.',
    gluu: 'Asks DNS for the whole text and finds nothing.',
    source: 'RFC 1123 section 2.1; oxCore MailService.java (the host goes into mail.smtp.host as it is)',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ host }) => {
          const problem = host === '' ? undefined : hostProblem(host);
          return problem === undefined ? undefined : { sentence: wordsOf(problem), remedy: meantBy(host) };
        },
      },
    ],
  },
  L06: {
    field: 'smtpHost',
    reads: ['smtpHost', 'smtpAuthentication'],
    detection: 'The host belongs to a provider that is known to refuse TLS 1.0 or a login by password.',
    gluu: 'Offers TLS 1.0 only up to 4.2, and knows no login but by password up to 4.5.5.',
    source: 'The provider’s own pages, named in mail-providers.ts; javax.mail 1.4.7 SocketFetcher.java',
    cases: [
      {
        versions: onlyTls10,
        severity: 'bad',
        find: ({ host, providers }) => {
          const provider = providerOf(host, providers);
          return provider?.refusesTls10
            ? {
                sentence: `${provider.name} refuses TLS 1.0 (since ${provider.refusesTls10.since}), and this version offers nothing newer. Use a relay on the Gluu Server.`,
              }
            : undefined;
        },
      },
      { versions: everyVersion, severity: 'bad', find: (form) => providerPassword(form, 'bad') },
      { versions: everyVersion, severity: 'warn', find: (form) => providerPassword(form, 'warn') },
    ],
  },
  L15: {
    field: 'smtpHost',
    reads: ['smtpHost'],
    detection: 'SMTP Host is localhost or a loopback address.',
    gluu: 'Connects to the Gluu Server itself.',
    source: 'RFC 6761 section 6.3',
    cases: [
      {
        versions: everyVersion,
        severity: 'info',
        find: ({ host }) =>
          isLoopback(host)
            ? {
                sentence:
                  'To the Gluu Server this means the Gluu Server itself; a test from this workstation reaches this workstation.',
              }
            : undefined,
      },
    ],
  },
} as const satisfies Record<string, LintRule>;
