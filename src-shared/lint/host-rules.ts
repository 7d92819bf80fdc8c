import { everyVersion, spansWhere } from '../gluu/versions';
import { hostProblem, isLoopback, portProblem } from '../model/host';
import { message } from '../texts/message';
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
  if (portProblem(port) !== undefined) return { label: message('lint.do.useHost', { host }), set: { smtpHost: host } };
  return {
    label: message('lint.do.useHostAndPort', { host, port }),
    set: { smtpHost: host, smtpPort: port },
  };
}

const passwordSeverity: Record<PasswordLogin, 'bad' | 'warn'> = {
  refused: 'bad',
  appPasswordOnly: 'warn',
  offUnlessAllowed: 'warn',
};

function providerPassword({ authentication, host, providers }: Form, severity: 'bad' | 'warn') {
  const provider = providerOf(host, providers);
  if (!authentication || !provider?.password || passwordSeverity[provider.password.kind] !== severity) return undefined;
  return { sentence: message(`lint.L06.${provider.password.kind}`, { provider: provider.name }) };
}

export const hostRules = {
  /**
   * SMTP Host holds a scheme, a port, a path, a blank or @, or is no host name for another reason. Gluu: asks DNS for the
   * whole text and finds nothing.
   */
  L01: {
    field: 'smtpHost',
    reads: ['smtpHost'],
    source: 'RFC 1123 section 2.1; oxCore MailService.java (the host goes into mail.smtp.host as it is)',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ host }) => {
          const problem = host === '' ? undefined : hostProblem(host);
          return problem && { sentence: problem, remedy: meantBy(host) };
        },
      },
    ],
  },
  /**
   * The host belongs to a provider that is known to refuse TLS 1.0 or a login by password. Gluu: offers TLS 1.0 only up to
   * 4.2, and knows no login but by password up to 4.5.5.
   */
  L06: {
    field: 'smtpHost',
    reads: ['smtpHost', 'smtpAuthentication'],
    source: 'The provider’s own pages, named in mail-providers.ts; javax.mail 1.4.7 SocketFetcher.java',
    cases: [
      {
        versions: onlyTls10,
        severity: 'bad',
        find: ({ host, providers }) => {
          const provider = providerOf(host, providers);
          return provider?.refusesTls10
            ? {
                sentence: message('lint.L06.tls10', { provider: provider.name, since: provider.refusesTls10.since }),
              }
            : undefined;
        },
      },
      { versions: everyVersion, severity: 'bad', find: (form) => providerPassword(form, 'bad') },
      { versions: everyVersion, severity: 'warn', find: (form) => providerPassword(form, 'warn') },
    ],
  },
  /** SMTP Host is localhost or a loopback address. Gluu: connects to the Gluu Server itself. */
  L15: {
    field: 'smtpHost',
    reads: ['smtpHost'],
    source: 'RFC 6761 section 6.3',
    cases: [
      {
        versions: everyVersion,
        severity: 'info',
        find: ({ host }) =>
          isLoopback(host)
            ? {
                sentence: message('lint.L15'),
              }
            : undefined,
      },
    ],
  },
} as const satisfies Record<string, LintRule>;
